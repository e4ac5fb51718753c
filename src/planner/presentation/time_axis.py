"""Days as columns: a strip of time in which bars, flags and pauses stand, half a cell precise."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from planner.presentation.lines import PLAIN, Line, Span

SCALES = (1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56)
"""Days that a cell may stand for."""
_CROWDED = 1.15
"""How many times the days that fit may have to pass before a coarser scale is taken."""
_LEAST_LABEL = 6
"""Cells from one label to the next, at the least."""
_WEEK = 7
_MONTHS = (1, 3, 6, 12)
_JANUARY = 1

HEAVY = (" ", "╺", "╸", "━")
LIGHT = (" ", "╶", "╴", "─")
"""Nothing, the right half, the left half, a whole cell of a bar."""


class Axis(Struct, frozen=True):
    """So many days from one on, drawn in so many cells."""

    start: date
    days: int
    """Days of a cell."""
    cells: int
    today: date
    pauses: Sequence[tuple[date, date]] = ()

    def half(self, day: date) -> int:
        """Return in which half of a cell a day is, counted from 0; outside of the strip it goes on."""
        return 2 * (day - self.start).days // self.days

    @property
    def end(self) -> date:
        """The first day after it."""
        return _later(self.start, self.days * self.cells)


def axis_of(
    today: date, pauses: Sequence[tuple[date, date]], days: float, room: int, seen: tuple[date, date, date]
) -> Axis:
    """Return the axis of a strip this many cells wide.

    Args:
        today: it begins no earlier than just before this day.
        pauses: stretches without study.
        days: so many days pass on as many rows as one sees at once.
        room: cells of the strip.
        seen: the day on which the first row begins that one sees; first and last day of the highlighted one.
    """
    scale = next((each for each in SCALES if each * room * _CROWDED >= days), SCALES[-1])
    first, start, finish = seen
    begin = min(first, start)
    if (finish - begin).days >= scale * (room - 2):
        begin = max(begin, min(start, _later(finish, -scale * (room * 7 // 8))))
    begin = _later(max(begin, today), -scale)
    return Axis(begin, scale, room, today, pauses)


def bar(axis: Axis, first: date, last: date, style: str, glyphs: tuple[str, str, str, str] = HEAVY) -> Line:
    """Return a strip with a bar from one day to another; an arrow says where to look for what is outside."""
    begin, end = axis.half(first), axis.half(last)
    if end < 0 or begin >= 2 * axis.cells:
        return _arrow(axis, is_before=end < 0)
    strip = _ground(axis)
    for place in range(max(0, begin // 2), min(axis.cells, end // 2 + 1)):
        left, right = begin <= 2 * place <= end, begin <= 2 * place + 1 <= end
        if not _is_off(axis, place):
            strip[place] = (glyphs[2 * left + right], style)
    return _merged(strip)


def flag(axis: Axis, day: date, glyph: str, style: str) -> Line:
    """Return a strip with a glyph on a day; an arrow says where to look for it outside."""
    strip, place = _ground(axis), axis.half(day) // 2
    if not 0 <= place < axis.cells:
        return _arrow(axis, is_before=place < 0)
    strip[place] = (glyph, style)
    return _merged(strip)


def _arrow(axis: Axis, *, is_before: bool) -> Line:
    strip = _ground(axis)
    strip[0 if is_before else -1] = ("‹" if is_before else "›", "axis")
    return _merged(strip)


def empty(axis: Axis) -> Line:
    """Return a strip with nothing in it but today and pauses."""
    return _merged(_ground(axis))


def head(axis: Axis) -> Line:
    """Return the days over the strip; what says the year comes before what does not."""
    labels = list(_labels(axis))
    years = [(day, str(day.year)) for day, _ in labels if day.month == _JANUARY and day.day == 1]
    text = [" "] * axis.cells
    has_year = [_put(text, axis.half(day) // 2, label) for day, label in [(axis.today, "today"), *years]][1:]
    for day, label in labels:
        place = axis.half(day) // 2
        if not any(has_year) and _put(text, place, f"{label} {day.year}"):
            has_year = [True]
        else:
            _put(text, place, label)
    return (("".join(text), "dim"),)


def _put(text: list[str], place: int, label: str) -> bool:
    """Write a label where there is room for it and a space around it; return whether there is."""
    end = place + len(label)
    if place < 0 or end > len(text) or "".join(text[max(0, place - 1) : end + 1]).strip():
        return False
    text[place:end] = label
    return True


def _ground(axis: Axis) -> list[Span]:
    """Return what is behind the bars, cell by cell."""
    today = axis.half(axis.today) // 2
    return [
        ("░", "to-go") if _is_off(axis, place) else ("┊", "dim") if place == today else (" ", PLAIN)
        for place in range(axis.cells)
    ]


def _is_off(axis: Axis, place: int) -> bool:
    """Return whether a cell lies in a pause with all its days."""
    if not axis.pauses:
        return False
    first = _later(axis.start, place * axis.days)
    last = _later(first, axis.days - 1)
    return any(begin <= first and last <= end for begin, end in axis.pauses)


def _labels(axis: Axis) -> Iterator[tuple[date, str]]:
    """Go through the days that get a label: Mondays on a fine scale, firsts of months on a coarse one."""
    if axis.days * _LEAST_LABEL < 2 * _WEEK:
        weeks = -(-_LEAST_LABEL * axis.days // _WEEK)
        monday = _later(axis.start, -axis.start.weekday() % _WEEK)
        for number in range(0, axis.days * axis.cells // _WEEK + 1, weeks):
            day = _later(monday, _WEEK * number)
            yield day, f"{day.day} {day:%b}"
        return
    apart = next((each for each in _MONTHS if 30 * each >= axis.days * 4), _MONTHS[-1])
    for day in _firsts(axis):
        if (day.month - 1) % apart == 0:
            yield day, f"{day:%b}"


def _firsts(axis: Axis) -> Iterator[date]:
    """Go through the first days of months within an axis."""
    number = axis.start.year * 12 + axis.start.month - (axis.start.day == 1)
    while number // 12 <= date.max.year and (day := date(number // 12, number % 12 + 1, 1)) < axis.end:
        yield day
        number += 1


def _later(day: date, days: int) -> date:
    """Return a day some days later, or earlier; the calendar's own end is the end."""
    return date.fromordinal(max(1, min(date.max.toordinal(), day.toordinal() + days)))


def _merged(strip: Sequence[Span]) -> Line:
    """Return cells as few spans."""
    merged: list[Span] = []
    for text, style in strip:
        if merged and merged[-1][1] == style:
            merged[-1] = (merged[-1][0] + text, style)
        else:
            merged.append((text, style))
    return tuple(merged)
