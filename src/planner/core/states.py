"""How resources stand: what was done with them, or else whether they could be begun."""

from collections.abc import Mapping
from typing import Final, Literal

from planner.core.catalogue import Catalogue
from planner.core.credit import touched
from planner.core.curriculum import Resource
from planner.core.prerequisites import Ground
from planner.core.profile import Profile

State = Literal["done", "known", "doing", "skipped", "presumed", "ready", "locked"]
STATES: Final[tuple[State, ...]] = ("done", "known", "doing", "skipped", "presumed", "ready", "locked")
_PRESUMED, _READY, _LOCKED = (STATES.index(each) for each in STATES[-3:])


def state_of(profile: Profile, ground: Ground, resource: Resource) -> State:
    """Return how one resource stands."""
    progress = profile.progress_of(resource)
    if progress.known and progress.status == "todo":
        return "known"
    if not progress.known and progress.status != "skipped" and resource.id in ground.held:
        return "done"
    if progress.status != "todo":
        return progress.status
    if resource.id in ground.presumed or resource.id in ground.implied:
        return "presumed"
    return "ready" if all(each in ground.met for each in resource.requires) else "locked"


def by_state(catalogue: Catalogue, profile: Profile, ground: Ground) -> Mapping[State, int]:
    """Return all resources by how they stand, as sets of places."""
    from planner.core.bits import bits_where  # needed to filter, not to start

    places, met = catalogue.places, frozenset(ground.met)
    row = bytearray(_READY if met.issuperset(each.requires) else _LOCKED for each in catalogue.listed)
    for name in ground.presumed | ground.implied:
        row[places[name]] = _PRESUMED
    for each in touched(catalogue, profile):
        row[places[each.id]] = STATES.index(state_of(profile, ground, each))
    return {STATES[kind]: bits_where(row, kind) for kind in sorted(set(row))}
