"""The lists that are drawn as a whole: tonight, the path, progress."""

from collections.abc import Sequence

from textual.strip import Strip

from planner.core.standing import Standing
from planner.core.tonight import suggest
from planner.presentation import path_rows, progress_rows, tonight_rows
from planner.presentation.lines import Line
from planner.session import Session
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
        """List anew."""
        if self.session is not None:
            self._ids = self.list_ids(self.session.standing)
        super().watch_session()

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


class PathList(DrawnList):
    """The learning path, item by item."""

    def list_ids(self, standing: Standing) -> Sequence[str | None]:
        """Return the item on each line."""
        return [row.id if row.kind == "item" else None for row in path_rows.rows(standing)]

    def draw_lines(self, standing: Standing, width: int) -> Sequence[Line]:
        """Return all lines of the path."""
        return path_rows.draw(standing, width)

    def watch_session(self) -> None:
        """List anew, the cursor on an item and not on a heading."""
        super().watch_session()
        if self.resource_id is None and self.row_count() > 1:
            self.action_move(1)

    def action_move(self, by: int) -> None:
        """Move the cursor from item to item; chapters and flags are passed over."""
        super().action_move(by)
        rows = range(self.cursor, self.row_count()) if by > 0 else range(self.cursor, -1, -1)
        back = range(self.cursor, -1, -1) if by > 0 else range(self.cursor, self.row_count())
        self.cursor = next((row for row in (*rows, *back) if self.resource_at(row) is not None), self.cursor)


class ProgressList(RowList):
    """What was studied, and where it leads: to be read, so the keys scroll it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._drawn: tuple[Session | None, int, Sequence[Line]] = (None, 0, ())

    def _lines(self) -> Sequence[Line]:
        width = self.scrollable_content_region.width
        if self._drawn[:2] != (self.session, width) and self.session is not None:
            self._drawn = (self.session, width, progress_rows.draw(self.session.standing, width))
        return self._drawn[2]

    def row_count(self) -> int:
        """Return the number of lines at this width."""
        return len(self._lines())

    def row_line(self, index: int, width: int) -> Line:
        """Return one line."""
        del width
        return self._lines()[index]

    def resource_at(self, index: int) -> str | None:
        """Return nothing: no line is a resource's."""
        del index
        return None

    def render_line(self, y: int) -> Strip:
        """Return one visible line, without a cursor."""
        lines, index = self._lines(), y + self.scroll_offset.y
        return self._ink.strip(lines[index] if index < len(lines) else (), self.size.width)

    def action_move(self, by: int) -> None:
        """Scroll."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def action_go(self, index: int) -> None:
        """Scroll to a line; -1 is the last."""
        self.scroll_to(y=index if index >= 0 else self.row_count(), animate=False)
