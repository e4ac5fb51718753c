"""What is to be covered on a leg: as a person's situation, and as numbers alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, compress, count

from msgspec import Struct

from planner.core.catalogue import Axes, Catalogue
from planner.core.columns import Columns, Lesson
from planner.core.curriculum import AREAS
from planner.core.tally import FULL, Tally
from planner.core.target import Requirement


class Instance(Struct, frozen=True):
    """What is to be covered, and from where."""

    catalogue: Catalogue
    axes: Axes
    claims: Mapping[str, float]
    tally: Tally
    """Points that are there already."""
    met: Collection[str]
    """Resources that nothing has to wait for."""
    costs: Sequence[float]
    """Cost of each resource in the columns: hours left, and one for starting it; infinite where barred."""
    requirement: Requirement
    wanted: tuple[str, ...]
    """Resources that must be taken: pins and essentials."""
    one_of: tuple[tuple[str, ...], ...]
    """Groups of which one must be taken."""


class Program(Struct, frozen=True):
    """The instance as numbers: take items, at the least cost, until every need is covered.

    A competency's earned percent follows from the points taken; what it moves its area by is linear in
    that. Items and competencies are named by their index in the columns.
    """

    columns: Columns
    costs: list[float]
    """Cost of each item; infinite where it must not be taken."""
    requires: list[tuple[int, ...]]
    """What has to come before each item: one on that ground, and by default this one."""
    lessons: list[tuple[Lesson, ...]]
    """Points that each item adds to what is there."""
    met: bytearray
    """For each ground, whether nothing has to wait for it."""
    study: list[float]
    practice: list[float]
    """Points of each competency that are there already."""
    rates: list[float]
    """What one percent earned of each competency moves its area by."""
    areas: list[int]
    """The area that each competency moves."""
    floors: list[float]
    """Percent that has to be earned of each competency."""
    needs: list[float]
    """What all earned percents have to move each area by, from a bare claim."""
    wanted: tuple[int, ...]
    one_of: tuple[tuple[int, ...], ...]


BARRED = float("inf")


def program_of(instance: Instance) -> Program:
    """Return the numbers of an instance."""
    columns = instance.catalogue.columns
    costs = list(instance.costs)
    met = bytearray(len(columns.members))
    for each in instance.met:
        met[columns.grounds[columns.index[each]]] = 1
    wanted = tuple(i for each in instance.wanted if costs[i := columns.index[each]] < BARRED)
    requires = _bar_what_cannot_begin(columns, costs, met, wanted)
    wanted = tuple({columns.grounds[i]: i for i in reversed(wanted) if costs[i] < BARRED}.values())
    claims = [instance.claims.get(each, 0.0) for each in columns.competencies]
    rates, areas = _rates(instance, claims)
    role = instance.requirement.role
    given = [0.0, 0.0, 0.0]
    for each, i in columns.competencies.items():
        given[areas[i]] += instance.axes.share(each) * claims[i]
    needs = [role.software - given[0], role.ml - given[1], role.domain - given[2]]
    return Program(
        columns=columns,
        costs=costs,
        requires=requires,
        lessons=_lessons(instance, columns),
        met=met,
        study=[instance.tally.study.get(each, 0.0) for each in columns.competencies],
        practice=[instance.tally.practice.get(each, 0.0) for each in columns.competencies],
        rates=rates,
        areas=areas,
        floors=_floors(instance, columns, claims),
        needs=needs,
        wanted=wanted[::-1],
        one_of=tuple(filter(None, (_open(columns, costs, group) for group in instance.one_of))),
    )


def _open(columns: Columns, costs: list[float], group: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(i for each in group if costs[i := columns.index[each]] < BARRED)


def _bar_what_cannot_begin(
    columns: Columns, costs: list[float], met: bytearray, wanted: tuple[int, ...]
) -> list[tuple[int, ...]]:
    """Return what each item waits for, and bar those that wait for something barred.

    Where the resource named is barred and another one on its ground is not, that one comes instead; so
    does one that is wanted anyway, unless it waits for the item itself.
    """
    grounds, requires = columns.grounds, list(columns.requires)
    instead = {grounds[each]: (each, _below(columns, each)) for each in reversed(wanted)}
    is_in_question = bytearray(len(costs))
    """For each item, whether it may wait for something else than the columns say."""
    barred = (grounds[item] for item, cost in enumerate(costs) if cost == BARRED)
    for ground in chain(instead, barred, compress(count(), met)):
        _mark(is_in_question, columns.opens[ground])
    for item in filter(is_in_question.__getitem__, columns.order):
        if costs[item] == BARRED:
            continue
        named: list[int] = []
        for each in requires[item]:
            ground = grounds[each]
            other, below = instead.get(ground, (each, ()))
            first = other if item not in below and item != other else each
            if not met[ground]:
                found = first if costs[first] < BARRED else _mate(columns, costs, each)
                if found is None:
                    costs[item] = BARRED
                    _mark(is_in_question, columns.opens[grounds[item]])
                    break
                named.append(found)
        else:
            requires[item] = tuple(named)
    return requires


def _mark(flags: bytearray, items: Iterable[int]) -> None:
    for each in items:
        flags[each] = 1


def _below(columns: Columns, item: int) -> set[int]:
    """Return everything that an item waits for, directly or not."""
    found: set[int] = set()
    stack = list(columns.requires[item])
    while stack:
        each = stack.pop()
        if each not in found:
            found.add(each)
            stack += columns.requires[each]
    return found


def _mate(columns: Columns, costs: list[float], item: int) -> int | None:
    mates = [each for each in columns.members[columns.grounds[item]] if costs[each] < BARRED]
    return min(mates, key=costs.__getitem__, default=None)


def _rates(instance: Instance, claims: list[float]) -> tuple[list[float], list[int]]:
    competencies = instance.catalogue.competencies
    rates = [
        instance.axes.share(each) * (FULL - claim) / FULL
        for each, claim in zip(competencies, claims, strict=True)
    ]
    return rates, [AREAS.index(each.area) for each in competencies.values()]


def _floors(instance: Instance, columns: Columns, claims: list[float]) -> list[float]:
    floors = [0.0] * len(claims)
    for each, floor in instance.requirement.floors.items():
        claim = claims[columns.competencies[each]]
        if floor > claim:
            floors[columns.competencies[each]] = (floor - claim) * FULL / (FULL - claim)
    return floors


def _lessons(instance: Instance, columns: Columns) -> list[tuple[Lesson, ...]]:
    """Return what each item adds: less than it teaches where something on its ground counts already."""
    lessons = list(columns.lessons)
    resources = instance.catalogue.resources
    for ground in instance.tally.grounds:
        for item in columns.members[columns.ground_index[ground]]:
            resource = resources[columns.ids[item]]
            lessons[item] = tuple(
                (columns.competencies[taught], *points)
                for taught in resource.teaches
                for points in instance.tally.added(taught, {resource.ground: resource})
            )
    return lessons
