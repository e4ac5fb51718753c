"""Advice to the authors of curricula: what is valid and still not good."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from planner.core.catalogue import Catalogue
from planner.core.consistency import KeyPath
from planner.core.curriculum import AREAS, Area, Curriculum, Resource
from planner.core.tally import STUDY_CAP, Tally

LEAST_PRACTICE = 40.0
"""Practice points that a competency needs so that doing can carry it far."""
MOST_POINTS_PER_HOUR = 1.5
MOST_HOURS = 400.0
CHART_TOLERANCE = 0.5
"""Points by which a role's typical claims may miss its place on the chart."""
_WEIGHT_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that an author should look at."""

    code: str
    """Short name of the rule: `practice`, `study`, `weights`, `rate`, `hours`, `level`, `chart` …"""
    curriculum: str
    path: KeyPath
    text: str


def advise(catalogue: Catalogue, released: frozenset[str] = frozenset()) -> tuple[Advice, ...]:
    """Return everything about a catalogue that its authors should look at; `released` are ids of before."""
    found: list[Advice] = []
    for curriculum in catalogue.curricula:
        if curriculum.axes:
            found += _points(catalogue, curriculum)
        found += _resources(catalogue, curriculum)
    return (*found, *_weights(catalogue), *_chart(catalogue), *_vanished(catalogue, released))


def _points(catalogue: Catalogue, curriculum: Curriculum) -> Iterator[Advice]:
    """Every competency can be filled: 70 by study and the rest by doing."""
    everything = Tally()
    for resource in catalogue.resources.values():
        everything.add(resource, 1.0)
    for index, competency in enumerate(curriculum.competencies):
        study, practice = (
            everything.study.get(competency.id, 0.0),
            everything.practice.get(competency.id, 0.0),
        )
        path: KeyPath = ("competency", index)
        if practice < LEAST_PRACTICE:
            text = f"{competency.id} has {practice:.0f} practice points; it needs {LEAST_PRACTICE:.0f}"
            yield Advice("practice", curriculum.id, path, text)
        if study < STUDY_CAP:
            text = f"{competency.id} has {study:.0f} study points; it needs {STUDY_CAP:.0f}"
            yield Advice("study", curriculum.id, path, text)


def _resources(catalogue: Catalogue, curriculum: Curriculum) -> Iterator[Advice]:
    for index, resource in enumerate(curriculum.resources):
        path: KeyPath = ("resource", index)
        rate = fsum(resource.teaches.values()) / resource.hours
        if rate > MOST_POINTS_PER_HOUR:
            text = f"{resource.id} teaches {rate:.2f} points an hour; {MOST_POINTS_PER_HOUR} at the most"
            yield Advice("rate", curriculum.id, (*path, "teaches"), text)
        if resource.hours > MOST_HOURS:
            text = (
                f"{resource.id} takes {resource.hours:.0f} hours; split what is longer than {MOST_HOURS:.0f}"
            )
            yield Advice("hours", curriculum.id, (*path, "hours"), text)
        yield from _levels(catalogue, curriculum, path, resource)


def _levels(
    catalogue: Catalogue, curriculum: Curriculum, path: KeyPath, resource: Resource
) -> Iterator[Advice]:
    for required in resource.requires:
        if catalogue.resources[required].level > resource.level:
            text = f"{resource.id} (level {resource.level}) requires {required}, which is of a higher level"
            yield Advice("level", curriculum.id, (*path, "requires"), text)


def _weights(catalogue: Catalogue) -> Iterator[Advice]:
    """The weights of an area sum to 1, whichever elective is chosen."""
    with_axes = [each for each in catalogue.curricula if each.axes and each.competencies]
    every = [(each, competency) for each in with_axes for competency in each.competencies]
    for area in AREAS:
        inside = [(curriculum, competency) for curriculum, competency in every if competency.area == area]
        common = fsum(competency.weight for _, competency in inside if not competency.elective)
        sums = [common + competency.weight for _, competency in inside if competency.elective] or [common]
        if inside and any(abs(total - 1.0) > _WEIGHT_TOLERANCE for total in sums):
            shown = ", ".join(f"{total:.3f}" for total in sorted(set(sums)))
            text = f"the weights in {area} sum to {shown}, not 1"
            yield Advice("weights", inside[0][0].id, ("competency",), text)


def _chart(catalogue: Catalogue) -> Iterator[Advice]:
    """What is typical for a role puts it where it stands on the chart."""
    axes = catalogue.axes()
    areas: tuple[Area, ...] = ("ml", "software")
    for curriculum in catalogue.curricula:
        for index, role in enumerate(curriculum.roles):
            for area in areas:
                mean = fsum(
                    role.typical.get(each, 0.0) * axes.share(each)
                    for each in axes.weights
                    if axes.areas[each] == area
                )
                place = role.ml if area == "ml" else role.software
                if role.typical and abs(mean - place) > CHART_TOLERANCE:
                    text = (
                        f"{role.id} stands at {area} {place:g}, but what is typical for it makes {mean:.1f}"
                    )
                    yield Advice("chart", curriculum.id, ("role", index, "typical"), text)


def _vanished(catalogue: Catalogue, released: frozenset[str]) -> Iterator[Advice]:
    """What was released keeps its id, or the resource that it became names it."""
    known = {*catalogue.resources, *catalogue.competencies, *catalogue.roles, *catalogue.renamed}
    first = catalogue.curricula[0].id if catalogue.curricula else ""
    for each in sorted(released - known):
        text = f"{each} was released and is gone; name it in `formerly` of what it became, or bring it back"
        yield Advice("vanished", first, (), text)
