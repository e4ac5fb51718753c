"""A catalogue as columns of numbers: what the search for a path reads millions of times."""

from collections.abc import Iterable
from graphlib import TopologicalSorter

from msgspec import Struct

from planner.core.curriculum import Resource

Lesson = tuple[int, float, float]
"""Index of a competency, study points and practice points."""


class Columns(Struct, frozen=True):
    """One place for each resource, in the order of the ids, so that the lower index wins a tie."""

    ids: tuple[str, ...]
    index: dict[str, int]
    """Where each id stands."""
    competencies: dict[str, int]
    """Where each competency stands among the numbers of a lesson."""
    hours: tuple[float, ...]
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
    requires = tuple(tuple(index[each] for each in resource.requires) for resource in ordered)
    opens: list[list[int]] = [[] for _ in names]
    for i, required in enumerate(requires):
        for each in required:
            opens[grounds[each]].append(i)
    return Columns(
        ids=tuple(index),
        index=index,
        competencies=places,
        hours=tuple(each.hours for each in ordered),
        grounds=grounds,
        ground_index=names,
        members=tuple(tuple(each) for each in members),
        requires=requires,
        opens=tuple(tuple(each) for each in opens),
        lessons=tuple(_lessons(each, places) for each in ordered),
        order=tuple(TopologicalSorter(dict(enumerate(requires))).static_order()),
    )


def _lessons(resource: Resource, places: dict[str, int]) -> tuple[Lesson, ...]:
    share = resource.practice
    return tuple(
        (places[each], points - points * share, points * share) for each, points in resource.teaches.items()
    )
