"""The curriculum as rows: areas, their competencies, the resources that teach each most."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Area, Competency, Resource
from planner.core.standing import Standing
from planner.presentation.figures import AREA_TITLES, hours, moved
from planner.presentation.glyphs import STATE_GLYPHS, bar
from planner.presentation.lines import Line, fit, fit_right, line

_ROOMY = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the curriculum."""

    kind: Literal["area", "competency", "resource"]
    id: str
    key: str
    """Names the row across redraws: the competency it stands under is part of it."""


def rows_of(
    catalogue: Catalogue, domain: str | None, folded: Collection[str], matches: Collection[str] | None = None
) -> tuple[Row, ...]:
    """Return the rows in order, without what folded rows hide; with matches, only what leads to them."""
    rows: list[Row] = []
    for area in AREAS:
        inside = list(_competency_rows(catalogue, area, domain, folded, matches))
        if inside or matches is None:
            rows.append(Row("area", area, area))
            rows += [] if area in folded and matches is None else inside
    return tuple(rows)


def _competency_rows(
    catalogue: Catalogue,
    area: Area,
    domain: str | None,
    folded: Collection[str],
    matches: Collection[str] | None,
) -> Iterator[Row]:
    for competency in _in_order(catalogue, area, domain):
        taught = [
            each for each in catalogue.taught_by[competency.id] if matches is None or each.id in matches
        ]
        if matches is not None and not taught:
            continue
        yield Row("competency", competency.id, competency.id)
        if matches is not None or competency.id not in folded:
            yield from (Row("resource", each.id, f"{competency.id}/{each.id}") for each in taught)


def _in_order(catalogue: Catalogue, area: Area, domain: str | None) -> list[Competency]:
    """Return an area's competencies: the chosen domain first, those not chosen last."""
    inside = [each for each in catalogue.competencies.values() if each.area == area]
    return sorted(inside, key=lambda each: (each.elective and each.id != domain, each.id != domain))


def find(catalogue: Catalogue, query: str) -> frozenset[str]:
    """Return the resources in whose title, id, authors or competencies every word of a query occurs."""
    words = query.casefold().split()
    return frozenset(
        each.id
        for each in catalogue.resources.values()
        if all(word in _haystack(catalogue, each) for word in words)
    )


def _haystack(catalogue: Catalogue, resource: Resource) -> str:
    titles = (catalogue.competencies[each].title for each in resource.teaches)
    return " ".join((resource.title, resource.id, resource.kind, *resource.authors, *titles)).casefold()


def draw(standing: Standing, row: Row, width: int, *, is_folded: bool) -> Line:
    """Return one row as a line of this many cells."""
    if row.kind == "area":
        return _area(standing, row.id, width, is_folded=is_folded)
    if row.kind == "competency":
        return _competency(standing, standing.catalogue.competencies[row.id], width, is_folded=is_folded)
    return _resource(standing, standing.catalogue.resources[row.id], width)


def _area(standing: Standing, area: str, width: int, *, is_folded: bool) -> Line:
    name = next(each for each in AREAS if each == area)
    value = standing.skill.position.of(name)
    title = AREA_TITLES[name].upper()
    return line((f"{_arrow(is_folded)} {fit(title, width - 8)}", "heading"), (f"{value:5.1f} ", "heading"))


def _competency(standing: Standing, competency: Competency, width: int, *, is_folded: bool) -> Line:
    mastered = standing.skill.mastery[competency.id]
    counts = competency.id in standing.axes.weights
    style = "strong" if counts else "dim"
    note = "" if counts else "  not your domain" if competency.elective else "  no weight"
    meter = bar(mastered / 100, 10)
    return line(
        (f"  {_arrow(is_folded)} {fit(competency.title + note, width - 22)} ", style),
        (meter, "to-go" if not counts else "claimed"),
        (f" {mastered:4.0f} ", style),
    )


def _resource(standing: Standing, resource: Resource, width: int) -> Line:
    state = standing.state_of(resource)
    progress = standing.profile.progress_of(resource)
    on_path = "•" if resource.id in standing.steps else " "
    parts = f" {progress.parts}/{resource.parts}" if resource.parts and state == "doing" else ""
    tag = standing.price_tag(resource.id)
    is_blocked = not standing.ground.skipped.isdisjoint(tag.items[:-1])
    tail = "blocked" if is_blocked else moved(tag.moves, 1)
    if state in ("done", "known", "skipped"):
        tail = ""
    tail_width = 8 if width < _ROOMY else 10
    left = hours(standing.remaining_hours(resource) or resource.hours)
    return line(
        (f"    {STATE_GLYPHS[state]} ", f"state-{state}"),
        (fit(resource.title, width - 15 - tail_width - len(parts)), f"state-{state}"),
        (parts, f"state-{state}"),
        (f" {on_path}", "route"),
        (fit_right(left, 6), "dim"),
        (f" {fit_right(tail, tail_width)}", "good" if "+" in tail else "dim"),
    )


def _arrow(is_folded: bool) -> str:
    return "▸" if is_folded else "▾"
