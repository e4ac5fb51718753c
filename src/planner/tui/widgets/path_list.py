"""The list of the Path: item by item on a strip of time, or week by week."""

from collections.abc import Mapping, Sequence

from textual.reactive import var

from planner.core.schedule import Span
from planner.presentation import path_rows, path_timeline, week_rows
from planner.presentation.lines import Line
from planner.presentation.time_axis import Axis
from planner.tui.widgets.row_list import RowList

Row = path_rows.Row | week_rows.Row


class PathList(RowList):
    """The learning path; the cursor passes over headings and flags, and stays on its item."""

    by_week: var[bool] = var(False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._spans: Mapping[str, Span] = {}
        self._axis: tuple[object, Axis | None] = (None, None)

    def watch_session(self) -> None:
        """List anew, the cursor on the item where it was."""
        self._list()

    def watch_by_week(self) -> None:
        """List the same path the other way, the cursor on the same item."""
        self._list()

    def reveal(self, resource_id: str) -> None:
        """Put the cursor on an item, where it is on the path."""
        self.cursor = self._place_of(resource_id)

    def _place_of(self, resource_id: str | None) -> int:
        """Return the row of an item: the one under the cursor where it is its, the cursor's where none is."""
        if self.cursor < len(self._rows) and self.resource_at(self.cursor) == resource_id:
            return self.cursor
        places = (row for row in range(len(self._rows)) if self.resource_at(row) == resource_id)
        return next(places, self.cursor) if resource_id else self.cursor

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def row_line(self, index: int, width: int) -> Line:
        """Return one row, drawn."""
        if self.session is None:
            return ()
        standing, row = self.session.standing, self._rows[index]
        if isinstance(row, week_rows.Row):
            return week_rows.draw_row(standing, standing.weeks, row, width)
        if (axis := self.axis(width)) is not None:
            return path_timeline.draw(standing, row, self._spans, width, axis)
        return path_rows.draw_row(standing, row, self._spans, path_rows.room(width))

    def resource_at(self, index: int) -> str | None:
        """Return the item of a row; headings and flags are no item's."""
        row = self._rows[index]
        return row.id if row.kind in ("item", "slot") else None

    @property
    def has_cursor(self) -> bool:
        """Whether there is an item to highlight."""
        return self.resource_id is not None

    def axis(self, width: int) -> Axis | None:
        """Return the axis of the strip for what is in sight; None where there is no strip."""
        if self.session is None or self.by_week or width < path_timeline.LEAST_WIDTH or not self._spans:
            return None
        visible = range(self.scroll_offset.y, self.scroll_offset.y + self.size.height)
        key = (self.session, width, visible, self.cursor)
        if self._axis[0] != key:
            rows = [each for each in self._rows if isinstance(each, path_rows.Row)]
            axis = path_timeline.axis_for(
                self.session.standing, rows, self._spans, width, (visible, self.cursor)
            )
            self._axis = (key, axis)
        return self._axis[1]

    def watch_cursor(self, old: int, new: int) -> None:
        """Move the cursor, and the strip with it where it has to."""
        before = self._axis[1]
        super().watch_cursor(old, new)
        if before is not None and self.axis(self.scrollable_content_region.width) != before:
            self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor from item to item."""
        super().action_move(by)
        self._onto_item(by)

    def action_go(self, index: int) -> None:
        """Move the cursor to the first item or to the last."""
        super().action_go(index)
        self._onto_item(1 if index >= 0 else -1)

    def _onto_item(self, by: int) -> None:
        """Leave a heading or a flag in this direction; where it is the last one, in the other."""
        before, after = range(self.cursor, -1, -1), range(self.cursor, self.row_count())
        ways = (*after, *before) if by > 0 else (*before, *after)
        self.cursor = next((row for row in ways if self.resource_at(row) is not None), self.cursor)
        if self.cursor and all(self.resource_at(row) is None for row in range(self.cursor)):
            self.scroll_to(y=0, animate=False)

    def _stay(self, cursor: int) -> None:
        """Draw the same items in another order, without scrolling unless the cursor leaves the window."""
        self.set_reactive(RowList.cursor, cursor)
        self.update_rows()
        self._show(self.cursor)

    def _list(self) -> None:
        """List the rows of the session, the cursor on an item."""
        if self.session is None:
            return
        standing, chosen, before = self.session.standing, self.resource_id, self._spans.keys()
        self._rows = week_rows.rows(standing, standing.weeks) if self.by_week else path_rows.rows(standing)
        if not standing.steps and standing.stops:
            self._rows = (*self._rows, path_rows.Row("space"), path_rows.Row("hint"))
        self._spans = standing.spans
        self._axis = (None, None)
        if before == self._spans.keys():
            self._stay(self._place_of(chosen))
        else:
            self.update_rows_under(self._place_of(chosen))
        if self._rows and self.resource_id is None:
            self._onto_item(1)
