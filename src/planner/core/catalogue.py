"""Everything loaded, looked up by id."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from planner.core.curriculum import AREAS, Area, Competency, Curriculum, Resource, Role

if TYPE_CHECKING:
    from planner.core.columns import Columns
    from planner.core.facets import Facets
    from planner.core.search import Index

_WHOLE = 1_000_000
_REMEMBERED = 4
"""Answers that are kept: claims seldom change, and then a few are tried."""


class Axes(Struct, frozen=True):
    """How much each competency counts on the axes, in whole millionths so that full is exactly 100."""

    weights: Mapping[str, int]
    """Weight of each competency that counts."""
    totals: Mapping[Area, int]
    """Sum of the weights in each area."""
    areas: Mapping[str, Area]
    """Area of each competency that counts."""
    members: Mapping[Area, tuple[tuple[str, int], ...]]
    """The competencies that count in each area, with their weights."""

    def share(self, competency: str) -> float:
        """Return what one point of mastery here moves its area by, 0-1."""
        if competency not in self.weights:
            return 0.0
        return self.weights[competency] / self.totals[self.areas[competency]]


class Taught(NamedTuple):
    """Resources that teach the same."""

    ids: frozenset[str]
    with_mates: frozenset[str]
    """They, and everything that covers the same ground as one of them."""


class Catalogue(Struct, frozen=True, dict=True):
    """All curricula as one. Valid by construction: `problems.find` finds nothing in it."""

    curricula: tuple[Curriculum, ...]

    @cached_property
    def competencies(self) -> Mapping[str, Competency]:
        """Every competency by id, in the order of the files."""
        return {each.id: each for curriculum in self.curricula for each in curriculum.competencies}

    @cached_property
    def resources(self) -> Mapping[str, Resource]:
        """Every resource by id, in the order of the files."""
        return {each.id: each for curriculum in self.curricula for each in curriculum.resources}

    @cached_property
    def listed(self) -> tuple[Resource, ...]:
        """Every resource at its place: in the order of the files."""
        return tuple(self.resources.values())

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each resource is listed."""
        return {each: place for place, each in enumerate(self.resources)}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Every role by id, in the order of the files."""
        return {each.id: each for curriculum in self.curricula for each in curriculum.roles}

    @cached_property
    def domains(self) -> tuple[Competency, ...]:
        """The electives, of which one counts."""
        return tuple(each for each in self.competencies.values() if each.elective)

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Former resource ids and what they are called now."""
        return {old: each.id for each in self.resources.values() for old in each.formerly}

    @cached_property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """Resources that cover the same ground, by the name of their choice."""
        members: dict[str, list[str]] = {}
        for resource in self.resources.values():
            if resource.choice:
                members.setdefault(resource.choice, []).append(resource.id)
        return {name: tuple(ids) for name, ids in members.items()}

    @cached_property
    def sharing(self) -> frozenset[str]:
        """The resources that share their ground with others."""
        return frozenset(each for ids in self.choices.values() for each in ids)

    @cached_property
    def opens(self) -> Mapping[str, tuple[str, ...]]:
        """For each resource, the resources that name it as a prerequisite."""
        opened: dict[str, list[str]] = {each: [] for each in self.resources}
        for resource in self.resources.values():
            for required in resource.requires:
                opened[required].append(resource.id)
        return {each: tuple(ids) for each, ids in opened.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every resource id, prerequisites first."""
        from graphlib import TopologicalSorter

        graph = {each.id: each.requires for each in self.resources.values()}
        return tuple(TopologicalSorter(graph).static_order())

    @cached_property
    def columns(self) -> "Columns":
        """The resources as columns of numbers."""
        from planner.core.columns import columns_of

        return columns_of(self.resources.values(), self.competencies)

    @cached_property
    def by_area(self) -> tuple[int, ...]:
        """The places of all resources in the list, area after area."""
        areas = [AREAS.index(self.area_of(each)) for each in self.listed]
        return tuple(sorted(range(len(areas)), key=areas.__getitem__))

    @cached_property
    def index(self) -> "Index":
        """The words by which resources are found."""
        from planner.core.search import Index

        return Index(self.listed, self.competencies)

    @cached_property
    def facets(self) -> "Facets":
        """The resources by what they are."""
        from planner.core.facets import facets_of

        return facets_of(self.listed, self.area_of)

    @cached_property
    def mains(self) -> tuple[str, ...]:
        """What each resource teaches most of all, in the order of the files."""
        return tuple(each.main_competency for each in self.resources.values())

    @cached_property
    def taught_by(self) -> Mapping[str, tuple[Resource, ...]]:
        """For each competency, the resources that teach it most of all, in the order of the files."""
        taught: dict[str, list[Resource]] = {each: [] for each in self.competencies}
        for main, resource in zip(self.mains, self.resources.values(), strict=True):
            if main:
                taught[main].append(resource)
        return {each: tuple(resources) for each, resources in taught.items()}

    @cached_property
    def taught_at(self) -> Mapping[tuple[str, int], frozenset[str]]:
        """For each competency and level, the resources of this level that teach it most of all."""
        taught: dict[tuple[str, int], list[str]] = defaultdict(list)
        for main, resource in zip(self.mains, self.resources.values(), strict=True):
            taught[main, resource.level].append(resource.id)
        return {key: frozenset(ids) for key, ids in taught.items()}

    @cached_property
    def taught(self) -> Callable[[frozenset[tuple[str, int]], frozenset[str]], Taught]:
        """Gives the resources that teach one of these competencies at its level, but for some."""
        return lru_cache(_REMEMBERED)(self._taught)

    def _taught(self, at: frozenset[tuple[str, int]], but: frozenset[str]) -> Taught:
        ids = frozenset().union(*(self.taught_at.get(each, ()) for each in at)) - but
        return Taught(ids, self.with_mates(ids))

    @cached_property
    def _areas_of_files(self) -> Mapping[str, Area | None]:
        return {each.id: each.area for each in self.curricula}

    def area_of(self, resource: Resource) -> Area:
        """Return the area where most of a resource's points go; ties go to its file's area."""
        taught_in = {self.competencies[each].area for each in resource.teaches}
        if len(taught_in) == 1:
            return taught_in.pop()
        points = dict.fromkeys(AREAS, 0.0)
        for competency, taught in resource.teaches.items():
            points[self.competencies[competency].area] += taught
        home = self._areas_of_files.get(resource.curriculum)
        return max(AREAS, key=lambda area: (points[area], area == home))

    def mates(self, resource_id: str) -> tuple[str, ...]:
        """Return the ids that stand in for a resource: those of its choice, or itself alone."""
        resource = self.resources[resource_id]
        return self.choices[resource.choice] if resource.choice else (resource_id,)

    def with_mates(self, ids: frozenset[str]) -> frozenset[str]:
        """Return these resources and everything that covers the same ground as one of them."""
        return ids.union(*(self.mates(each) for each in ids & self.sharing))

    def now_called(self, resource_id: str) -> str:
        """Return today's id of a resource, following what it was formerly called."""
        return self.renamed.get(resource_id, resource_id)

    def axes(self, domain: str | None = None) -> Axes:
        """Return what counts on the axes for someone who chose this domain (or none)."""
        return self._axes_by_domain.get(domain or "") or self._axes_by_domain[""]

    @cached_property
    def _axes_by_domain(self) -> Mapping[str, Axes]:
        common = [
            each for curriculum in self.curricula if curriculum.axes for each in curriculum.competencies
        ]
        common = [each for each in common if not each.elective]
        return {"": _weigh(common)} | {each.id: _weigh([*common, each]) for each in self.domains}


def _weigh(competencies: Iterable[Competency]) -> Axes:
    weighty = [each for each in competencies if round(each.weight * _WHOLE) > 0]
    weights = {each.id: round(each.weight * _WHOLE) for each in weighty}
    areas = {each.id: each.area for each in weighty}
    totals = {area: sum(weights[each.id] for each in weighty if each.area == area) for area in AREAS}
    members = {
        area: tuple((each, weight) for each, weight in weights.items() if areas[each] == area)
        for area in AREAS
    }
    return Axes(weights, totals, areas, members)
