"""Advice to the authors of curricula: what is valid and still not good."""

from collections.abc import Iterator
from math import fsum

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Area, Curriculum, Resource
from planner.core.problem import Code, KeyPath
from planner.core.tally import FULL, STUDY_CAP, Tally, earned

LEAST_PRACTICE = 40.0
"""Practice points that a competency needs so that doing can carry it far."""
MOST_POINTS_PER_HOUR = 1.5
MOST_HOURS, LEAST_HOURS = 400.0, 0.1
CHART_TOLERANCE = 0.5
"""Points by which a role's typical claims may miss its place on the chart."""
_WEIGHT_TOLERANCE = 1e-6
_LEAST_SHOWN = 0.05


class Advice(Struct, frozen=True):
    """One thing that an author should look at."""

    code: Code
    curriculum: str
    path: KeyPath
    of: str
    """Id of the competency, resource or role; empty for the file."""
    text: str


def advise(catalogue: Catalogue, released: frozenset[str] = frozenset()) -> tuple[Advice, ...]:
    """Return everything about a catalogue that its authors should look at and have not silenced.

    `released` are the ids that people may have progress under.
    """
    found: list[Advice] = []
    for curriculum in catalogue.curricula:
        found += _points(catalogue, curriculum)
        found += _resources(catalogue, curriculum)
    found += [*_weights(catalogue), *_chart(catalogue), *_vanished(catalogue, released)]
    silenced = {each.id: each.silenced for each in catalogue.curricula}
    return tuple(
        each
        for each in found
        if silenced[each.curriculum].isdisjoint({("", each.code), (each.of, each.code)})
    )


def _points(catalogue: Catalogue, curriculum: Curriculum) -> Iterator[Advice]:
    """Every competency can be filled; on the axes, 70 by study and the rest by doing."""
    everything = Tally.of((resource, 1.0) for resource in catalogue.resources.values())
    for index, competency in enumerate(curriculum.competencies):
        study, practice = everything.study.get(competency.id, 0), everything.practice.get(competency.id, 0)
        most = earned(study, practice)
        rules: dict[Code, tuple[bool, str]] = {
            "practice": (
                practice < (LEAST_PRACTICE if curriculum.axes else _LEAST_SHOWN),
                f"has {practice:.0f} practice points; it needs {LEAST_PRACTICE:.0f}",
            ),
            "study": (
                curriculum.axes and study < STUDY_CAP,
                f"has {study:.0f} study points; it needs {STUDY_CAP:.0f}",
            ),
            "reach": (
                not curriculum.axes and most < FULL - _LEAST_SHOWN,
                f"gets to {most:.0f} when everything is done, study counting to {STUDY_CAP:.0f}",
            ),
        }
        for code, (applies, text) in rules.items():
            if applies:
                path = ("competency", index)
                yield Advice(code, curriculum.id, path, competency.id, f"{competency.id} {text}")


def _resources(catalogue: Catalogue, curriculum: Curriculum) -> Iterator[Advice]:
    for index, resource in enumerate(curriculum.resources):
        rate = fsum(resource.teaches.values()) / resource.hours
        rules: dict[Code, tuple[str, bool, str]] = {
            "rate": (
                "teaches",
                rate > MOST_POINTS_PER_HOUR,
                f"teaches {rate:.2f} points an hour; {MOST_POINTS_PER_HOUR} at the most",
            ),
            "idle": ("teaches", _is_idle(catalogue, curriculum, resource), "teaches nothing that counts"),
            "hours": (
                "hours",
                not LEAST_HOURS <= resource.hours <= MOST_HOURS,
                f"takes {resource.hours:g} hours; {LEAST_HOURS:g} to {MOST_HOURS:.0f} can be planned with",
            ),
            "link": ("url", not resource.url, "has no link"),
            "https": ("url", resource.url.startswith("http:"), "has an http link where https may do"),
        }
        for code, (key, applies, text) in rules.items():
            if applies:
                path = ("resource", index, key)
                yield Advice(code, curriculum.id, path, resource.id, f"{resource.id} {text}")
        yield from _levels(catalogue, curriculum, index, resource)


def _is_idle(catalogue: Catalogue, curriculum: Curriculum, resource: Resource) -> bool:
    """Return whether a resource teaches next to nothing, or, where its file has axes, nothing on them."""
    competencies = (catalogue.competencies[each] for each in resource.teaches)
    weightless = all(each.weight <= 0 for each in competencies)
    return fsum(resource.teaches.values()) < _LEAST_SHOWN or (curriculum.axes and weightless)


def _levels(catalogue: Catalogue, curriculum: Curriculum, index: int, resource: Resource) -> Iterator[Advice]:
    for required in resource.requires:
        if catalogue.resources[required].level > resource.level:
            text = f"{resource.id} (level {resource.level}) requires {required}, which is of a higher level"
            yield Advice("level", curriculum.id, ("resource", index, "requires"), resource.id, text)


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
            yield Advice("weights", inside[0][0].id, ("competency", 0), "", text)


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
                    yield Advice("chart", curriculum.id, ("role", index, "typical"), role.id, text)


def _vanished(catalogue: Catalogue, released: frozenset[str]) -> Iterator[Advice]:
    """What was released keeps its id, or the resource that it became names it."""
    known = {*catalogue.resources, *catalogue.competencies, *catalogue.roles, *catalogue.renamed}
    for each in sorted(released - known) if catalogue.curricula else ():
        text = f"{each} was released and is gone; name it in `formerly` of what it became, or bring it back"
        yield Advice("vanished", catalogue.curricula[0].id, (), each, text)
