"""When the items of a path begin and end, and what each week holds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil, floor

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.learning_path import Step
from planner.core.profile import Profile

DEFAULT_HOURS_PER_WEEK = 8.0
PACE_PRIOR = 10.0
"""Hours that stand for a pace of 1 until there is more to go by."""
SLOWEST, FASTEST = 3.0, 0.5
LEAST_LOGGED = 0.25
"""Share of a finished item's hours that has to be logged for it to say anything about pace."""
_LITTLE = 0.05
"""Hours of an item in a week that are not worth a line."""

Pauses = Sequence[tuple[date, date]]
"""First and last days of stretches without study, in order."""


class Span(Struct, frozen=True):
    """First and last day of an item."""

    start: date
    finish: date


class Slot(Struct, frozen=True):
    """What a week holds of one item."""

    id: str
    hours: float
    parts: tuple[int, int] | None
    """First and last part, counted from 1; None where it has no parts, or none ends in this week."""


class Week(Struct, frozen=True):
    """One week of study, from the weekday on which the schedule begins."""

    start: date
    slots: tuple[Slot, ...]


class Schedule(Struct, frozen=True):
    """So many hours every week from a day on, pauses left out."""

    start: date
    hours_per_week: float
    pace: float = 1.0
    """Hours really spent over hours estimated."""
    pauses: Pauses = ()

    def day(self, hours: float) -> date:
        """Return the day on which so many estimated hours are done."""
        return self.after(round(hours * self.pace / self.hours_per_week * 7))

    def after(self, studied: int) -> date:
        """Return the day after so many days of study."""
        day = _later(self.start, studied)
        for first, last in self.pauses:
            if first <= day and last >= self.start:
                day = _later(day, (last - max(first, self.start)).days + 1)
        return day

    def spans(self, steps: Iterable[Step]) -> tuple[Span, ...]:
        """Return when each step begins and ends."""
        spans, hours = [], 0.0
        for step in steps:
            first = self.day(hours)
            hours += step.hours
            spans.append(Span(first, self.day(hours)))
        return tuple(spans)

    def weeks(self, catalogue: Catalogue, profile: Profile, steps: Iterable[Step]) -> tuple[Week, ...]:
        """Return what each week holds: several small items, or some parts of a large one."""
        held: dict[int, list[Slot]] = {}
        room, done = self.hours_per_week / self.pace, 0.0
        for step in steps:
            resource = catalogue.resources[step.id]
            ticked = profile.progress_of(resource).parts
            first, last = done, done + step.hours
            for number, begin, end in _split(first, last, room):
                shares = tuple((each - first) / step.hours for each in (begin, end))
                parts = _parts(ticked, resource.parts, *shares) if resource.parts else None
                held.setdefault(number, []).append(Slot(step.id, (end - begin) * self.pace, parts))
            done = last
        return tuple(Week(self.after(7 * number), tuple(slots)) for number, slots in sorted(held.items()))


def pace(catalogue: Catalogue, profile: Profile) -> float:
    """Return hours really spent over hours estimated, from finished items with logged time; 1 for none."""
    actual = estimated = 0.0
    for resource_id in {catalogue.now_called(each) for each in profile.minutes}:
        resource = catalogue.resources.get(resource_id)
        if resource is None or profile.progress_of(resource).status != "done":
            continue
        hours = profile.minutes_of(resource) / 60
        if hours >= LEAST_LOGGED * resource.hours:
            actual, estimated = actual + hours, estimated + resource.hours
    return min(SLOWEST, max(FASTEST, (actual + PACE_PRIOR) / (estimated + PACE_PRIOR)))


def _split(first: float, last: float, room: float) -> Iterator[tuple[int, float, float]]:
    """Go through the weeks that a stretch of hours touches, with where it begins and ends in each."""
    for number in range(floor(first / room), ceil(last / room)):
        begin, end = max(first, number * room), min(last, (number + 1) * room)
        if end - begin > _LITTLE or (begin, end) == (first, last):
            yield number, begin, end


def _parts(ticked: int, total: int, begin: float, end: float) -> tuple[int, int] | None:
    """Return the parts that are worked on between two shares (0-1) of what is left of an item."""
    left = total - ticked
    first, last = ticked + floor(begin * left + 1e-9) + 1, ticked + ceil(end * left - 1e-9)
    return (first, last) if first <= last <= total else None


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
