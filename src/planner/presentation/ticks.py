"""The names of months and years under a drawing in which time runs to the right."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""Months from one tick to the next, the shortest that has room is taken."""
_ROOM: Final = 7
"""Cells from one tick to the next, at the least."""
_YEAR: Final = 8
"""Cells of a month with its year."""
_MONTHS: Final = 12
_DAYS_A_MONTH: Final = 30.44


class Tick(NamedTuple):
    """A name under a column."""

    column: int
    label: str


def place_of(day: date, start: date, end: date, columns: int) -> float:
    """Return the column of a day where these two stand in the first and the last one."""
    share = (day - start).days / max(1, (end - start).days)
    return max(0.0, min(1.0, share)) * (columns - 1)


def ticks(start: date, end: date, columns: int) -> tuple[Tick, ...]:
    """Return names for this many columns, none over another or beyond the last; a year is among them."""
    span = max(1, (end - start).days)
    a_month = (columns - 1) / span * _DAYS_A_MONTH
    step = next((each for each in _STEPS if each * a_month >= _ROOM), _STEPS[-1])
    named = [(round(place_of(day, start, end, columns)), day) for day in _firsts(start, end, step)]
    labels = [Tick(at, f"{day.year}" if day.month == 1 else f"{day:%b}") for at, day in named]
    kept = tuple(_apart(labels, columns))
    if any(each.label.isdigit() for each in kept):
        return kept
    at, day = named[0] if named and named[0][0] + _YEAR <= columns else (0, start)
    return tuple(_apart([Tick(at, f"{day:%b %Y}"), *labels[1:]], columns))


def _firsts(start: date, end: date, step: int) -> Iterator[date]:
    """Go through the first days of every so many months."""
    first = start.year * _MONTHS + start.month - 1 + (start.day > 1)
    for month in range(-(-first // step) * step, end.year * _MONTHS + end.month, step):
        yield date(month // _MONTHS, month % _MONTHS + 1, 1)


def _apart(labels: list[Tick], columns: int) -> Iterator[Tick]:
    """Go through the labels for which there is room, one cell between them."""
    free = 0
    for each in labels:
        if each.column >= free and each.column + len(each.label) <= columns:
            free = each.column + len(each.label) + 1
            yield each
