"""Points earned per competency, study apart from practice."""

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import Final, NamedTuple

from planner.core.curriculum import Resource

FULL: Final = 100.0
STUDY_CAP: Final = 70.0
"""Study points beyond this do not count: reading alone never fills a competency."""


class GroundPoints(NamedTuple):
    """What was earned of one competency on one ground: by one resource, or by those of one choice.

    They count for as much as the best of them, and as much of that by doing as was done.
    """

    read: float = 0.0
    """Most study points of a resource."""
    read_in: str = ""
    practice: float = 0.0
    """Most practice points of a resource."""
    practised_in: str = ""
    best: float = 0.0
    """Most points of a resource, study and practice together."""

    @property
    def study(self) -> float:
        """Study points that count beside the practice."""
        return min(self.read, self.best - self.practice)

    def with_(self, resource: Resource, points: float) -> "GroundPoints":
        """Return the ground with these points of a resource as well."""
        doing = points * resource.practice
        reading = points - doing
        return GroundPoints(
            *((reading, resource.id) if reading > self.read else (self.read, self.read_in)),
            *((doing, resource.id) if doing > self.practice else (self.practice, self.practised_in)),
            best=max(self.best, points),
        )


_EMPTY: Final = GroundPoints()


def earned(study: float, practice: float) -> float:
    """Return the percent of a competency that these points earn, 0-100."""
    return min(FULL, min(STUDY_CAP, study) + practice)


def mastery(claim: float, percent_earned: float) -> float:
    """Return mastery, 0-100: the claim, plus what was earned of the rest.

    The same as claim + (100 - claim) * earned / 100, in the form that is exact at both ends.
    """
    return FULL - (FULL - claim) * (FULL - percent_earned) / FULL


class Tally:
    """Credited resources, added up."""

    __slots__ = ("_grounds", "practice", "study")

    def __init__(self) -> None:
        self._grounds: dict[str, dict[str, GroundPoints]] = {}
        self.study: dict[str, float] = {}
        """Study points per competency, before the cap."""
        self.practice: dict[str, float] = {}
        """Practice points per competency."""

    @classmethod
    def of(cls, credited: Iterable[tuple[Resource, float]]) -> "Tally":
        """Return the tally of resources with their credits (0-1), summed up once."""
        tally = cls()
        for resource, credit in credited:
            tally._count(resource, credit)
        for competency in tally._grounds:
            tally._sum(competency)
        return tally

    def add(self, resource: Resource, credit: float) -> None:
        """Count a resource with this credit (0-1)."""
        for competency in self._count(resource, credit):
            self._sum(competency)

    def _count(self, resource: Resource, credit: float) -> list[str]:
        """Count a resource, and return the competencies whose sums that changes."""
        changed = []
        for competency, points in resource.teaches.items():
            grounds = self._grounds.setdefault(competency, {})
            before = grounds.get(resource.ground, _EMPTY)
            after = before.with_(resource, points * credit)
            if after != before:
                grounds[resource.ground] = after
                changed.append(competency)
        return changed

    def take_out(self, resource: Resource, base: "Tally") -> None:
        """Count a resource no more: its ground falls back to what `base` holds on it."""
        for competency in resource.teaches:
            grounds = self._grounds.get(competency, {})
            former = base.on(competency).get(resource.ground)
            if former is None:
                grounds.pop(resource.ground, None)
            else:
                grounds[resource.ground] = former
            self._sum(competency)

    def copy(self) -> "Tally":
        """Return a tally that can go on without touching this one."""
        twin = Tally()
        twin._grounds = {each: dict(grounds) for each, grounds in self._grounds.items()}
        twin.study, twin.practice = dict(self.study), dict(self.practice)
        return twin

    @property
    def grounds(self) -> set[str]:
        """The grounds on which something was earned."""
        return {ground for grounds in self._grounds.values() for ground in grounds}

    def on(self, competency: str) -> Mapping[str, GroundPoints]:
        """Return what was earned of a competency, ground by ground."""
        return self._grounds.get(competency, {})

    def earned(self, competency: str) -> float:
        """Return the percent of a competency that is earned, 0-100."""
        return earned(self.study.get(competency, 0.0), self.practice.get(competency, 0.0))

    def earned_with(self, competency: str, resources: Mapping[str, Resource], credit: float = 1.0) -> float:
        """Return the percent that would be earned if these resources (by ground) had this credit (0-1)."""
        study, practice = self.study.get(competency, 0.0), self.practice.get(competency, 0.0)
        for more_study, more_practice in self.added(competency, resources, credit):
            study, practice = study + more_study, practice + more_practice
        return earned(study, practice)

    def added(
        self, competency: str, resources: Mapping[str, Resource], credit: float = 1.0
    ) -> Iterator[tuple[float, float]]:
        """Go through the study and practice points that these resources (by ground) would add."""
        grounds = self._grounds.get(competency, {})
        for ground, resource in resources.items():
            points = resource.teaches.get(competency)
            if points:
                before = grounds.get(ground, _EMPTY)
                after = before.with_(resource, points * credit)
                yield after.study - before.study, after.practice - before.practice

    def _sum(self, competency: str) -> None:
        grounds = self._grounds.get(competency, {}).values()
        self.study[competency] = fsum(each.study for each in grounds)
        self.practice[competency] = fsum(each.practice for each in grounds)
