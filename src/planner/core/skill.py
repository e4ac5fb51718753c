"""Mastery, and the position that follows from it."""

from collections.abc import Iterable, Mapping
from math import fsum
from typing import NamedTuple

from msgspec import Struct

from planner.core.catalogue import Axes, Catalogue
from planner.core.credit import credit, evidence, touched
from planner.core.curriculum import Area
from planner.core.profile import Profile
from planner.core.tally import Tally, mastery


class Position(NamedTuple):
    """Mastery averaged over each area's competencies, 0-100."""

    ml: float
    software: float
    domain: float

    def __sub__(self, other: "Position") -> "Position":
        """Return the difference, area by area."""
        return Position(self.ml - other.ml, self.software - other.software, self.domain - other.domain)

    def of(self, area: Area) -> float:
        """Return the number of one area."""
        return {"ml": self.ml, "software": self.software, "domain": self.domain}[area]


class Skill(Struct, frozen=True):
    """What one person masters under one catalogue."""

    mastery: Mapping[str, float]
    """Competency id to mastery, 0-100."""
    position: Position
    tally: Tally
    """The points behind it. Not to be added to: copy it."""


def assess(catalogue: Catalogue, profile: Profile) -> Skill:
    """Return what a person masters, counting claims and what they knew before planner."""
    counted = ((each, credit(each, profile)) for each in touched(catalogue, profile))
    return _skill(catalogue, profile, profile.claims, Tally.of(pair for pair in counted if pair[1]))


def assess_evidence(catalogue: Catalogue, profile: Profile) -> Skill:
    """Return what a person masters on evidence: neither claims nor what they knew before planner."""
    counted = ((each, evidence(each, profile)) for each in touched(catalogue, profile))
    return _skill(catalogue, profile, {}, Tally.of(pair for pair in counted if pair[1]))


def place(mastered: Mapping[str, float], axes: Axes) -> Position:
    """Return the weighted mean of mastery in each area; 0 where an area has nothing to master."""
    return Position(
        mean(mastered, axes, "ml"), mean(mastered, axes, "software"), mean(mastered, axes, "domain")
    )


def moved_to(position: Position, mastered: Mapping[str, float], axes: Axes, anew: Iterable[str]) -> Position:
    """Return the position after these competencies took another mastery; the same as `place` says."""
    for area in {axes.areas[each] for each in anew if each in axes.areas}:
        position = position._replace(**{area: mean(mastered, axes, area)})
    return position


def mean(mastered: Mapping[str, float], axes: Axes, area: Area) -> float:
    """Return the weighted mean of mastery in one area; 0 where it has nothing to master."""
    total = axes.totals[area]
    return fsum([weight * mastered[each] for each, weight in axes.members[area]]) / total if total else 0.0


def _skill(catalogue: Catalogue, profile: Profile, claims: Mapping[str, float], tally: Tally) -> Skill:
    mastered = {each: mastery(claims.get(each, 0.0), tally.earned(each)) for each in catalogue.competencies}
    return Skill(mastered, place(mastered, catalogue.axes(profile.settings.domain)), tally)
