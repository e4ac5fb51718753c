"""Points earned per competency, study apart from practice."""

from collections.abc import Mapping
from math import fsum
from typing import Final

from planner.core.curriculum import Resource

FULL: Final = 100.0
STUDY_CAP: Final = 70.0
"""Study points beyond this do not count: reading alone never fills a competency."""

Contributions = Mapping[str, tuple[float, str]]
"""Ground to the points earned on it and the resource that earned them."""

_Grounds = dict[str, dict[str, tuple[float, str]]]
_NOTHING: Final = (0.0, "")


def earned(study: float, practice: float) -> float:
    """Return the percent of a competency that these points earn, 0-100."""
    return min(FULL, min(STUDY_CAP, study) + practice)


def mastery(claim: float, percent_earned: float) -> float:
    """Return mastery, 0-100: the claim, plus what was earned of the rest.

    The same as claim + (100 - claim) * earned / 100, in the form that is exact at both ends.
    """
    return FULL - (FULL - claim) * (FULL - percent_earned) / FULL


class Tally:
    """Credited resources, added up. Of resources on the same ground the best one counts."""

    __slots__ = ("_practice", "_study", "practice", "study")

    def __init__(self) -> None:
        self._study: _Grounds = {}
        self._practice: _Grounds = {}
        self.study: dict[str, float] = {}
        """Study points per competency, before the cap."""
        self.practice: dict[str, float] = {}
        """Practice points per competency."""

    def add(self, resource: Resource, credit: float) -> None:
        """Count a resource with this credit (0-1)."""
        for competency, points in resource.teaches.items():
            doing = points * resource.practice
            _count(self._study, self.study, competency, resource, (points - doing) * credit)
            _count(self._practice, self.practice, competency, resource, doing * credit)

    def take_out(self, resource: Resource, base: "Tally") -> None:
        """Count a resource no more: its ground falls back to what `base` holds on it."""
        for competency in resource.teaches:
            _restore(self._study, self.study, competency, resource.ground, base.study_on(competency))
            _restore(self._practice, self.practice, competency, resource.ground, base.practice_on(competency))

    def copy(self) -> "Tally":
        """Return a tally that can go on without touching this one."""
        twin = Tally()
        twin._study = {each: dict(grounds) for each, grounds in self._study.items()}
        twin._practice = {each: dict(grounds) for each, grounds in self._practice.items()}
        twin.study, twin.practice = dict(self.study), dict(self.practice)
        return twin

    def earned(self, competency: str) -> float:
        """Return the percent of a competency that is earned, 0-100."""
        return earned(self.study.get(competency, 0.0), self.practice.get(competency, 0.0))

    def earned_with(self, competency: str, resources: Mapping[str, Resource]) -> float:
        """Return the percent that would be earned if these resources (by ground) were done as well."""
        study, practice = self.study.get(competency, 0.0), self.practice.get(competency, 0.0)
        studied, done = self._study.get(competency, {}), self._practice.get(competency, {})
        for ground, resource in resources.items():
            points = resource.teaches.get(competency)
            if points:
                doing = points * resource.practice
                study += max(0.0, points - doing - studied.get(ground, _NOTHING)[0])
                practice += max(0.0, doing - done.get(ground, _NOTHING)[0])
        return earned(study, practice)

    def study_on(self, competency: str) -> Contributions:
        """Return the study points of a competency, ground by ground."""
        return self._study.get(competency, {})

    def practice_on(self, competency: str) -> Contributions:
        """Return the practice points of a competency, ground by ground."""
        return self._practice.get(competency, {})


def _count(
    grounds: _Grounds, sums: dict[str, float], competency: str, resource: Resource, points: float
) -> None:
    on = grounds.setdefault(competency, {})
    if points > on.get(resource.ground, _NOTHING)[0]:
        on[resource.ground] = (points, resource.id)
        sums[competency] = fsum(points for points, _ in on.values())


def _restore(
    grounds: _Grounds, sums: dict[str, float], competency: str, ground: str, base: Contributions
) -> None:
    on = grounds.get(competency, {})
    if ground in on:
        if ground in base:
            on[ground] = base[ground]
        else:
            del on[ground]
        sums[competency] = fsum(points for points, _ in on.values())
