"""The filters as a board of choices, each with a letter and with how many resources it would leave."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from planner.core.search import Found
from planner.core.standing import Standing
from planner.presentation.lines import Line, cells, fit, fit_right, line, line_cells
from planner.presentation.selection import Group, Selection, Value
from planner.presentation.sheet import Sheet, SheetLine, Target


class Choice(Struct, frozen=True):
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
_BESIDE = 5
"""Cells that a choice takes beside its label and its count: letter, box, spaces."""
_EMPTY = SheetLine(())


def every_choice() -> tuple[Choice, ...]:
    """Return all choices, column by column."""
    return tuple(choice for column in CHOICES for choice in column)


def sheet(standing: Standing, selection: Selection, found: Found, width: int) -> Sheet:
    """Return the board at this width, with live counts."""
    digits = len(f"{len(standing.catalogue.listed):,}")
    rooms = _rooms(width, digits)
    groups = {choice.group for choice in every_choice()}
    counts = {each: selection.counts(standing, found.places, each) for each in groups}
    columns = [_column(selection, counts, *each, digits) for each in zip(CHOICES, rooms, strict=True)]
    height = max(len(column) for column in columns)
    padded = [[*column, *[_EMPTY] * (height - len(column))] for column in columns]
    return Sheet(tuple(_side_by_side(lines, rooms) for lines in zip(*padded, strict=True)))


def outcome(standing: Standing, selection: Selection, found: Found) -> Line:
    """Return how many resources pass, in words."""
    left = len(selection.passing(standing, found.places))
    total = len(standing.catalogue.listed)
    words = f" of {total:,} fit" if left else f"nothing of {total:,} fits: take something out"
    searched = f", searched for “{selection.search}”" if selection.search else ""
    return line((f"{left:,}" if left else "", "good"), (words + searched, "dim" if left else "bad"))


def label_of(group: Group, value: Value) -> str:
    """Return a filter as its chip says it."""
    if group == "levels":
        return f"level {value}"
    return next((each.label for each in every_choice() if (each.group, each.value) == (group, value)), "")


def _column(
    selection: Selection,
    counts: Mapping[Group, Mapping[Value, int]],
    choices: Sequence[Choice],
    width: int,
    digits: int,
) -> list[SheetLine]:
    lines: list[SheetLine] = []
    group: Group | None = None
    for each in choices:
        if each.group != group and each.group in HEADINGS:
            lines += [*([_EMPTY] if lines else []), SheetLine(((HEADINGS[each.group], "dim"),))]
        group = each.group
        left = counts[group].get(each.value, 0)
        lines.append(
            _choice(each, fit_right(f"{left:,}", digits), width, is_in=each.value in selection.chosen(group))
        )
    return lines


def _choice(choice: Choice, left: str, width: int, *, is_in: bool) -> SheetLine:
    style = "strong" if is_in else "dim" if left.strip() == "0" else ""
    spans: Line = (
        (f"{choice.letter} ", "key"),
        ("▣ " if is_in else "▢ ", "good" if is_in else "dim"),
        (fit(choice.label, width - _BESIDE - len(left)), style),
        (f" {left}", "strong" if is_in else "dim"),
    )
    return SheetLine(spans, ((range(line_cells(spans)), choice.target),))


def _rooms(width: int, digits: int) -> list[int]:
    """Return how wide each column is: as its longest label needs, the widest less if that is too much."""
    beside = _BESIDE + digits
    rooms = [max(cells(each.label) for each in column) + beside for column in CHOICES]
    missing = sum(rooms) + _GAP * (len(rooms) - 1) - width
    widest = rooms.index(max(rooms))
    rooms[widest] = max(beside + 1, rooms[widest] - max(0, missing))
    return rooms


def _side_by_side(lines: Sequence[SheetLine], rooms: Sequence[int]) -> SheetLine:
    """Return lines of several columns as one."""
    spans: list[tuple[str, str]] = []
    spots: list[tuple[range, Target]] = []
    for number, each in enumerate(lines):
        start = sum(rooms[:number]) + number * _GAP
        spans.append((" " * (start - line_cells(tuple(spans))), ""))
        spans += each.line
        spots += [(range(start + place.start, start + place.stop), target) for place, target in each.spots]
    return SheetLine(tuple(spans), tuple(spots))
