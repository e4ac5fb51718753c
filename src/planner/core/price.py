"""What an item would move, and for how many hours."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from planner.core.catalogue import Axes, Catalogue
from planner.core.credit import remaining_hours
from planner.core.curriculum import AREAS
from planner.core.prerequisites import Ground, missing
from planner.core.profile import Profile
from planner.core.skill import Position, Skill
from planner.core.tally import mastery


class PriceTag(Struct, frozen=True):
    """What doing an item, with the prerequisites still missing, would bring."""

    moves: Position
    """How far the position moves, area by area."""
    hours: float
    """Hours left in all of them."""
    items: tuple[str, ...]
    """Their ids, prerequisites first, the item itself last; empty when there is nothing left to do."""


def price_tag(
    catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground, resource_id: str
) -> PriceTag:
    """Return the price tag of a resource for someone who stands here."""
    items = () if resource_id in ground.held else missing(catalogue, ground.met, [resource_id])
    hours = sum(remaining_hours(catalogue.resources[each], profile) for each in items)
    return PriceTag(moves(catalogue, profile, skill, items), hours, items)


def moves(
    catalogue: Catalogue, profile: Profile, skill: Skill, items: Iterable[str], credit: float = 1.0
) -> Position:
    """Return how far the position moves when all these resources, on grounds apart, get this credit (0-1)."""
    axes = catalogue.axes(profile.settings.domain)
    resources = {catalogue.resources[each].ground: catalogue.resources[each] for each in items}
    taught = {competency for resource in resources.values() for competency in resource.teaches}
    earned = {each: skill.tally.earned_with(each, resources, credit) for each in taught & axes.weights.keys()}
    return moved_by(earned, axes, profile.claims, skill)


def moved_by(earned: Mapping[str, float], axes: Axes, claims: Mapping[str, float], skill: Skill) -> Position:
    """Return how far the position moves when these percents of competencies on the axes are earned."""
    moved = dict.fromkeys(AREAS, 0.0)
    for each, percent in earned.items():
        rise = mastery(claims.get(each, 0.0), percent) - skill.mastery[each]
        moved[axes.areas[each]] += axes.share(each) * rise
    return Position(**moved)
