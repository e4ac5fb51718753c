"""The role aimed at, and what is still short of it."""

from collections.abc import Mapping
from math import hypot
from typing import Literal

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Role
from planner.core.prerequisites import Ground
from planner.core.profile import Settings
from planner.core.skill import Position, Skill

DEFAULT_TARGET = "unicorn-mle"
DEFAULT_VIA = "ml-engineer"
NO_VIA = "none"
FLOOR = 0.6
"""Share of a role's typical claim that every software and ml competency has to reach."""
TOLERANCE = 1e-7
"""Points that rounding may cost."""


class Requirement(Struct, frozen=True):
    """What a role asks for."""

    role: Role
    floors: Mapping[str, float]
    """Competency id to the least mastery, so that an average never hides a hole."""
    one_of: tuple[tuple[str, ...], ...]
    """Groups of resources of which one is needed; those of domains not chosen are left out."""


class Shortfall(Struct, frozen=True):
    """One thing that a role asks for and that is not there yet."""

    what: Literal["area", "floor", "essential", "one of"]
    of: str
    """Area, competency or resource id; a group of resource ids is joined by commas."""
    have: float = 0.0
    need: float = 1.0


def requirement(catalogue: Catalogue, role: Role, domain: str | None = None) -> Requirement:
    """Return what a role asks for under this catalogue of someone who chose this domain."""
    floors = {
        each: FLOOR * claim
        for each, claim in role.typical.items()
        if claim > 0 and catalogue.competencies[each].area != "domain"
    }
    foreign = {each.id for each in catalogue.domains if each.id != domain}
    groups = (
        tuple(each for each in group if catalogue.resources[each].main_competency not in foreign)
        for group in role.one_of
    )
    return Requirement(role, floors, tuple(group for group in groups if group))


def shortfalls(wanted: Requirement, skill: Skill, ground: Ground) -> tuple[Shortfall, ...]:
    """Return all that is short of a requirement; nothing when the role is reached."""
    role, place = wanted.role, skill.position
    needs = Position(role.ml, role.software, role.domain)
    short = [
        Shortfall("area", area, place.of(area), needs.of(area))
        for area in AREAS
        if place.of(area) < needs.of(area) - TOLERANCE
    ]
    short += [
        Shortfall("floor", each, skill.mastery[each], floor)
        for each, floor in wanted.floors.items()
        if skill.mastery[each] < floor - TOLERANCE
    ]
    settled = ground.settled
    short += [Shortfall("essential", each) for each in role.essential if each not in settled]
    short += [Shortfall("one of", ",".join(group)) for group in wanted.one_of if not is_chosen(group, ground)]
    return tuple(short)


def is_chosen(group: tuple[str, ...], ground: Ground) -> bool:
    """Return whether one of a group is done, known or presumed known, or all of it was skipped."""
    is_there = not (ground.held.isdisjoint(group) and ground.presumed.isdisjoint(group))
    return is_there or ground.skipped.issuperset(group)


def stops(catalogue: Catalogue, settings: Settings) -> tuple[Role, ...]:
    """Return the roles that a path leads to, in order: the stop on the way, if any, and the target.

    Nobody is sent to a title that they hold, or that lies behind theirs.
    """
    target = _target(catalogue, settings)
    if target is None or settings.via == NO_VIA:
        return (target,) if target else ()
    via = catalogue.roles.get(settings.via or DEFAULT_VIA)
    if via is None or via.id == target.id or not _is_on_the_way(via, target):
        return (target,)
    title = catalogue.roles.get(settings.title or "")
    if title and _is_on_the_way(via, title):
        return (target,)
    return (via, target)


def nearest_roles(catalogue: Catalogue, position: Position) -> tuple[tuple[Role, float], ...]:
    """Return all roles with their distance on the chart, the nearest first."""
    distances = (
        (role, hypot(role.ml - position.ml, role.software - position.software))
        for role in catalogue.roles.values()
    )
    return tuple(sorted(distances, key=lambda pair: (pair[1], pair[0].id)))


def _target(catalogue: Catalogue, settings: Settings) -> Role | None:
    named = catalogue.roles.get(settings.target or DEFAULT_TARGET)
    highest = max(catalogue.roles.values(), key=lambda role: (role.ml + role.software, role.id), default=None)
    return named or highest


def _is_on_the_way(via: Role, target: Role) -> bool:
    return via.ml <= target.ml and via.software <= target.software
