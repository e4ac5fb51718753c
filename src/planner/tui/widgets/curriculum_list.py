"""The list of the Curriculum: a tree that folds, or resources in an order; searched, filtered, selected."""

from collections.abc import Iterable, Sequence
from typing import Self

from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive, var
from textual.strip import Strip

from planner.core.catalogue import Catalogue
from planner.core.search import Found
from planner.core.sketch import sketch
from planner.core.standing import Standing
from planner.presentation import curriculum_rows
from planner.presentation.curriculum_rows import Row, Rows, TreeRows
from planner.presentation.lines import Line
from planner.presentation.listing import Listing, found_by, headings_of, nothing, resources_of
from planner.presentation.resource_row import glyph_column
from planner.session import Session
from planner.tui.afterwards import Afterwards
from planner.tui.messages import ResourcesListed
from planner.tui.widgets.row_list import RowList

_MARGIN = 2
"""Clicks this far to the left select a row for the next mark."""
_FIRST = 10
"""Rows that a list begins with: more than one reads at a glance."""


class CurriculumList(RowList):
    """Shows what its listing says; the cursor stays on what it is on, where that is still listed."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    listing: var[Listing] = var(Listing)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.found = Found()
        """What is found by the words of the search, whether it passes the filters or not."""
        self.places: Sequence[int] = ()
        """Where in the catalogue the listed resources stand."""
        self._rows: Rows = TreeRows(())
        self._lines: dict[int, Line] = {}
        """The rows as they were drawn last."""
        self._shown: Standing | None = None
        """What they are drawn from: right after a mark, what that alone shows."""
        self._afterwards = Afterwards(self)
        self._is_beginning = False
        """Whether it is being listed anew from the first row on."""
        self._listed: Session | None = None
        self._searched: Catalogue | None = None
        """What the last search went through."""

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def number(self) -> str | None:
        """The area or competency that the highlighted row is or stands under."""
        if self.row is None or self.session is None:
            return None
        headings = headings_of(self.session.catalogue, self.row)
        return self.row.id if not self._is_resource else next(iter(headings), None)

    @property
    def _is_resource(self) -> bool:
        return self.row is not None and self.row.kind == "resource"

    def watch_session(self) -> None:
        """List anew what may be another list now; the cursor stays where it is, whatever moves up to it."""
        old, new = self._listed, self.session
        self._listed = new
        if new is None:
            return
        if old is None or _shape(old) != _shape(new):
            self._list(self.row)
        elif self.listing.follows_marks and old.profile is not new.profile:
            self._list()
        elif self.is_on_screen:
            self._sketch(new)
            self._afterwards.do(self._repaint, self.announce)
        else:
            self._repaint()
            self.announce()

    def watch_listing(self, old: Listing, new: Listing) -> None:
        """List anew, the cursor on the first of what is found or ordered, or else on the row where it was."""
        if self.session is None:
            return
        if (old.selection, old.order, old.folded) == (new.selection, new.order, new.folded):
            self.refresh()
            self.post_message(ResourcesListed())
        elif _begins_anew(old, new):
            self._begin_anew()
        else:
            self._list(self.row)

    def _begin_anew(self) -> None:
        """List anew from the first row on: the first rows are painted now, the others in the next frame."""
        self._is_beginning = True
        try:
            self._list()
            self.cursor = 0
        finally:
            self._is_beginning = False
        self._afterwards.do(self.refresh)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint these regions again, or everything; the first rows alone while a list begins."""
        if self._is_beginning and not layout:
            regions = (Region(0, 0, self.size.width, _FIRST),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def watch_virtual_size(self, old: Size, new: Size) -> None:
        """Tell the scrollbar a frame later how many rows there are; lay out only where it comes or goes."""
        shows = self.show_vertical_scrollbar
        if old.width != new.width or shows != (new.height > self.container_size.height):
            self.refresh(layout=True)
            return
        if shows:
            self._afterwards.do(self._tell_scrollbar)
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show other rows; tell the scrollbar a frame later."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
        if self.show_vertical_scrollbar:
            self._afterwards.do(self._tell_scrollbar)

    def _tell_scrollbar(self) -> None:
        self.vertical_scrollbar.window_virtual_size = self.virtual_size.height
        self.vertical_scrollbar.position = self.scroll_y

    def reveal(self, row: Row) -> None:
        """Put the cursor on a row, taking away what hides it."""
        if self.session is None:
            return
        self.listing = self.listing.showing(self.session.standing, row)
        self.cursor = self._index_of(row) or 0
        self.centre()

    def centre(self) -> None:
        """Put the row under the cursor in the middle."""
        height = self.size.height
        self.scroll_to(y=max(0, self.cursor - height // 2), animate=False, force=True)

    def choose(self) -> None:
        """Select what is under the cursor for the next mark, or no longer, and go on to the next row."""
        if self.row is not None and self.session is not None:
            ids = resources_of(self.session.standing, self.row, self.places)
            self.listing = self.listing.choose(ids)
            self.action_move(1)

    def fold(self, *, folded: bool) -> bool:
        """Fold or unfold what is under the cursor; return whether there was anything to fold or unfold.

        To fold a resource folds the heading above it; to fold what is folded leads to the area above.
        """
        row = self.row
        if row is None or self.session is None or not self.listing.is_tree:
            return False
        above = next(iter(headings_of(self.session.catalogue, row)), None)
        if row.kind == "resource":
            if not folded or above is None:
                return False
            row = Row("competency", above)
            self.cursor = self._index_of(row) or 0
        elif folded == (row.id in self.listing.folded):
            if folded and above is not None:
                self.cursor = self._index_of(Row("area", above)) or 0
            return folded and above is not None
        self.listing = self.listing.fold(frozenset({row.id}), folded=folded)
        return True

    def row_count(self) -> int:
        """Return the number of rows that are not folded away."""
        return len(self._rows)

    def row_line(self, index: int, width: int) -> Line:
        """Return one row."""
        if self._shown is None:
            return ()
        row = self._rows[index]
        line = self._lines[index] = curriculum_rows.draw(
            self._shown,
            row,
            width,
            is_folded=row.id in self.listing.folded,
            is_chosen=row.id in self.listing.chosen,
            terms=self.found.terms,
        )
        return line

    def resource_at(self, index: int) -> str | None:
        """Return the resource of a row; headings have none."""
        row = self._rows[index]
        return row.id if row.kind == "resource" else None

    def render_line(self, y: int) -> Strip:
        """Return one visible row; where nothing fits, what to do about it."""
        if self._rows or self.session is None:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        lines = nothing(self.listing, width)
        return self._ink.strip(lines[y] if y < len(lines) else (), width)

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse at its left margin; elsewhere as in every list."""
        at = event.get_content_offset(self)
        index = at.y + self.scroll_offset.y if at is not None else len(self._rows)
        if at is not None and at.x < _MARGIN and index < len(self._rows) and self.resource_at(index):
            event.prevent_default()
            self.cursor = index
            self.listing = self.listing.choose([self._rows[index].id])

    def open_row(self) -> None:
        """Fold or unfold a heading; open a resource."""
        if self._is_resource:
            super().open_row()
        elif self.row is not None:
            self.fold(folded=self.row.id not in self.listing.folded)

    def _list(self, keep: Row | None = None) -> None:
        """List anew, the cursor on a row that is to be kept, or what it stands under, or else where it is."""
        if self.session is None:
            return
        standing, listing = self.session.standing, self.listing
        catalogue, self._shown = standing.catalogue, standing
        last = self.found if catalogue is self._searched else None
        self.found, self._searched = found_by(catalogue, listing.selection.search, last), catalogue
        self.places = listing.places(standing, self.found)
        self._rows = listing.rows(standing, self.places)
        self._lines.clear()
        self.glyph_columns = glyph_column(is_flat=not listing.is_tree) + 2
        index = self._nearest(keep) if keep is not None else None
        self.update_rows_under(self.cursor if index is None else index)
        self._show(self.cursor)
        self.post_message(ResourcesListed())

    def _sketch(self, session: Session) -> None:
        """Repaint the row under the cursor with what was done to it; what follows from that comes after."""
        resource = session.catalogue.resources.get(self.resource_id or "")
        if resource is not None and self._shown is not None:
            self._shown = sketch(self._shown, session.profile, resource)
            self._repaint_rows(range(self.cursor, self.cursor + 1))

    def _repaint(self) -> None:
        """Repaint the rows in sight that look different now."""
        if self.session is not None:
            self._shown = self.session.standing
            top, height = self.scroll_offset.y, self.scrollable_content_region.height
            self._repaint_rows(range(top, min(top + height, self.row_count())))

    def _repaint_rows(self, indexes: Iterable[int]) -> None:
        """Repaint those of these rows that look different now."""
        width = self.scrollable_content_region.width
        for index in indexes:
            if self._lines.get(index) != self.row_line(index, width):
                self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def _nearest(self, row: Row) -> int | None:
        """Return where a row stands, or the heading that it is folded under."""
        if self.session is None:
            return None
        competency, area = (*headings_of(self.session.catalogue, row), "", "")[:2]
        rows = (row, Row("competency", competency), Row("area", area or competency))
        found = (self._index_of(each) for each in rows)
        return next((index for index in found if index is not None), None)

    def _index_of(self, row: Row) -> int | None:
        return self._rows.find(row)


def _begins_anew(old: Listing, new: Listing) -> bool:
    """Return whether one wants to see the first row: of other words, or of another order."""
    has_other_words = new.selection.search not in ("", old.selection.search)
    return has_other_words or new.order not in ("curriculum", old.order)


def _shape(session: Session) -> tuple[int, str | None]:
    """Return what decides which rows the whole tree has, and in which order."""
    return id(session.catalogue), session.profile.settings.domain
