"""The order that a person gives to their path: an item goes earlier or later, where prerequisites let it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from planner.core.adopted import doing_first, in_possible_order, planned
from planner.core.catalogue import Catalogue
from planner.core.learning_path import LearningPath, Leg
from planner.core.ordering import SOFTWARE_LEVEL, SOFTWARE_SHARE
from planner.core.prerequisites import Ground
from planner.core.profile import Entry, Profile


class Refusal(Struct, frozen=True):
    """Why an item stays where it is."""

    why: Literal["needs", "needed", "doing", "edge"]
    """It needs the other one; the other one needs it; what is being done comes first; its leg ends there."""
    other: str = ""
    """The item that it would have passed."""


def ground_before(catalogue: Catalogue, ground: Ground, path: LearningPath, number: int) -> Ground:
    """Return what one stands on where a leg of a path begins, its legs counted from 0."""
    passed = [step.id for leg in path.legs[:number] for step in leg.steps]
    return ground.after(catalogue, passed)


def shifted(
    catalogue: Catalogue, profile: Profile, ground: Ground, ids: Sequence[str], resource_id: str, by: int
) -> tuple[str, ...] | Refusal:
    """Return the items of a leg with one of them a place earlier (-1) or later (1), or why that cannot be.

    Args:
        catalogue: what there is to learn.
        profile: what the person is doing.
        ground: what they stand on where the leg begins.
        ids: the items of the leg, in order.
        resource_id: one of them.
        by: -1 or 1.
    """
    place = ids.index(resource_id)
    if not 0 <= place + by < len(ids):
        return Refusal("edge")
    first = min(place, place + by)
    swapped = (*ids[:first], ids[first + 1], ids[first], *ids[first + 2 :])
    other = ids[place + by]
    if not in_possible_order(catalogue, ground, swapped):
        return Refusal("needs" if by < 0 else "needed", other)
    if doing_first(catalogue, profile, ground, swapped) != swapped:
        return Refusal("doing", other)
    return swapped


def replanned(
    catalogue: Catalogue,
    profile: Profile,
    path: LearningPath,
    ids: Sequence[str],
    resource_id: str,
    day: date,
) -> Entry:
    """Return the entry that keeps a path with the items of one leg in another order, one of them moved.

    What was done of the path, and what no curriculum knows any more, stays where it is in it.
    """
    plan, entry = profile.plan, profile.entry(("plan", "adopted"))
    if plan is None or entry is None:
        entry = planned(catalogue, profile, path, day)
        kept = tuple((leg["target"], tuple(leg["items"])) for leg in entry["legs"])
    else:
        kept = plan.legs
    members, ordered = set(ids), iter(ids)
    legs = [
        {
            "target": target,
            "items": [
                next(ordered, each) if catalogue.now_called(each) in members else each for each in items
            ],
        }
        for target, items in kept
    ]
    return {**entry, "legs": legs, "moved": sorted({*(plan.moved if plan else ()), resource_id})}


def planned_in_own_order(
    catalogue: Catalogue, profile: Profile, ground: Ground, path: LearningPath, day: date
) -> Entry:
    """Return the entry that keeps a new path, in the order that the person gave to the one before it."""
    entry, plan = planned(catalogue, profile, path, day), profile.plan
    moved = plan.moved.intersection(step.id for step in path.steps) if plan else frozenset()
    if plan is None or not moved:
        return entry
    before = [catalogue.now_called(each) for _, ids in plan.legs for each in ids]
    legs = []
    for number, leg in enumerate(path.legs):
        ids = [step.id for step in leg.steps]
        there = ground_before(catalogue, ground, path, number)
        own = in_own_order(catalogue, there, before, ids)
        done = [each for each in entry["legs"][number]["items"] if each not in ids]
        is_possible = in_possible_order(catalogue, there, own)
        legs.append({"target": leg.target, "items": [*done, *(own if is_possible else ids)]})
    return {**entry, "legs": legs, "moved": sorted(moved)}


def in_own_order(
    catalogue: Catalogue, ground: Ground, before: Iterable[str], ids: Sequence[str]
) -> tuple[str, ...]:
    """Return the items of a new leg in the order that they had before; a new one follows what it follows.

    Prerequisites come first, whatever the order was.
    """
    rank = {each: (place, 0) for place, each in enumerate(before)}
    for earlier, each in pairwise(("", *ids)):
        if each not in rank:
            place, behind = rank.get(earlier, (-1, 0))
            rank[each] = (place, behind + 1)
    left, met, ordered = sorted(ids, key=rank.__getitem__), set(ground.met), list[str]()
    while left:
        ready = (each for each in left if met.issuperset(catalogue.resources[each].requires))
        each = next(ready, left[0])
        left.remove(each)
        ordered.append(each)
        met.update(catalogue.mates(each))
    return tuple(ordered)


def is_software_first(catalogue: Catalogue, leg: Leg, software: float) -> bool:
    """Return whether at least half of the hours are in software for as long as it comes first.

    `software` is the position where the leg begins.
    """
    until = min(SOFTWARE_LEVEL, catalogue.roles[leg.target].software)
    areas = [catalogue.area_of(catalogue.resources[step.id]) for step in leg.steps]
    total = in_software = 0.0
    for place, step in enumerate(leg.steps):
        is_due = software < until and "software" in areas[place:]
        total += step.hours
        in_software += step.hours if areas[place] == "software" else 0.0
        if is_due and in_software < SOFTWARE_SHARE * total:
            return False
        software = step.position.software
    return True
