"""What to do tonight: one thing to go on with, and something else for another mood."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Literal

from msgspec import Struct

from planner.core.credit import MOST_IN_PROGRESS, evidence, touched
from planner.core.curriculum import DOING_KINDS, Resource
from planner.core.ordering import SMALL
from planner.core.price import moves
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.core.tally import mastery

_LEAST_PART = 0.75
"""Hours from which a part is something for an evening."""

Mood = Literal["next", "project", "small", "domain"]


class Suggestion(Struct, frozen=True):
    """One item of the path that can be begun or gone on with now."""

    resource: Resource
    mood: Mood
    hours: float
    """Hours left, or hours of the next part where it has parts."""
    part: int | None
    """The part to do next, counted from 1; None for a resource without parts."""
    gain: Position
    """How far it moves the position, area by area: the next part alone where it has parts."""
    competency: str
    """The competency that it moves most."""
    mastery: tuple[float, float]
    """Mastery of that competency now and with the item done."""
    is_full: bool = False
    """Whether all of it seems to be done already, and nothing is missing but the check mark."""


def upcoming(standing: Standing, amount: int) -> tuple[Suggestion, ...]:
    """Return what to do now: the suggestions, then whatever else of the path can be begun, in its order."""
    first = suggest(standing)
    taken = {each.resource.id for each in first}
    rest = (each for each in _ready(standing) if each.id not in taken)
    return (
        *first[:amount],
        *(_suggestion(standing, "next", each) for each in islice(rest, max(0, amount - len(first)))),
    )


def suggest(standing: Standing) -> tuple[Suggestion, ...]:
    """Return up to four items: the next, a project, a small one, one of the domain."""
    ready = _ready(standing)
    wanted: dict[Mood, Callable[[Resource], bool]] = {
        "next": lambda each: (
            standing.profile.progress_of(each).status == "doing" or _is_large(standing, each)
        ),
        "project": lambda each: each.kind in DOING_KINDS and _is_large(standing, each),
        "small": lambda each: not _is_large(standing, each),
        "domain": lambda each: standing.catalogue.area_of(each) == "domain",
    }
    chosen: dict[Mood, Resource] = {}
    for mood, fits in wanted.items():
        found = next((each for each in ready if fits(each) and each not in chosen.values()), None)
        if found is not None:
            chosen[mood] = found
    if "next" not in chosen and "small" in chosen:
        chosen = {"next": chosen.pop("small"), **chosen}
    return tuple(_suggestion(standing, mood, each) for mood, each in chosen.items())


def _ready(standing: Standing) -> list[Resource]:
    """Return what can be gone on with or begun."""
    return [each for each in _on_path(standing) if standing.state_of(each) in ("doing", "ready", "presumed")]


def _on_path(standing: Standing) -> Iterator[Resource]:
    """Go through what is being done, what was studied last before the others, then the rest of the path."""
    profile, resources = standing.profile, standing.catalogue.resources
    on_path = [resources[step.id] for step in standing.path.steps]
    known = touched(standing.catalogue, profile)
    doing = [each for each in known if profile.progress_of(each).status == "doing"]
    doing.sort(key=lambda each: profile.last_stamps.get(profile.key_of(each), ""), reverse=True)
    yield from sorted(doing, key=lambda each: each not in on_path)
    yield from (each for each in on_path if each not in doing)


def _is_large(standing: Standing, resource: Resource) -> bool:
    return standing.remaining_hours(resource) > SMALL


def _suggestion(standing: Standing, mood: Mood, resource: Resource) -> Suggestion:
    ticked = standing.profile.progress_of(resource).parts
    part = ticked + 1 if resource.parts > ticked and resource.hours / resource.parts >= _LEAST_PART else None
    competency = _moved_most(standing, resource)
    now = standing.skill.mastery.get(competency, 0.0)
    tally = standing.skill.tally.copy()
    tally.add(resource, 1.0)
    after = mastery(standing.profile.claims.get(competency, 0.0), tally.earned(competency))
    hours, gain = standing.remaining_hours(resource), standing.price_tag(resource.id).moves
    is_full = ticked == resource.parts and evidence(resource, standing.profile) >= MOST_IN_PROGRESS
    if part is not None:
        further = evidence(resource, standing.profile) + 1 / resource.parts
        credit = min(MOST_IN_PROGRESS, max(part / resource.parts, further))
        hours = resource.hours / resource.parts
        gain = moves(standing.catalogue, standing.profile, standing.skill, [resource.id], credit)
    return Suggestion(resource, mood, hours, part, gain, competency, (now, after), is_full)


def _moved_most(standing: Standing, resource: Resource) -> str:
    step = standing.steps.get(resource.id)
    return step.competency if step else resource.main_competency
