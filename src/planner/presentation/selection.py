"""Which resources are meant: a search and filters that combine."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from planner.core.curriculum import Area, Cost, Kind, Resource
from planner.core.standing import Standing, State
from planner.presentation.curriculum_rows import find


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters; an empty one lets everything through, and what is left has to pass all of them."""

    search: str = ""
    """Words that all occur in title, id, authors or competencies."""
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
        """Return the resources that pass, in the order of the files."""
        found = find(standing.catalogue, self.search)
        resources = (each for each in standing.catalogue.resources.values() if each.id in found)
        return tuple(each for each in resources if all(self._tests(standing, each)))

    def _tests(self, standing: Standing, resource: Resource) -> Iterator[bool]:
        yield resource.kind in (self.kinds or (resource.kind,))
        yield resource.cost in (self.costs or (resource.cost,))
        yield resource.level in (self.levels or (resource.level,))
        yield not self.competency or self.competency in resource.teaches
        yield not self.areas or standing.catalogue.area_of(resource) in self.areas
        yield not self.states or standing.state_of(resource) in self.states
        yield not self.ready or standing.state_of(resource) in ("ready", "doing")
        yield not self.on_path or resource.id in standing.steps
