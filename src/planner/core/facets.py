"""Which resources are of which area, kind, cost and level."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from planner.core.bits import bits_by
from planner.core.curriculum import Area, Cost, Kind, Resource


class Facets(Struct, frozen=True):
    """Sets of resources, by what they are, in the order of the catalogue."""

    areas: Mapping[Area, int]
    kinds: Mapping[Kind, int]
    costs: Mapping[Cost, int]
    levels: Mapping[int, int]


def facets_of(resources: Sequence[Resource], area_of: Callable[[Resource], Area]) -> Facets:
    """Return the sets of these resources."""
    return Facets(
        areas=bits_by([area_of(each) for each in resources]),
        kinds=bits_by([each.kind for each in resources]),
        costs=bits_by([each.cost for each in resources]),
        levels=bits_by([each.level for each in resources]),
    )
