"""How much of one resource counts, and how much of it is left."""

from collections.abc import Sequence

from planner.core.catalogue import Catalogue
from planner.core.curriculum import Resource
from planner.core.profile import Profile

MOST_IN_PROGRESS = 0.9
"""Credit that a resource can reach without being marked done."""
LEAST_LEFT = 0.1
"""Share of its hours that a resource being done has left, at the least."""


def touched(catalogue: Catalogue, profile: Profile) -> Sequence[Resource]:
    """Return the resources that a profile says anything about, in their order; no other has any credit."""
    known = {catalogue.now_called(each) for each in (*profile.progress, *profile.minutes)}
    places = sorted(catalogue.places[each] for each in known & catalogue.places.keys())
    return [catalogue.listed[place] for place in places]


def evidence(resource: Resource, profile: Profile) -> float:
    """Return the share of a resource that was done in planner, 0-1.

    What is not marked done counts by parts ticked or hours logged, whichever is more, up to 0.9;
    `practice` is nothing but its hours, so it is done when they are full.
    """
    progress = profile.progress_of(resource)
    if progress.status == "done":
        return 1.0
    ticked = progress.parts / resource.parts if resource.parts else 0.0
    logged = profile.minutes_of(resource) / 60 / resource.hours
    most = 1.0 if resource.kind == "practice" else MOST_IN_PROGRESS
    return min(most, max(ticked, logged))


def credit(resource: Resource, profile: Profile) -> float:
    """Return the share of a resource that counts for the position, 0-1: evidence, or all if known."""
    return 1.0 if profile.progress_of(resource).known else evidence(resource, profile)


def is_held(resource: Resource, profile: Profile) -> bool:
    """Return whether a resource is done or known: nothing of it is left."""
    return credit(resource, profile) >= 1.0


def remaining_hours(resource: Resource, profile: Profile) -> float:
    """Return the hours that a resource has left; at least a tenth of them while it is being done."""
    if is_held(resource, profile):
        return 0.0
    left = 1.0 - evidence(resource, profile)
    if profile.progress_of(resource).status == "doing":
        left = max(left, LEAST_LEFT)
    return left * resource.hours
