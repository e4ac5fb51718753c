"""What was studied when: hours by day, week and area, what was finished, the streak."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.credit import touched
from planner.core.curriculum import Area, Resource
from planner.core.profile import Profile, Stretch

WEEK: Final = timedelta(weeks=1)
EARLIEST: Final = date(1900, 1, 1)
"""What is dated before this is a slip of the pen."""


class Spent(NamedTuple):
    """Hours of study, area by area."""

    software: float = 0.0
    ml: float = 0.0
    domain: float = 0.0
    other: float = 0.0
    """On resources that no curriculum knows any more."""

    def plus(self, more: "Spent") -> "Spent":
        """Return the sum of two."""
        return Spent(*(one + other for one, other in zip(self, more, strict=True)))

    @property
    def hours(self) -> float:
        """Hours in all areas together."""
        return sum(self)

    def of(self, area: Area) -> float:
        """Return the hours of one area."""
        return {"software": self.software, "ml": self.ml, "domain": self.domain}[area]


_NOTHING: Final = Spent()


class Finish(Struct, frozen=True):
    """A resource that was finished on a day."""

    day: date
    resource: Resource


class Week(Struct, frozen=True):
    """Seven days from a Monday on."""

    monday: date
    spent: Spent = _NOTHING
    finished: tuple[Finish, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was studied and nothing finished."""
        return not self.finished and self.spent.hours <= 0


class History(Struct, frozen=True, dict=True):
    """What one person studied until today; what is dated later waits for its day."""

    catalogue: Catalogue
    profile: Profile
    today: date

    @cached_property
    def days(self) -> Mapping[date, Spent]:
        """Hours by day, in order; days without study are left out."""
        spent: dict[date, Spent] = {}
        for day, each in self._dated():
            spent[day] = spent.get(day, _NOTHING).plus(self._spent(each))
        return {day: spent[day] for day in sorted(spent)}

    @cached_property
    def finished(self) -> tuple[Finish, ...]:
        """What was finished, in order of its day; what has no day is left out."""
        found = []
        for resource in touched(self.catalogue, self.profile):
            progress = self.profile.progress_of(resource)
            if progress.status == "done" and progress.finished and self._has_come(progress.finished):
                found.append(Finish(progress.finished, resource))
        return tuple(sorted(found, key=lambda each: each.day))

    @cached_property
    def weeks(self) -> Mapping[date, Week]:
        """The weeks in which something was done, in order, by their Monday."""
        mondays = sorted({monday_of(day) for day in (*self.days, *(each.day for each in self.finished))})
        return {monday: self._week(monday) for monday in mondays}

    @cached_property
    def total(self) -> Spent:
        """All hours."""
        return _sum(self.days.values())

    @cached_property
    def streak(self) -> int:
        """Weeks in a row in which something was done; this one counts once something is, and is no gap."""
        monday = monday_of(self.today)
        if monday not in self.weeks:
            monday -= WEEK
        return self._run_until(monday)

    @cached_property
    def longest_streak(self) -> int:
        """The most weeks in a row that there ever were."""
        ends = (each for each in self.weeks if each + WEEK not in self.weeks)
        return max((self._run_until(each) for each in ends), default=0)

    @cached_property
    def weekly_hours(self) -> tuple[float, ...]:
        """Hours of each whole week since the first one with study, empty ones included, pauses left out."""
        if not self.days:
            return ()
        monday, hours = monday_of(next(iter(self.days))), []
        while monday + WEEK <= self.today:
            if not any(
                first <= monday and monday + WEEK <= last + timedelta(days=1)
                for first, last in self.profile.pauses
            ):
                hours.append(self.weeks.get(monday, Week(monday)).spent.hours)
            monday += WEEK
        return tuple(hours)

    def last_weeks(self, amount: int) -> tuple[Week, ...]:
        """Return this week and those before it, empty ones included, the oldest first."""
        this = monday_of(self.today)
        mondays = (this - WEEK * back for back in range(amount - 1, -1, -1))
        return tuple(self.weeks.get(monday, Week(monday)) for monday in mondays)

    def _week(self, monday: date) -> Week:
        days = (self.days.get(monday + timedelta(days=each), _NOTHING) for each in range(7))
        finished = tuple(each for each in self.finished if monday_of(each.day) == monday)
        return Week(monday, _sum(days), finished)

    def _run_until(self, monday: date) -> int:
        length = 0
        while monday - WEEK * length in self.weeks:
            length += 1
        return length

    def _dated(self) -> Iterator[tuple[date, Stretch]]:
        """Go through what was studied until today."""
        for each in self.profile.stretches:
            if each.day is not None and self._has_come(each.day):
                yield each.day, each

    def _has_come(self, day: date) -> bool:
        return EARLIEST <= day <= self.today

    def _spent(self, stretch: Stretch) -> Spent:
        resource = self.catalogue.resources.get(self.catalogue.now_called(stretch.resource))
        area = self.catalogue.area_of(resource) if resource else "other"
        return Spent(**{area: stretch.minutes / 60})


def stretches_of(profile: Profile, resource: Resource) -> tuple[Stretch, ...]:
    """Return what was studied of a resource, the last day first."""
    ids = (resource.id, *resource.formerly)
    found = [each for each in profile.stretches if each.resource in ids]
    return tuple(sorted(found, key=lambda each: (each.day or date.min, each.name), reverse=True))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _sum(spent: Iterable[Spent]) -> Spent:
    total = _NOTHING
    for each in spent:
        total = total.plus(each)
    return total
