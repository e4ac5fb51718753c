"""Which claims matter: how many hours of path each would save."""

from collections.abc import Mapping
from typing import Final

from planner.core.catalogue import Catalogue
from planner.core.learning_path import find_path
from planner.core.prerequisites import stand
from planner.core.profile import Profile
from planner.core.skill import assess
from planner.core.target import requirement, stops

STEP: Final = 20.0
"""Points by which a claim is raised to see what that saves."""


def path_hours(catalogue: Catalogue, profile: Profile) -> float:
    """Return the hours of a path found at once, whatever path was adopted."""
    return find_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile)).hours


def leverage(catalogue: Catalogue, profile: Profile) -> Mapping[str, float]:
    """Return the hours that a claim twenty points higher would save, for each competency that counts.

    Takes the time of one path for each of them, about ten milliseconds.
    """
    base = path_hours(catalogue, profile)
    return {
        each: base - path_hours(catalogue, with_claims(profile, {each: raised(profile, each)}))
        for each in counting(catalogue, profile)
    }


def counting(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """Return the competencies that have weight, or that a stop of the path asks for."""
    wanted = set(catalogue.axes(profile.settings.domain).weights)
    for role in stops(catalogue, profile.settings):
        wanted |= requirement(catalogue, role).floors.keys()
    return tuple(each for each in catalogue.competencies if each in wanted)


def with_claims(profile: Profile, claims: Mapping[str, float]) -> Profile:
    """Return a profile with other claims, to see what they would do."""
    return profile.with_entries({("claims", each): {"value": value} for each, value in claims.items()})


def raised(profile: Profile, competency: str) -> float:
    """Return a claim, raised by a step."""
    return min(100.0, profile.claims.get(competency, 0.0) + STEP)
