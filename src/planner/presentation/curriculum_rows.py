"""The curriculum as rows: areas, competencies, the resources that teach each most; or resources alone."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Literal, overload

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Competency, Resource
from planner.core.standing import Standing
from planner.presentation import resource_row
from planner.presentation.figures import AREA_TITLES
from planner.presentation.lines import Line, Span, fit, fit_right, line
from planner.presentation.meters import split_bar

ROOMY = 60
_BAR, _SHORT_BAR = 12, 6
_NUMBER = 4


class Row(Struct, frozen=True):
    """One row of the curriculum."""

    kind: Literal["area", "competency", "resource"]
    id: str
    is_flat: bool = False
    """Whether it stands under no heading."""

    def is_same(self, other: "Row") -> bool:
        """Return whether another row, of another list perhaps, is about the same thing."""
        return (self.kind, self.id) == (other.kind, other.id)


class Rows(Sequence[Row]):
    """Rows that are made when they are asked for."""

    def row(self, index: int) -> Row:
        """Make the row at an index, which is 0 or more and has one."""
        raise NotImplementedError

    def find(self, row: Row) -> int | None:
        """Return where a row stands, if it does."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        at = range(len(self))[index]
        return self.row(at) if isinstance(at, int) else tuple(map(self.row, at))


class FlatRows(Rows):
    """Resources without headings, in an order of their own."""

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

    def row(self, index: int) -> Row:
        """Make a row."""
        return Row("resource", self._listed[self._places[index]].id, is_flat=True)


class TreeRows(Rows):
    """Headings with the resources that stand under them."""

    def __init__(self, sections: Iterable[tuple[Row, Sequence[Resource]]]) -> None:
        self._sections = tuple(sections)
        self._ends = tuple(accumulate(1 + len(under) for _, under in self._sections))
        self._places = {(row.kind, row.id): place for place, (row, _) in enumerate(self._sections)}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def find(self, row: Row) -> int | None:
        """Return where a row stands, if it does."""
        place = self._places.get((row.kind, row.id))
        if place is not None:
            return self._start(place)
        for place, (_, under) in enumerate(self._sections if row.kind == "resource" else ()):
            index = next((index for index, each in enumerate(under) if each.id == row.id), None)
            if index is not None:
                return self._start(place) + 1 + index
        return None

    def row(self, index: int) -> Row:
        """Make a row."""
        place = bisect_right(self._ends, index)
        heading, under = self._sections[place]
        below = index - self._start(place)
        return Row("resource", under[below - 1].id) if below else heading

    def _start(self, place: int) -> int:
        return self._ends[place - 1] if place else 0


def tree(
    catalogue: Catalogue, domain: str | None, folded: Collection[str], kept: Iterable[Resource] | None = None
) -> TreeRows:
    """Return the rows in order, without what folded rows hide; given some resources, what leads to them."""
    taught = catalogue.taught_by if kept is None else _by_competency(kept)
    sections: list[tuple[Row, Sequence[Resource]]] = []
    for area in AREAS:
        inside = [each.id for each in in_area(catalogue, area, domain) if kept is None or each.id in taught]
        if inside or kept is None:
            sections.append((Row("area", area), ()))
        sections += [
            (Row("competency", each), () if each in folded else taught[each])
            for each in (inside if area not in folded else ())
        ]
    return TreeRows(sections)


def _by_competency(resources: Iterable[Resource]) -> Mapping[str, Sequence[Resource]]:
    """Return these resources by the competency that they teach most."""
    found: dict[str, list[Resource]] = defaultdict(list)
    for each in resources:
        found[each.main_competency].append(each)
    return found


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
    inside = [each.id for each in in_area(standing.catalogue, area, None)]
    value, done = standing.skill.position.of(name), standing.evidence.position.of(name)
    head = (f"{_arrow(is_folded)} ", AREA_TITLES[name].upper(), "heading")
    return _heading(head, width, _count(standing, inside), (done, value - done), f"{value:.1f}")


def _competency(standing: Standing, competency: Competency, width: int, *, is_folded: bool) -> Line:
    mastered = standing.skill.mastery[competency.id]
    done = standing.evidence.mastery[competency.id]
    counts = competency.id in standing.axes.weights
    note = "" if counts else "  not your domain" if competency.elective else "  no weight"
    style = "strong" if counts else "dim"
    head = (f"  {_arrow(is_folded)} ", competency.title + note, style)
    tally = _count(standing, [competency.id])
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


def _count(standing: Standing, competencies: Sequence[str]) -> str:
    """Return how many resources under these competencies are done or known: `3/11 ✓`."""
    held, every = counted(standing, competencies)
    return fit_right(f"{held}/{every} ✓", 7)


def counted(standing: Standing, competencies: Sequence[str]) -> tuple[int, int]:
    """Return how many resources under these competencies are done or known, and how many there are."""
    held = sum(len(standing.held_under.get(each, ())) for each in competencies)
    return held, sum(len(standing.catalogue.taught_by[each]) for each in competencies)


def _arrow(is_folded: bool) -> str:
    return "▸" if is_folded else "▾"
