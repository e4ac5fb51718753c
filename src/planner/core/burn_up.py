"""Work done against all work, in estimated hours: what was done until when, and when the rest may be."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.core.credit import evidence, touched
from planner.core.curriculum import Resource
from planner.core.forecast import forecasts
from planner.core.history import EARLIEST, WEEK, History, monday_of
from planner.core.learning_path import LearningPath
from planner.core.profile import Profile
from planner.core.schedule import Schedule
from planner.core.trail import begun

_STAGES: Final = 12
"""Parts into which the work that is left is cut, to see how the forecast widens."""
_SAME: Final = 1e-6
"""Hours by which two stages differ at the least."""
_SUNDAY: Final = timedelta(days=6)


class Reach(Struct, frozen=True):
    """When so much work is done: a point of the forecast."""

    hours: float
    """Work done by then, from the very beginning."""
    even: date
    """As likely before as after."""
    likely: date
    """Nine times of ten before."""


class Flag(Struct, frozen=True):
    """A stop of the path on the way up."""

    role: str
    """Id of the role."""
    reach: Reach
    is_target: bool
    """Whether it is the last stop of all."""


class BurnUp(Struct, frozen=True):
    """What was done, what is left, and when it may be done."""

    points: tuple[tuple[date, float], ...]
    """Hours of work that were done by the end of a day, in order: what nobody dated first, and today last."""
    ahead: tuple[Reach, ...]
    """Points of the forecast in order, the last one all work; none where nothing is left."""
    flags: tuple[Flag, ...]
    """Stops still to come, in order; those that the path does not reach are left out."""
    weeks: int
    """Weeks of study that the forecast is based on; 0 for the plan, which knows no chance."""

    @property
    def start(self) -> date:
        """The Monday of the first week in which something was done, or the day of the set-up."""
        return self.points[0][0]

    @property
    def today(self) -> date:
        """The day up to which there is anything to tell."""
        return self.points[-1][0]

    @property
    def done(self) -> float:
        """Hours of work done."""
        return self.points[-1][1]

    @property
    def total(self) -> float:
        """Hours of all work: what is done, and what the path has left."""
        return self.ahead[-1].hours if self.ahead else self.done

    def to_next_flag(self) -> "BurnUp":
        """Return the part of it that leads to the next flag; the whole where there is but one."""
        if not self.flags:
            return self
        near = self.flags[0].reach
        ahead = tuple(each for each in self.ahead if each.hours <= near.hours)
        return replace(self, ahead=ahead, flags=self.flags[:1])


def burn_up(history: History, path: LearningPath, schedule: Schedule, seed: str) -> BurnUp:
    """Return the work of someone with this history and this path, who goes on by this schedule."""
    points = _points(history)
    done = points[-1][1]
    ends = _leg_ends(path)
    left = _stages(path.hours, ends.values())
    found = forecasts(left, history.weekly_hours, schedule, seed)
    reaches = {
        hours: Reach(done + hours, each.even, each.likely) for hours, each in zip(left, found, strict=True)
    }
    flags = tuple(
        Flag(role, reaches[hours], role == path.legs[-1].target)
        for role, hours in ends.items()
        if hours in reaches
    )
    return BurnUp(points, tuple(reaches.values()), flags, found[-1].weeks if found else 0)


def _stages(hours: float, ends: Collection[float]) -> list[float]:
    """Return hours at even distances up to these, and the ends of the legs in place of what is at them."""
    even = (hours * part / _STAGES for part in range(1, _STAGES + 1))
    between = (each for each in even if all(abs(each - end) > _SAME for end in ends))
    return sorted({each for each in (*between, *ends) if each > _SAME})


def work(profile: Profile, resource: Resource, today: date) -> Mapping[date, float]:
    """Return the estimated hours of a resource that are done, by the day on which they were.

    Logged time counts on its day. What is credited beyond that lies evenly between the day on which the
    resource was started and the day on which it was finished, or today.
    """
    credited = evidence(resource, profile)
    if credited <= 0.0:
        return {}
    found: dict[date, float] = {}
    left = credited * resource.hours
    for day, hours in _logged(profile, resource, today):
        counted = min(left, hours)
        found[day] = found.get(day, 0.0) + counted
        left -= counted
    days = _days(profile, resource, today)
    for day in days:
        found[day] = found.get(day, 0.0) + left / len(days)
    return found


def _logged(profile: Profile, resource: Resource, today: date) -> list[tuple[date, float]]:
    """Return the hours logged on a resource until today, in order of their day."""
    ids = (resource.id, *resource.formerly)
    return sorted(
        (each.day, each.minutes / 60)
        for each in profile.stretches
        if each.resource in ids and each.day is not None and EARLIEST <= each.day <= today
    )


def _days(profile: Profile, resource: Resource, today: date) -> tuple[date, ...]:
    """Return the days over which a resource was done; the earliest of days where nobody knows."""
    progress = profile.progress_of(resource)
    finished = progress.finished if progress.status == "done" else today
    last = min(max(finished or EARLIEST, EARLIEST), today)
    first = min(max(progress.started or last, EARLIEST), last)
    return tuple(first + timedelta(days=each) for each in range((last - first).days + 1))


def _points(history: History) -> tuple[tuple[date, float], ...]:
    """Return how much was done by the end of each week since the first one, and until today."""
    by_day: dict[date, float] = {}
    for resource in touched(history.catalogue, history.profile):
        for day, hours in work(history.profile, resource, history.today).items():
            by_day[day] = by_day.get(day, 0.0) + hours
    dated = [day for day in (*by_day, *history.weeks) if day > EARLIEST]
    start = monday_of(min(dated)) if dated else min(begun(history) or history.today, history.today)
    return tuple(_sums(by_day, start, history.today))


def _sums(by_day: Mapping[date, float], start: date, today: date) -> Iterator[tuple[date, float]]:
    """Go through the sums: what lies before the start, then every seventh day, then all until today."""
    days = sorted(by_day)
    ends = [start + WEEK * week + _SUNDAY for week in range((today - start - _SUNDAY) // WEEK + 1)]
    done, passed = 0.0, 0
    for end in (start - timedelta(days=1), *(each for each in ends if each < today), today):
        while passed < len(days) and days[passed] <= end:
            done += by_day[days[passed]]
            passed += 1
        yield max(start, end), done


def _leg_ends(path: LearningPath) -> Mapping[str, float]:
    """Return the hours after which each role that the path reaches is reached."""
    ends, hours = {}, 0.0
    for leg in path.legs:
        hours += leg.hours
        if not leg.short:
            ends[leg.target] = hours
    return ends
