"""The curriculum as rows: areas, competencies, the resources that teach each most; or resources alone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, overload

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Area, Competency, Resource
from planner.core.standing import Standing
from planner.presentation import resource_row
from planner.presentation.figures import AREA_TITLES
from planner.presentation.lines import Line, Span, fit, fit_right, line
from planner.presentation.meters import split_bar

ROOMY = 60
_BAR, _SHORT_BAR = 12, 6
_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the curriculum."""

    kind: Literal["area", "competency", "resource"]
    id: str
    is_flat: bool = False
    """Whether it stands under no heading."""

    def is_same(self, other: "Row") -> bool:
        """Return whether another row, of another list perhaps, is about the same thing."""
        return (self.kind, self.id) == (other.kind, other.id)


class FlatRows(Sequence[Row]):
    """Resources without headings, in an order of their own; a row is made when it is asked for."""

    def __init__(self, catalogue: Catalogue, places: Sequence[int]) -> None:
        self._listed = catalogue.listed
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def find(self, row: Row) -> int | None:
        """Return where a row stands, if it does."""
        listed = self._listed
        places = enumerate(self._places if row.kind == "resource" else ())
        return next((index for index, place in places if listed[place].id == row.id), None)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        return Row("resource", self._listed[self._places[index]].id, is_flat=True)


def tree(
    catalogue: Catalogue, domain: str | None, folded: Collection[str], kept: Collection[str] | None = None
) -> tuple[Row, ...]:
    """Return the rows in order, without what folded rows hide; given some resources, what leads to them."""
    rows: list[Row] = []
    for area in AREAS:
        inside = list(_competency_rows(catalogue, area, domain, folded, kept))
        if inside or kept is None:
            rows.append(Row("area", area))
            rows += [] if area in folded else inside
    return tuple(rows)


def _competency_rows(
    catalogue: Catalogue,
    area: Area,
    domain: str | None,
    folded: Collection[str],
    kept: Collection[str] | None,
) -> Iterator[Row]:
    for competency in in_area(catalogue, area, domain):
        taught = under(catalogue, competency.id, kept)
        if taught or kept is None:
            yield Row("competency", competency.id)
        if competency.id not in folded:
            yield from (Row("resource", each.id) for each in taught)


def under(catalogue: Catalogue, competency: str, kept: Collection[str] | None = None) -> Sequence[Resource]:
    """Return the resources that stand under a competency; given some, those of them."""
    taught = catalogue.taught_by[competency]
    return taught if kept is None else [each for each in taught if each.id in kept]


def in_area(catalogue: Catalogue, area: str, domain: str | None) -> list[Competency]:
    """Return an area's competencies: the chosen domain first, those not chosen last."""
    inside = [each for each in catalogue.competencies.values() if each.area == area]
    return sorted(inside, key=lambda each: (each.elective and each.id != domain, each.id != domain))


def draw(
    standing: Standing,
    row: Row,
    width: int,
    *,
    is_folded: bool = False,
    is_chosen: bool = False,
    terms: Sequence[str] = (),
) -> Line:
    """Return one row as a line of this many cells."""
    if row.kind == "area":
        return _area(standing, row.id, width, is_folded=is_folded)
    if row.kind == "competency":
        return _competency(standing, standing.catalogue.competencies[row.id], width, is_folded=is_folded)
    resource = standing.catalogue.resources[row.id]
    look = resource_row.Look(is_chosen, row.is_flat, terms)
    return resource_row.draw(standing, resource, width, look)


def _area(standing: Standing, area: str, width: int, *, is_folded: bool) -> Line:
    name = next(each for each in AREAS if each == area)
    inside = in_area(standing.catalogue, area, None)
    resources = [each for one in inside for each in standing.catalogue.taught_by[one.id]]
    value, done = standing.skill.position.of(name), standing.evidence.position.of(name)
    head = (f"{_arrow(is_folded)} ", AREA_TITLES[name].upper(), "heading")
    return _heading(head, width, _count(standing, resources), (done, value - done), f"{value:.1f}")


def _competency(standing: Standing, competency: Competency, width: int, *, is_folded: bool) -> Line:
    mastered = standing.skill.mastery[competency.id]
    done = standing.evidence.mastery[competency.id]
    counts = competency.id in standing.axes.weights
    note = "" if counts else "  not your domain" if competency.elective else "  no weight"
    style = "strong" if counts else "dim"
    head = (f"  {_arrow(is_folded)} ", competency.title + note, style)
    tally = _count(standing, standing.catalogue.taught_by[competency.id])
    return _heading(head, width, tally, (done, mastered - done), f"{mastered:.0f}")


def _heading(
    head: tuple[str, str, str], width: int, tally: str, split: tuple[float, float], number: str
) -> Line:
    """Return a heading: arrow, title and style of it, how many are done, a bar and a number."""
    arrow, title, style = head
    bar: Sequence[Span] = split_bar(*split, _BAR if width >= ROOMY else _SHORT_BAR)
    room = width - len(arrow) - sum(len(text) for text, _ in bar) - len(tally) - _NUMBER - 4
    return line(
        (arrow, style),
        (fit(title, room), style),
        (f" {tally} ", "dim"),
        *bar,
        (f" {fit_right(number, _NUMBER)} ", style),
    )


def _count(standing: Standing, resources: Sequence[Resource]) -> str:
    """Return how many of these resources are done or known: `3/11 ✓`."""
    held = standing.ground.held
    return fit_right(f"{sum(each.id in held for each in resources)}/{len(resources)} ✓", 7)


def _arrow(is_folded: bool) -> str:
    return "▸" if is_folded else "▾"
