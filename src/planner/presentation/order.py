"""In which order resources are listed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from planner.core.curriculum import AREAS, Resource
from planner.core.search import folded
from planner.core.standing import Standing

Order = Literal["curriculum", "value", "hours", "title", "level"]
ORDERS: Final[Mapping[Order, str]] = {
    "curriculum": "as in the curriculum",
    "value": "most per hour first",
    "hours": "shortest first",
    "title": "by title",
    "level": "by level",
}
"""Each order in words; the first one is the tree's."""


def next_order(order: Order) -> Order:
    """Return the order after this one, the first one after the last."""
    orders = list(ORDERS)
    return orders[(orders.index(order) + 1) % len(orders)]


def in_order(standing: Standing, places: Sequence[int], order: Order) -> Sequence[int]:
    """Return these places of the catalogue in another order; of equals, software comes first."""
    listed = standing.catalogue.listed
    keys: dict[Order, Callable[[Resource], float | str]] = {
        "value": lambda each: -per_hour(standing, each),
        "hours": lambda each: standing.remaining_hours(each) or each.hours,
        "title": lambda each: folded(each.title),
        "level": lambda each: each.level,
    }
    key = keys.get(order)
    if key is None:
        return places
    areas = {area: place for place, area in enumerate(AREAS)}
    area_of = standing.catalogue.area_of
    return sorted(places, key=lambda place: (key(listed[place]), areas[area_of(listed[place])]))


def per_hour(standing: Standing, resource: Resource) -> float:
    """Return the points that a resource moves for an hour, all areas together; 0 for what cannot be done."""
    bill = standing.bills.of(resource.id)
    if bill.hours <= 0 or bill.is_blocked:
        return 0.0
    return sum(bill.moves) / bill.hours
