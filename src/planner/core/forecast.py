"""When the target will be reached, judged by the weeks of study so far.

Bayesian bootstrap: every history of weeks that fits the logged ones is weighed as it deserves, and the
weeks to come are drawn from it. With fewer than four weeks there is too little to judge by.

Source: Rubin, The Bayesian bootstrap, The Annals of Statistics 9, 1981.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from planner.core.schedule import finish

LEAST_WEEKS: Final = 4
LAST_WEEKS: Final = 52
"""Weeks back from which nothing is concluded any more."""
_DRAWS: Final = 400
_FARTHEST: Final = 1040
"""Weeks after which nobody looks any further."""


@dataclass(frozen=True, slots=True)
class Forecast:
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
    recent = list(weeks)[-LAST_WEEKS:]
    if len(recent) < LEAST_WEEKS or not any(recent):
        day = finish(today, hours, hours_per_week)
        return Forecast(day, day, 0)
    random = Random(seed)  # noqa: S311 - no secret is at stake
    needed = sorted(_weeks_needed(hours, recent, random) for _ in range(_DRAWS))
    even, likely = (_quantile(needed, share) for share in (0.5, 0.9))
    return Forecast(_after(today, even), _after(today, likely), len(recent))


def _weeks_needed(hours: float, weeks: Sequence[float], random: Random) -> float:
    """Return in how many weeks these hours are done in one possible future."""
    weights = [random.expovariate(1.0) for _ in weeks]
    if not sum(weight for weight, studied in zip(weights, weeks, strict=True) if studied):
        return _FARTHEST
    passed = 0
    while hours > 0.0 and passed < _FARTHEST:
        for studied in random.choices(weeks, weights, k=8):
            if studied >= hours:
                return passed + hours / studied
            hours -= studied
            passed += 1
    return float(passed)


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def _after(today: date, weeks: float) -> date:
    return today + timedelta(days=min(round(weeks * 7), (date.max - today).days))
