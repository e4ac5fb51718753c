"""The filters as a board of choices, each with a letter and with how many resources it would leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planner.core.search import Found
from planner.core.standing import Standing
from planner.presentation.figures import count
from planner.presentation.lines import Line, fit, fit_right, line_cells
from planner.presentation.selection import Group, Selection, Value
from planner.presentation.sheet import Sheet, SheetLine, Target


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter lets through."""

    group: Group
    value: Value
    letter: str
    """The key that sets it, and takes it out again."""
    label: str

    @property
    def target(self) -> Target:
        """What a click on it does."""
        return Target("filter", self.group, self.value)


HEADINGS: Final[dict[Group, str]] = {
    "areas": "area", "levels": "level", "costs": "cost", "states": "status", "ready": "only what is",
    "kinds": "kind",
}  # fmt: skip
CHOICES: Final[tuple[tuple[Choice, ...], ...]] = (
    (
        Choice("areas", "software", "S", "software"),
        Choice("areas", "ml", "M", "ml"),
        Choice("areas", "domain", "D", "domain"),
        Choice("levels", 1, "1", "introduces"),
        Choice("levels", 2, "2", "builds"),
        Choice("levels", 3, "3", "deepens"),
        Choice("costs", "free", "f", "free"),
        Choice("costs", "freemium", "m", "freemium"),
        Choice("costs", "paid", "$", "paid"),
    ),
    (
        Choice("ready", True, "y", "ready now"),
        Choice("on_path", True, "o", "on your path"),
        Choice("states", "ready", "r", "ready"),
        Choice("states", "doing", "g", "doing"),
        Choice("states", "done", "e", "done"),
        Choice("states", "known", "w", "known before"),
        Choice("states", "presumed", "u", "presumed known"),
        Choice("states", "locked", "n", "needs others first"),
        Choice("states", "skipped", "s", "skipped"),
    ),
    (
        Choice("kinds", "book", "b", "book"),
        Choice("kinds", "course", "c", "course"),
        Choice("kinds", "article", "a", "article"),
        Choice("kinds", "paper", "p", "paper"),
        Choice("kinds", "docs", "d", "docs"),
        Choice("kinds", "video", "v", "video"),
        Choice("kinds", "exercise", "x", "exercise"),
        Choice("kinds", "project", "t", "project"),
        Choice("kinds", "practice", "i", "practice"),
    ),
)
"""Column by column; letters that move the cursor elsewhere (h j k l) set nothing here."""
_GAP = 2
_EMPTY = SheetLine(())


def every_choice() -> tuple[Choice, ...]:
    """Return all choices, column by column."""
    return tuple(choice for column in CHOICES for choice in column)


def sheet(standing: Standing, selection: Selection, found: Found, width: int) -> Sheet:
    """Return the board at this width, with live counts."""
    room = (width - _GAP * (len(CHOICES) - 1)) // len(CHOICES)
    columns = [_column(standing, selection, found, column, room) for column in CHOICES]
    height = max(len(column) for column in columns)
    padded = [[*column, *[_EMPTY] * (height - len(column))] for column in columns]
    return Sheet(tuple(_side_by_side(lines, room) for lines in zip(*padded, strict=True)))


def outcome(standing: Standing, selection: Selection, found: Found) -> str:
    """Return how many resources are left, in words."""
    left = len(selection.passing(standing, found.places))
    return f"{count(left, 'resource')} of {len(standing.catalogue.listed):,}"


def label_of(group: Group, value: Value) -> str:
    """Return a filter as its chip says it."""
    if group == "levels":
        return f"level {value}"
    return next((each.label for each in every_choice() if (each.group, each.value) == (group, value)), "")


def _column(
    standing: Standing, selection: Selection, found: Found, choices: Sequence[Choice], width: int
) -> list[SheetLine]:
    lines: list[SheetLine] = []
    group: Group | None = None
    for each in choices:
        if each.group != group and each.group in HEADINGS:
            lines += [*([_EMPTY] if lines else []), SheetLine(((HEADINGS[each.group], "dim"),))]
        group = each.group
        left = selection.counts(standing, found.places, group).get(each.value, 0)
        lines.append(_choice(each, left, width, is_in=each.value in selection.chosen(group)))
    return lines


def _choice(choice: Choice, left: int, width: int, *, is_in: bool) -> SheetLine:
    style = "strong" if is_in else "" if left else "dim"
    line: Line = (
        (f"{choice.letter} ", "key"),
        ("▣ " if is_in else "▢ ", "good" if is_in else "dim"),
        (fit(choice.label, width - 10), style),
        (fit_right(f"{left:,}", 6), "dim" if not is_in else "strong"),
    )
    return SheetLine(line, ((range(line_cells(line)), choice.target),))


def _side_by_side(lines: Sequence[SheetLine], width: int) -> SheetLine:
    """Return lines of several columns as one."""
    spans: list[tuple[str, str]] = []
    spots: list[tuple[range, Target]] = []
    for number, each in enumerate(lines):
        start = number * (width + _GAP)
        spans.append((" " * (start - line_cells(tuple(spans))), ""))
        spans += each.line
        spots += [(range(start + cells.start, start + cells.stop), target) for cells, target in each.spots]
    return SheetLine(tuple(spans), tuple(spots))
