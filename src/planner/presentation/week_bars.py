"""Hours by week as bars, stacked by area."""

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from planner.core.history import Spent, Week, monday_of
from planner.presentation.figures import number
from planner.presentation.lines import PLAIN, Line, Span, fit, fit_right, line, line_cells, ruled

Ground = Literal["software", "ml", "domain", "other"]
AREA_GLYPHS: Final[dict[Ground, str]] = {"software": "█", "ml": "▓", "domain": "▒", "other": "░"}
"""What an hour in an area looks like without colour; its style is `area-software` and so on."""
_LABEL: Final = 10
_VALUE: Final = 8
_FINISHED: Final = 6
_LEAST_BAR, _MOST_BAR = 8, 60
_PLANNED: Final = "┊"


def draw(weeks: Sequence[Week], planned: float, today: date, width: int) -> tuple[Line, ...]:
    """Return a line per week: its Monday, its hours by area as a bar, how much was finished.

    The bars share one scale, on which the planned hours a week always fit; a line through them shows those.
    """
    most = max([planned, *(each.spent.hours for each in weeks)])
    room = max(_LEAST_BAR, min(_MOST_BAR, width - _LABEL - _VALUE - _FINISHED))
    heading = ruled("Hours by week", f"{_PLANNED} {number(planned)} h planned", width)
    rows = (_week(each, room, most, planned, today) for each in weeks)
    return (heading, *rows, _legend(weeks, width))


def _week(week: Week, room: int, most: float, planned: float, today: date) -> Line:
    bar = _stack(week.spent, room, most)
    filled = sum(len(text) for text, _ in bar)
    mark = min(room, round(room * planned / most)) - filled
    rest = " " * mark + _PLANNED if mark >= 0 else ""
    value = f"{week.spent.hours:.1f} h" if week.spent.hours else "–"
    done = f"{len(week.finished)} ✓" if week.finished else ""
    name = "this week" if week.monday == monday_of(today) else f"{week.monday.day:>2} {week.monday:%b}"
    return line(
        (fit(name, _LABEL), "dim"),
        *bar,
        (fit(rest, room + 1 - filled), "axis"),
        (fit_right(value, _VALUE - 1), "strong"),
        (fit_right(done, _FINISHED), "good"),
    )


def _stack(spent: Spent, room: int, most: float) -> list[Span]:
    """Return hours as a bar, area after area; its ends are rounded, so that its parts fill it."""
    spans: list[Span] = []
    start = total = 0.0
    for ground, glyph in AREA_GLYPHS.items():
        total += getattr(spent, ground)
        cells = round(room * total / most) - round(room * start / most)
        start = total
        if cells > 0:
            spans.append((glyph * cells, f"area-{ground}"))
    return spans


def _legend(weeks: Sequence[Week], width: int) -> Line:
    spans: list[Span] = []
    for ground, glyph in AREA_GLYPHS.items():
        if ground != "other" or any(each.spent.other for each in weeks):
            spans += [("  " if spans else "", PLAIN), (glyph, f"area-{ground}"), (f" {ground}", "dim")]
    indent = min(_LABEL, max(0, width - line_cells(tuple(spans))))
    return line((" " * indent, PLAIN), *spans)
