"""The path that someone adopted: kept for as long as it leads to where they want to go."""

from collections.abc import Iterable, Sequence
from datetime import date
from zlib import crc32

from planner.core.catalogue import Catalogue
from planner.core.credit import is_held
from planner.core.learning_path import LearningPath, Leg, barred, walk
from planner.core.prerequisites import Ground
from planner.core.profile import Entry, Plan, Profile
from planner.core.skill import Skill
from planner.core.target import requirement, shortfalls, stops

WORTH_IT = 0.05
"""Share by which another path has to be shorter to be offered."""


def planned(catalogue: Catalogue, profile: Profile, path: LearningPath, day: date) -> Entry:
    """Return the entry that keeps a path in the profile, together with what was done of the one before it."""
    before = _planned_ids(catalogue, profile.plan) if profile.plan else {}
    legs = []
    for leg in path.legs:
        ids = [step.id for step in leg.steps]
        known = (each for each in before.get(leg.target, ()) if each not in ids)
        done = [each for each in known if is_held(catalogue.resources[each], profile)]
        legs.append({"target": leg.target, "items": [*done, *ids]})
    entry = {
        "legs": legs,
        "day": day,
        "hours": round(path.hours, 2),
        "short": [leg.target for leg in path.legs if leg.short],
        "pins": sorted(profile.pins),
        "basis": basis(catalogue, profile),
    }
    return entry if path.within is None else {**entry, "within": round(path.within, 5)}


def adopted_path(catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground) -> LearningPath | None:
    """Return what is left of the adopted path; None where there is none, or it does not lead there any more.

    What is being done comes first. An item that is on the same ground as something done is left out.
    """
    plan = profile.plan
    if plan is None or plan.pins - profile.pins - ground.held:
        return None
    planned_ids = _planned_ids(catalogue, plan)
    out = barred(catalogue, profile, ground)
    legs: list[Leg] = []
    carried: tuple[str, ...] = ()
    for role in stops(catalogue, profile.settings):
        ids = (*carried, *(each for each in planned_ids.get(role.id, ()) if each not in ground.covered))
        if not shortfalls(requirement(catalogue, role, profile.settings.domain), skill, ground):
            carried = ids
            continue
        carried = ()
        if not out.isdisjoint(ids) or not in_possible_order(catalogue, ground, ids):
            return None
        ids = doing_first(catalogue, profile, ground, ids)
        leg, skill, ground = walk(catalogue, profile, skill, ground, role, ids)
        if leg.short and (role.id not in plan.short or plan.basis != basis(catalogue, profile)):
            return None
        legs.append(leg)
    pinned = (profile.pins & catalogue.resources.keys()) - out
    return LearningPath(tuple(legs)) if pinned <= ground.held else None


def is_worth_it(other: LearningPath, kept: LearningPath) -> bool:
    """Return whether another path is so much shorter that the one kept should be given up for it."""
    return kept.cost > other.cost * (1.0 + WORTH_IT)


def kept_or(kept: LearningPath | None, other: LearningPath) -> LearningPath:
    """Return the path that one goes: the one kept, unless there is none or the other is worth it."""
    return other if kept is None or is_worth_it(other, kept) else kept


def doing_first(
    catalogue: Catalogue, profile: Profile, ground: Ground, ids: Sequence[str]
) -> tuple[str, ...]:
    """Return items in their order, but with what is being done, and what that waits for, before the rest."""
    doing = [each for each in ids if profile.progress_of(catalogue.resources[each]).status == "doing"]
    if not doing:
        return tuple(ids)
    wanted: set[str] = set()
    stack = list(doing)
    while stack:
        each = stack.pop()
        if each not in wanted:
            wanted.add(each)
            needed = {
                mate for required in catalogue.resources[each].requires for mate in catalogue.mates(required)
            }
            stack += [other for other in ids if other in needed and other not in ground.met]
    return (*(each for each in ids if each in wanted), *(each for each in ids if each not in wanted))


def _planned_ids(catalogue: Catalogue, plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return the items of each role under today's ids; those that no curriculum knows are passed over."""
    return {
        target: tuple(called for each in ids if (called := catalogue.now_called(each)) in catalogue.resources)
        for target, ids in plan.legs
    }


def in_possible_order(catalogue: Catalogue, ground: Ground, ids: Iterable[str]) -> bool:
    """Return whether every item comes after what it requires."""
    passed: set[str] = set()
    for each in ids:
        if not all(
            required in passed or required in ground.met for required in catalogue.resources[each].requires
        ):
            return False
        passed.update(catalogue.mates(each))
    return True


def basis(catalogue: Catalogue, profile: Profile) -> str:
    """Return in brief what decides whether a role can be reached, progress apart."""
    skipped = sorted(each for each, progress in profile.progress.items() if progress.status == "skipped")
    settings = profile.settings
    parts = (
        settings.domain,
        settings.free_only,
        skipped,
        sorted(profile.claims.items()),
        len(catalogue.resources),
    )
    return f"{crc32(repr(parts).encode()):08x}"
