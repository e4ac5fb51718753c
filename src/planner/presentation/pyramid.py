"""The essay's pyramid: a fat base of core software engineering, domain and ml on top of it.

Base and tops have about 73, 13.5 and 13.5 % of its area, as in the essay's figure; each is filled to
the level of its number.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from planner.core.curriculum import Area
from planner.presentation.lines import Line, Span

BASE_SHARE = 0.73
"""Share of the pyramid's area that is core software engineering."""

FILLS = (("▓", "done"), ("▒", "claimed"), ("░", "to-go"))


class Level(Struct, frozen=True):
    """How full one part is, 0-100 each; what is left is to go."""

    done: float
    """Done here: on evidence."""
    claimed: float
    """Counted beyond that: claims, and what was known before."""


def draw(levels: Mapping[Area, Level], rows: int) -> tuple[Line, ...]:
    """Return the pyramid in this many lines (five at the least), the last one 2 · rows + 1 cells wide."""
    top_rows = min(range(2, rows - 2), key=lambda top: abs(_base_share(rows, top) - BASE_SHARE))
    base_rows = rows - 1 - top_rows
    left = _filled(levels["domain"], range(top_rows))
    right = _filled(levels["ml"], range(top_rows))
    base = _filled(levels["software"], [2 * (top_rows + 1 + row) + 1 for row in range(base_rows)])
    lines = [_sloped(rows, row, (*left[row], ("│", "edge"), *right[row])) for row in range(top_rows)]
    ledge = "─" * top_rows
    lines.append(_sloped(rows, top_rows, ((f"{ledge}┴{ledge}", "edge"),)))
    lines += [_sloped(rows, top_rows + 1 + row, base[row]) for row in range(base_rows)]
    return tuple(lines)


def _base_share(rows: int, top_rows: int) -> float:
    """Return the share of the cells inside that the base has under tops of this many rows."""
    tops = top_rows * (top_rows - 1)
    base = sum(2 * row + 1 for row in range(top_rows + 1, rows))
    return base / (tops + base)


def _sloped(rows: int, row: int, inside: Sequence[Span]) -> Line:
    indent = " " * (rows - 1 - row)
    return ((f"{indent}╱", "edge"), *inside, ("╲", "edge"))


def _filled(level: Level, widths: Sequence[int]) -> list[tuple[Span, ...]]:
    """Return rows of these widths, filled from the bottom row up."""
    total = sum(widths)
    done = round(total * level.done / 100)
    claimed = round(total * min(100.0, level.done + level.claimed) / 100) - done
    rows: list[tuple[Span, ...]] = []
    for width in reversed(widths):
        in_row = (min(width, done), min(width - min(width, done), claimed))
        done, claimed = done - in_row[0], claimed - in_row[1]
        amounts = (*in_row, width - sum(in_row))
        spans = (
            (glyph * amount, style) for (glyph, style), amount in zip(FILLS, amounts, strict=True) if amount
        )
        rows.append(tuple(spans))
    return rows[::-1]
