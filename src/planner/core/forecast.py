"""When the target will be reached, judged by the weeks of study so far.

Bayesian bootstrap: every history of weeks that fits the logged ones is weighed as it deserves, and the
weeks to come are drawn from it. With fewer than four weeks there is too little to judge by.

Source: Rubin, The Bayesian bootstrap, The Annals of Statistics 9, 1981.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planner.core.schedule import Schedule

if TYPE_CHECKING:
    from random import Random

LEAST_WEEKS: Final = 4
LAST_WEEKS: Final = 52
"""Weeks back from which nothing is concluded any more."""
_DRAWS: Final = 400
_FARTHEST: Final = 1040
"""Weeks after which nobody looks any further."""
_DRAWN: Final = 208
"""Weeks that are drawn one by one; after four years the mean says as much."""
_AT_ONCE: Final = 8
"""Weeks drawn at a time; it divides those that are drawn."""


class Forecast(Struct, frozen=True):
    """Days by which the target is reached."""

    even: date
    """As likely before as after."""
    likely: date
    """Nine times of ten before."""
    weeks: int
    """Weeks of study that it is based on; 0 for the plan, which knows no chance."""


def forecast(hours: float, weeks: Sequence[float], today: date, hours_per_week: float, seed: str) -> Forecast:
    """Return when these hours of study will be done by someone who logged these hours week by week.

    The same arguments give the same answer. With fewer than four weeks, or none in which anything was
    studied, it is the plan: so many hours every week.
    """
    return forecasts([hours], weeks, Schedule(today, hours_per_week), seed)[0]


def forecasts(
    stages: Sequence[float], weeks: Sequence[float], schedule: Schedule, seed: str
) -> tuple[Forecast, ...]:
    """Return when each of these amounts of estimated hours, the smallest first, will be done."""
    recent = list(weeks)[-LAST_WEEKS:]
    if len(recent) < LEAST_WEEKS or not any(recent):
        return tuple(Forecast(day, day, 0) for day in map(schedule.day, stages))
    from random import Random

    random = Random(seed)  # noqa: S311 - no secret is at stake
    spent = [hours * schedule.pace for hours in stages]
    futures = [_weeks_needed(spent, recent, random) for _ in range(_DRAWS)]
    found = []
    for needed in zip(*futures, strict=True):
        ordered = sorted(needed)
        even, likely = (schedule.after(round(_quantile(ordered, share) * 7)) for share in (0.5, 0.9))
        found.append(Forecast(even, likely, len(recent)))
    return tuple(found)


def _weeks_needed(stages: Sequence[float], weeks: Sequence[float], random: "Random") -> list[float]:
    """Return in how many weeks each of these amounts of hours is done in one possible future."""
    weights = [random.expovariate(1.0) for _ in weeks]
    if not sum(weight for weight, studied in zip(weights, weeks, strict=True) if studied):
        return [_FARTHEST] * len(stages)
    heaped = list(accumulate(weights))
    needed = [0.0 for hours in stages if hours <= 0.0]
    done = 0.0
    for passed in range(0, _DRAWN, _AT_ONCE):
        if len(needed) == len(stages):
            break
        ends = list(accumulate(random.choices(weeks, cum_weights=heaped, k=_AT_ONCE), initial=done))
        done = ends[-1]
        while len(needed) < len(stages) and stages[len(needed)] <= done:
            needed.append(passed + _place(ends, stages[len(needed)]))
    mean = sum(map(mul, weights, weeks)) / heaped[-1]
    later = (_DRAWN + (hours - done) / mean if mean else _FARTHEST for hours in stages[len(needed) :])
    return needed + [min(float(_FARTHEST), each) for each in later]


def _place(ends: Sequence[float], hours: float) -> float:
    """Return how many weeks in so many hours are reached, given those at the end of each week."""
    week = bisect_left(ends, hours)
    return week - 1 + (hours - ends[week - 1]) / (ends[week] - ends[week - 1])


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]
