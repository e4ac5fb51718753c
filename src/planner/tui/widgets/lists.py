"""The lists of the views: tonight, the curriculum."""

from collections.abc import Sequence

from textual.reactive import var

from planner.core.standing import Standing
from planner.core.tonight import suggest
from planner.presentation import curriculum_rows, tonight_rows
from planner.presentation.curriculum_rows import Row
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.bindings import moves
from planner.tui.widgets.row_list import RowList


class DrawnList(RowList):
    """A list that is drawn as a whole: short enough for that."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._ids: Sequence[str | None] = ()
        self._drawn: tuple[Session | None, int, Sequence[Line]] = (None, 0, ())

    def list_ids(self, standing: Standing) -> Sequence[str | None]:
        """Return the resource on each line; None for a line that is no resource's."""
        raise NotImplementedError

    def draw_lines(self, standing: Standing, width: int) -> Sequence[Line]:
        """Return all lines."""
        raise NotImplementedError

    def watch_session(self) -> None:
        """List anew, the cursor on the resource that it was on."""
        chosen = self.resource_id
        if self.session is not None:
            self._ids = self.list_ids(self.session.standing)
        place = self._ids.index(chosen) if chosen is not None and chosen in self._ids else self.cursor
        self.update_rows_under(place)

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._ids)

    def row_line(self, index: int, width: int) -> Line:
        """Return one line."""
        if self._drawn[:2] != (self.session, width) and self.session is not None:
            self._drawn = (self.session, width, self.draw_lines(self.session.standing, width))
        return self._drawn[2][index]

    def resource_at(self, index: int) -> str | None:
        """Return the resource on a line."""
        return self._ids[index]


class TonightList(DrawnList):
    """What to do tonight."""

    ROWS = 4

    def list_ids(self, standing: Standing) -> Sequence[str | None]:
        """Return what is suggested, or one line that says why nothing is."""
        return [each.resource.id for each in suggest(standing)[: self.ROWS]] or [None]

    def draw_lines(self, standing: Standing, width: int) -> Sequence[Line]:
        """Return all suggestions."""
        return tonight_rows.draw(standing, width, self.ROWS)


class CurriculumList(RowList):
    """Areas, competencies, resources; folds, and narrows down to a search."""

    BINDINGS = moves("left", "right")

    query_text: var[str] = var("")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._folded: frozenset[str] = frozenset()

    def watch_session(self) -> None:
        """List the rows of another session; the cursor stays on its row."""
        self._list()

    def watch_query_text(self) -> None:
        """Show what fits the search, the cursor on the first of it."""
        self._list()
        first = next((index for index, row in enumerate(self._rows) if row.kind == "resource"), 0)
        if self.query_text:
            self.cursor = first
        elif self.size.height:
            self.call_after_refresh(self._centre)

    def _centre(self) -> None:
        self.scroll_to(y=max(0, self.cursor - self.size.height // 2), animate=False)

    def reveal(self, resource_id: str) -> None:
        """Put the cursor on a resource, unfolding what hides it."""
        if self.session is None:
            return
        self.query_text = ""
        resource = self.session.catalogue.resources[resource_id]
        area = self.session.catalogue.competencies[resource.main_competency].area
        self._folded -= {resource.main_competency, area}
        self._list()
        self.cursor = next(
            index for index, row in enumerate(self._rows) if self.resource_at(index) == resource_id
        )
        self._centre()

    def row_count(self) -> int:
        """Return the number of rows that are not folded away."""
        return len(self._rows)

    def row_line(self, index: int, width: int) -> Line:
        """Return one row."""
        if self.session is None:
            return ()
        row = self._rows[index]
        return curriculum_rows.draw(self.session.standing, row, width, is_folded=row.id in self._folded)

    def resource_at(self, index: int) -> str | None:
        """Return the resource of a row; headings have none."""
        row = self._rows[index]
        return row.id if row.kind == "resource" else None

    @property
    def number(self) -> str | None:
        """The area or competency that the highlighted row is or stands under."""
        rows = self._rows[self.cursor :: -1] if self._rows else ()
        return next((row.id for row in rows if row.kind != "resource"), None)

    EMPTY = "Nothing fits. esc shows everything again."

    def open_row(self) -> None:
        """Fold or unfold a heading; open a resource."""
        if not self._rows:
            return
        row = self._rows[self.cursor]
        if row.kind == "resource":
            super().open_row()
        else:
            self._set_folded(row, folded=row.id not in self._folded)

    def action_fold(self, folded: bool) -> None:
        """Fold or unfold the heading under the cursor, or the one that the row stands under."""
        if not self._rows:
            return
        index = self.cursor
        while self._rows[index].kind == "resource":
            index -= 1
        if folded:
            self.cursor = index
        self._set_folded(self._rows[index], folded=folded)

    def _set_folded(self, row: Row, *, folded: bool) -> None:
        self._folded = self._folded | {row.id} if folded else self._folded - {row.id}
        self._list()

    def _list(self) -> None:
        if self.session is None:
            return
        key = self._rows[self.cursor].key if self.cursor < len(self._rows) else ""
        catalogue, domain = self.session.catalogue, self.session.profile.settings.domain
        matches = curriculum_rows.find(catalogue, self.query_text) if self.query_text else None
        self._rows = curriculum_rows.rows_of(catalogue, domain, self._folded, matches)
        places = (index for index, row in enumerate(self._rows) if row.key == key)
        self.update_rows_under(next(places, min(self.cursor, len(self._rows))))
