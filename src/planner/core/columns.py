"""A catalogue as columns of numbers: what the search for a path reads millions of times."""

from collections.abc import Hashable, Iterable
from graphlib import TopologicalSorter
from typing import TypeVar

from msgspec import Struct

from planner.core.curriculum import START_COST, Resource

Value = TypeVar("Value", bound=Hashable)

Lesson = tuple[int, float, float]
"""Index of a competency, study points and practice points."""


class Columns(Struct, frozen=True):
    """One place for each resource, in the order of the ids, so that the lower index wins a tie."""

    ids: tuple[str, ...]
    index: dict[str, int]
    """Where each id stands."""
    competencies: dict[str, int]
    """Where each competency stands among the numbers of a lesson."""
    costs: tuple[float, ...]
    """What it costs to do all of a resource: its hours, and one for starting it."""
    grounds: tuple[int, ...]
    """The ground that a resource covers."""
    ground_index: dict[str, int]
    """Where each ground stands."""
    members: tuple[tuple[int, ...], ...]
    """The resources on each ground."""
    requires: tuple[tuple[int, ...], ...]
    opens: tuple[tuple[int, ...], ...]
    """For each ground, the resources that wait for it."""
    lessons: tuple[tuple[Lesson, ...], ...]
    """What each resource teaches."""
    order: tuple[int, ...]
    """All of them, prerequisites first."""


def columns_of(resources: Iterable[Resource], competencies: Iterable[str]) -> Columns:
    """Return resources as columns."""
    ordered = sorted(resources, key=lambda each: each.id)
    index = {each.id: i for i, each in enumerate(ordered)}
    places = {each: i for i, each in enumerate(competencies)}
    names: dict[str, int] = {}
    grounds = tuple(names.setdefault(each.ground, len(names)) for each in ordered)
    members: list[list[int]] = [[] for _ in names]
    for i, ground in enumerate(grounds):
        members[ground].append(i)
    costs = _Shared[float]()
    requires = tuple(tuple(index[each] for each in resource.requires) for resource in ordered)
    opens: list[list[int]] = [[] for _ in names]
    for i, required in enumerate(requires):
        for each in required:
            opens[grounds[each]].append(i)
    return Columns(
        ids=tuple(index),
        index=index,
        competencies=places,
        costs=tuple(costs[each.hours + START_COST] for each in ordered),
        grounds=grounds,
        ground_index=names,
        members=tuple(tuple(each) for each in members),
        requires=requires,
        opens=tuple(tuple(each) for each in opens),
        lessons=_lessons(ordered, places),
        order=tuple(TopologicalSorter(dict(enumerate(requires))).static_order()),
    )


def _lessons(resources: Iterable[Resource], places: dict[str, int]) -> tuple[tuple[Lesson, ...], ...]:
    """Return what each resource teaches."""
    one, several = _Shared[Lesson](), _Shared[tuple[Lesson, ...]]()
    return tuple(
        several[
            tuple(
                one[places[each], points - points * resource.practice, points * resource.practice]
                for each, points in resource.teaches.items()
            )
        ]
        for resource in resources
    )


class _Shared(dict[Value, Value]):
    """Values as one object where they are equal, so that what is read together lies together."""

    def __missing__(self, value: Value) -> Value:
        self[value] = value
        return value
