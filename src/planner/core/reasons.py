"""Why an item is on the path, and why there."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Area, Role
from planner.core.learning_path import LearningPath, Leg, Step
from planner.core.ordering import SOFTWARE_LEVEL
from planner.core.profile import Profile
from planner.core.skill import Position
from planner.core.target import requirement

Serves = Literal["pin", "essential", "one of", "floor", "area", "opens"]
Now = Literal["doing", "moved", "opens next", "practice", "software first", "next best"]
_RECENT = 3
"""Items after its study within which practice is soon."""


class Reason(Struct, frozen=True):
    """One thing that an item is good for."""

    serves: Serves
    of: str
    """Id of the role, competency, area or resource that it serves."""
    have: float = 0.0
    """What there is before it, of a floor or an area."""
    need: float = 0.0


class Explanation(Struct, frozen=True):
    """Why an item is on the path, and why there."""

    reasons: tuple[Reason, ...]
    now: Now
    because_of: str = ""
    """The item that it opens next, or that it practises."""


def explain_on(
    catalogue: Catalogue, profile: Profile, path: LearningPath, start: Position, resource_id: str
) -> Explanation | None:
    """Return why an item of a path that begins at a position is where it is; None for what is not on it."""
    for leg in path.legs:
        for place, step in enumerate(leg.steps):
            if step.id == resource_id:
                return explain(catalogue, profile, leg, place, start)
        start = leg.steps[-1].position if leg.steps else start
    return None


def explain(catalogue: Catalogue, profile: Profile, leg: Leg, place: int, start: Position) -> Explanation:
    """Return why the step at a place in a leg, which begins at a position, is there."""
    step, role = leg.steps[place], catalogue.roles[leg.target]
    before = leg.steps[place - 1].position if place else start
    reasons = tuple(_reasons(catalogue, profile, role, leg.steps, place, before))
    now, because_of = _now(catalogue, profile, role, leg.steps, place, before.software)
    return Explanation(reasons or (Reason("area", _area(step, role, before)),), now, because_of)


def _reasons(
    catalogue: Catalogue, profile: Profile, role: Role, steps: Sequence[Step], place: int, before: Position
) -> Iterator[Reason]:
    step = steps[place]
    mates = set(catalogue.mates(step.id))
    if step.id in profile.pins:
        yield Reason("pin", step.id)
    if not mates.isdisjoint(role.essential):
        yield Reason("essential", role.id)
    if any(step.id in group for group in role.one_of):
        yield Reason("one of", role.id)
    floors = requirement(catalogue, role, profile.settings.domain).floors
    if step.mastery[0] < floors.get(step.competency, 0.0):
        yield Reason("floor", step.competency, step.mastery[0], floors[step.competency])
    area = _area(step, role, before)
    if step.gain.of(area) > 0:
        yield Reason("area", area, before.of(area), Position(role.ml, role.software, role.domain).of(area))
    for later in steps[place + 1 :]:
        if not mates.isdisjoint(catalogue.resources[later.id].requires):
            yield Reason("opens", later.id)


def _area(step: Step, role: Role, before: Position) -> Area:
    """Return the area that a step moves most among those that are short, or else of all."""
    needs = Position(role.ml, role.software, role.domain)
    short = [area for area in AREAS if before.of(area) < needs.of(area)] or list(AREAS)
    return max(short, key=step.gain.of)


def _now(
    catalogue: Catalogue, profile: Profile, role: Role, steps: Sequence[Step], place: int, software: float
) -> tuple[Now, str]:
    """Return why a step comes where it does."""
    resource = catalogue.resources[steps[place].id]
    if profile.progress_of(resource).status == "doing":
        return "doing", ""
    if profile.plan and resource.id in profile.plan.moved:
        return "moved", ""
    if place + 1 < len(steps):
        following = catalogue.resources[steps[place + 1].id]
        if not set(catalogue.mates(resource.id)).isdisjoint(following.requires):
            return "opens next", following.id
    for earlier in reversed(steps[max(0, place - _RECENT) : place]):
        if resource.practice > 0 and resource.main_competency in catalogue.resources[earlier.id].teaches:
            return "practice", earlier.id
    is_software = catalogue.area_of(resource) == "software"
    if is_software and software < min(SOFTWARE_LEVEL, role.software):
        return "software first", ""
    return "next best", ""
