"""What the Curriculum lists and how: search, filters, order, folds, and what the next mark is for."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from planner.core.catalogue import Catalogue
from planner.core.search import Found
from planner.core.standing import Standing
from planner.presentation.curriculum_rows import FlatRows, Row, Rows, tree
from planner.presentation.filter_board import label_of
from planner.presentation.lines import Line, line, wrap
from planner.presentation.order import Order, in_order
from planner.presentation.selection import Selection
from planner.presentation.sheet import Target

_DEPENDS = ("states", "ready", "on_path")


class Listing(Struct, frozen=True):
    """One way to look at the curriculum."""

    selection: Selection = field(default_factory=Selection)
    order: Order = "curriculum"
    folded: frozenset[str] = frozenset()
    """Areas and competencies whose resources are hidden."""
    chosen: frozenset[str] = frozenset()
    """Resources that the next mark is for."""

    @property
    def is_tree(self) -> bool:
        """Whether resources stand under headings; what is searched for stands by how well it fits."""
        return self.order == "curriculum" and not self.selection.search

    @property
    def is_narrowed(self) -> bool:
        """Whether anything may be missing from it."""
        return bool(self.selection.search or self.selection.filters)

    @property
    def has_chips(self) -> bool:
        """Whether there is anything to say about it."""
        return self.is_narrowed or self.order != "curriculum" or bool(self.chosen)

    @property
    def follows_marks(self) -> bool:
        """Whether a mark may change what is listed, or the order of it."""
        filters = {group for group, _ in self.selection.filters}
        return not filters.isdisjoint(_DEPENDS) or self.order in ("value", "hours")

    def searching(self, words: str) -> "Listing":
        """Return the listing of what is found by these words."""
        return replace(self, selection=replace(self.selection, search=words))

    def unfiltered(self) -> "Listing":
        """Return the listing with search, filters and order of its own taken away."""
        return replace(self, selection=Selection(), order="curriculum")

    def fold(self, names: frozenset[str], *, folded: bool) -> "Listing":
        """Return the listing with these headings folded or unfolded."""
        return replace(self, folded=self.folded | names if folded else self.folded - names)

    def choose(self, ids: Sequence[str]) -> "Listing":
        """Return the listing with these resources selected; no longer, where all of them were."""
        given = frozenset(ids)
        return replace(self, chosen=self.chosen - given if given <= self.chosen else self.chosen | given)

    def places(self, standing: Standing, found: Found) -> Sequence[int]:
        """Return where in the catalogue the listed resources stand, in order."""
        return in_order(standing, self.selection.passing(standing, found.places), self.order)

    def rows(self, standing: Standing, places: Sequence[int]) -> Rows:
        """Return the rows, given the places of the resources."""
        catalogue = standing.catalogue
        if not self.is_tree:
            return FlatRows(catalogue, places)
        kept = (catalogue.listed[place] for place in places) if self.is_narrowed else None
        return tree(catalogue, standing.profile.settings.domain, self.folded, kept)

    def showing(self, standing: Standing, row: Row) -> "Listing":
        """Return the listing with what hides a row taken away: folds, and filters where they hide it."""
        shown = self.fold(frozenset(headings_of(standing.catalogue, row)), folded=False)
        return shown if shown._lists(standing, row) else shown.unfiltered()  # noqa: SLF001 - its own

    def _lists(self, standing: Standing, row: Row) -> bool:
        """Return whether a row is there where nothing is folded."""
        if not self.is_narrowed:
            return row.kind == "resource" or self.is_tree
        found = found_by(standing.catalogue, self.selection.search)
        passing = self.selection.passing(standing, found.places)
        return row.kind == "resource" and standing.catalogue.places.get(row.id) in passing


class Place(Struct, frozen=True):
    """Where one was before a jump."""

    listing: Listing
    row: Row
    target: Target | None
    """What was jumped to, where the keys were in the details."""


def found_by(catalogue: Catalogue, search: str, last: Found | None = None) -> Found:
    """Return what is found by these words; everything by none, without a look at any."""
    if not search.strip():
        return Found(places=range(len(catalogue.listed)))
    return catalogue.index.find(search, last)


def every_heading(catalogue: Catalogue) -> frozenset[str]:
    """Return what is folded where everything is: the competencies; areas stay open."""
    return frozenset(catalogue.competencies)


def headings_of(catalogue: Catalogue, row: Row) -> tuple[str, ...]:
    """Return the headings that a row stands under; none for what is not in the catalogue any more."""
    if row.kind == "competency" and row.id in catalogue.competencies:
        return (catalogue.competencies[row.id].area,)
    if row.kind != "resource" or row.id not in catalogue.resources:
        return ()
    competency = catalogue.resources[row.id].main_competency
    return (competency, catalogue.competencies[competency].area) if competency else ()


def resources_of(standing: Standing, row: Row, places: Sequence[int]) -> Sequence[str]:
    """Return the listed resources that a row stands for: its own, or those under it."""
    if row.kind == "resource":
        return (row.id,)
    catalogue = standing.catalogue
    listed = (catalogue.listed[place] for place in places)
    if row.kind == "competency":
        return [each.id for each in listed if each.main_competency == row.id]
    inside = {each.id for each in catalogue.competencies.values() if each.area == row.id}
    return [each.id for each in listed if each.main_competency in inside]


def nothing(listing: Listing, width: int) -> tuple[Line, ...]:
    """Return what to do where nothing fits."""
    filters = [label_of(group, value) for group, value in listing.selection.filters]
    search = listing.selection.search
    said = "Nothing fits."
    if search and filters:
        said = f"Nothing with “{search}” passes the filters: {', '.join(filters)}."
    elif search:
        said = f"Nothing is found by “{search}”, nor by words close to it."
    elif filters:
        said = f"Nothing passes all of the filters: {', '.join(filters)}."
    keys = [("esc", "shows everything again")]
    keys += [("/", "other words")] if search else []
    keys += [("f", "other filters")] if filters else []
    lines = [(), *(line((f"  {each}", "strong")) for each in wrap(said, width - 4)), ()]
    return (*lines, *(line((f"  {key:5}", "key"), (words, "dim")) for key, words in keys))
