"""Which resources are meant: a search and filters that combine."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from planner.core.bits import bits_at, bits_of, flags_of
from planner.core.curriculum import Area, Cost, Kind, Resource
from planner.core.standing import Standing
from planner.core.states import State

Group = Literal["areas", "states", "kinds", "costs", "levels", "competency", "ready", "on_path"]
GROUPS: Final[tuple[Group, ...]] = (
    "areas", "states", "kinds", "costs", "levels", "competency", "ready", "on_path",
)  # fmt: skip
Value = str | int | bool
_SINGLE: Final[Mapping[Group, Value]] = {"competency": "", "ready": False, "on_path": False}
"""Groups of one value, and what stands for none."""


class Selection(Struct, frozen=True):
    """Filters; an empty one lets everything through, and what is left has to pass all of them."""

    search: str = ""
    """Words that all occur in title, id, kind, authors or competencies; see `core/search.py`."""
    areas: Collection[Area] = ()
    states: Collection[State] = ()
    kinds: Collection[Kind] = ()
    costs: Collection[Cost] = ()
    levels: Collection[int] = ()
    competency: str = ""
    """Id of a competency that it teaches."""
    ready: bool = False
    """Only what can be begun now, or is being done."""
    on_path: bool = False

    def of(self, standing: Standing) -> tuple[Resource, ...]:
        """Return the resources that pass: the best found first, or else the areas in their order."""
        listed = standing.catalogue.listed
        places: Sequence[int] = standing.catalogue.by_area
        if self.search:
            places = standing.catalogue.index.find(self.search).places
        return tuple(listed[place] for place in self.passing(standing, places))

    def passing(self, standing: Standing, places: Sequence[int]) -> Sequence[int]:
        """Return those of these places whose resources pass the filters, in the same order."""
        if not self.filters:
            return places
        flags = flags_of(self._bits(standing, GROUPS), len(standing.catalogue.listed))
        return tuple(place for place in places if flags[place])

    @property
    def filters(self) -> tuple[tuple[Group, Value], ...]:
        """The filters that are set, the search apart."""
        return tuple((group, value) for group in GROUPS for value in self.chosen(group))

    def chosen(self, group: Group) -> tuple[Value, ...]:
        """Return what is let through of a group; nothing where everything is."""
        value = getattr(self, group)
        return (value,) if isinstance(value, str | bool) and value else tuple(value or ())

    def toggled(self, group: Group, value: Value) -> "Selection":
        """Return the filters with a value let through as well, or no longer."""
        chosen = self.chosen(group)
        is_in = value in chosen
        fields: dict[str, Any] = {group: tuple(each for each in chosen if each != value)}
        if not is_in:
            fields[group] = (*chosen, value)
        if group in _SINGLE:
            fields[group] = _SINGLE[group] if is_in else value
        return replace(self, **fields)

    def counts(self, standing: Standing, places: Sequence[int], group: Group) -> Mapping[Value, int]:
        """Return for each value of a group how many of these places would be left with it alone."""
        others = self._bits(standing, [each for each in GROUPS if each != group])
        if len(places) < len(standing.catalogue.listed):
            others &= bits_at(places, len(standing.catalogue.listed))
        return {
            value: (bits & others).bit_count()
            for value, bits in _sets(standing, group, self.competency).items()
        }

    def _bits(self, standing: Standing, groups: Iterable[Group]) -> int:
        """Return the resources that pass the filters of these groups, as a set of places."""
        everything = (1 << len(standing.catalogue.listed)) - 1
        passed = []
        for group in groups:
            if chosen := self.chosen(group):
                sets = _sets(standing, group, self.competency)
                passed.append(reduce(or_, (sets.get(value, 0) for value in chosen)))
        return reduce(and_, passed, everything)


def _sets(standing: Standing, group: Group, competency: str) -> Mapping[Any, int]:
    """Return the resources by their value in a group, as sets of places."""
    catalogue = standing.catalogue
    if group == "states":
        return standing.states
    if group == "ready":
        return {True: standing.states.get("ready", 0) | standing.states.get("doing", 0)}
    if group == "on_path":
        return {True: bits_at((catalogue.places[each] for each in standing.steps), len(catalogue.listed))}
    if group == "competency":
        return {competency: bits_of(competency in each.teaches for each in catalogue.listed)}
    found: Mapping[Any, int] = getattr(catalogue.facets, group)
    return found
