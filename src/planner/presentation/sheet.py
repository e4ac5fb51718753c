"""Lines with places on them that one can go to or click: a detail, a board of choices, a row of chips."""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from planner.presentation.lines import Line, line_cells

Does = Literal["resource", "competency", "area", "part", "link", "filter", "command"]


class Target(NamedTuple):
    """What happens where one clicks, or presses enter."""

    does: Does
    """Go to a resource, competency or area; tick up to a part; open a link; set a filter; run a command."""
    id: str = ""
    value: str | int | bool = ""


class SheetLine(NamedTuple):
    """One line, and the cells of it that do something."""

    line: Line
    spots: tuple[tuple[range, Target], ...] = ()


class Sheet(Struct, frozen=True, dict=True):
    """Lines with targets; a target may stand on several lines, and be gone to but once."""

    lines: tuple[SheetLine, ...]

    @cached_property
    def targets(self) -> dict[Target, tuple[int, range]]:
        """The targets in reading order, each with the first line and the cells where it stands."""
        found: dict[Target, tuple[int, range]] = {}
        for row, each in enumerate(self.lines):
            for columns, target in each.spots:
                found.setdefault(target, (row, columns))
        return found

    def rows_of(self, target: Target | None) -> tuple[int, ...]:
        """Return the lines on which a target stands."""
        return tuple(
            row for row, each in enumerate(self.lines) if any(one == target for _, one in each.spots)
        )

    def at(self, row: int, column: int) -> Target | None:
        """Return what stands at a cell."""
        if not 0 <= row < len(self.lines):
            return None
        return next((target for columns, target in self.lines[row].spots if column in columns), None)

    def below(self, target: Target, by: int) -> Target | None:
        """Return the target on the next line down (1) or up (-1) that has one, as near as can be."""
        row, columns = self.targets[target]
        others = [(each, *where) for each, where in self.targets.items() if (where[0] - row) * by > 0]
        if not others:
            return None
        next_row = min((each[1] for each in others), key=lambda other: abs(other - row))
        there = [each for each in others if each[1] == next_row]
        return min(there, key=lambda each: abs(each[2].start - columns.start))[0]

    def beside(self, target: Target, by: int) -> Target | None:
        """Return the target to the right (1) or left (-1) on the same line."""
        row, columns = self.targets[target]
        others = [
            (where[1].start, each)
            for each, where in self.targets.items()
            if where[0] == row and (where[1].start - columns.start) * by > 0
        ]
        return min(others, key=lambda each: abs(each[0] - columns.start))[1] if others else None


def target_line(spans: Line, target: Target, start: int = 0) -> SheetLine:
    """Return a line that is one target, from a cell on to its end."""
    return SheetLine(spans, ((range(start, line_cells(spans)), target),))


def plain_lines(lines: Iterable[SheetLine]) -> tuple[Line, ...]:
    """Return the lines alone."""
    return tuple(each.line for each in lines)
