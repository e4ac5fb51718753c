"""When the items of a path begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.catalogue import Catalogue
from planner.core.learning_path import Step
from planner.core.profile import Profile

DEFAULT_HOURS_PER_WEEK = 8.0
PACE_PRIOR = 10.0
"""Hours that stand for a pace of 1 until there is more to go by."""
SLOWEST, FASTEST = 3.0, 0.5
LEAST_LOGGED = 0.25
"""Share of a finished item's hours that has to be logged for it to say anything about pace."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of an item."""

    start: date
    finish: date


def pace(catalogue: Catalogue, profile: Profile) -> float:
    """Return hours really spent over hours estimated, from finished items with logged time; 1 for none."""
    actual = estimated = 0.0
    for resource in catalogue.resources.values():
        hours = profile.minutes_of(resource) / 60
        is_done = profile.progress_of(resource).status == "done"
        if is_done and hours >= LEAST_LOGGED * resource.hours:
            actual, estimated = actual + hours, estimated + resource.hours
    return min(SLOWEST, max(FASTEST, (actual + PACE_PRIOR) / (estimated + PACE_PRIOR)))


def spread(steps: Iterable[Step], start: date, hours_per_week: float, pace_: float = 1.0) -> tuple[Span, ...]:
    """Return when each step begins and ends, studying this many hours every week from `start` on."""
    spans = []
    hours = 0.0
    for step in steps:
        first = _day(start, hours, hours_per_week)
        hours += step.hours * pace_
        spans.append(Span(first, _day(start, hours, hours_per_week)))
    return tuple(spans)


def finish(start: date, hours: float, hours_per_week: float) -> date:
    """Return the day on which these hours are done."""
    return _day(start, hours, hours_per_week)


def _day(start: date, hours: float, hours_per_week: float) -> date:
    days = round(hours / hours_per_week * 7)
    return start + timedelta(days=min(days, (date.max - start).days))
