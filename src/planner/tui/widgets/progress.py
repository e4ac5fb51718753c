"""The list of the Progress view: a page to be read, at the end of which stands what was finished."""

from collections.abc import Sequence

from textual import events
from textual.reactive import var
from textual.strip import Strip

from planner.presentation.lines import Line
from planner.presentation.progress_page import Look, Row, draw
from planner.session import Session
from planner.tui.messages import ResourceOpened, ResourceToggled
from planner.tui.widgets.row_list import RowList

_GLYPH_COLUMNS = 3
"""Clicks this far to the left in what was finished hit its check mark."""


class ProgressList(RowList):
    """Keys scroll the page; once something finished is in sight, they go from one to the next.

    The cursor never rests on what cannot be seen: what a key does, it does to what is highlighted there.
    """

    near: var[bool] = var(False)
    """Whether the burn-up ends at the next flag."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._drawn: tuple[Session, Look, Sequence[Row]] | None = None
        self._chosen: str | None = None
        """The resource under the cursor, wherever its row is by now."""
        self._owed = 0
        """Rows to scroll by as soon as the page is laid out: keys may come before it is."""

    @property
    def look(self) -> Look:
        """How the page is looked at just now."""
        seen = self.scrollable_content_region
        is_tinted = not (self.app.native_ansi_color or self.app.no_color)
        return Look(max(1, seen.width - 1), seen.height, self.near, is_tinted)

    @property
    def page(self) -> Sequence[Row]:
        """The rows of the page as it is looked at."""
        if self.session is None:
            return ()
        look = self.look
        if self._drawn is None or self._drawn[:2] != (self.session, look):
            self._drawn = (self.session, look, draw(self.session.standing, look))
        return self._drawn[2]

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self.page)

    def row_line(self, index: int, width: int) -> Line:
        """Return one row, its parts as one."""
        del width
        return tuple(span for part in self.page[index] for span in part.line)

    def resource_at(self, index: int) -> str | None:
        """Return the resource on a row; what is no list has none."""
        return next((part.id for part in self.page[index] if part.id), None)

    def render_line(self, y: int) -> Strip:
        """Return one visible row, the part under the cursor highlighted."""
        index = y + self.scroll_offset.y
        parts = self.page[index] if index < self.row_count() else ()
        lit = index == self.cursor
        strips = [
            self._ink.strip(part.line, part.width, highlighted=lit and part.id is not None) for part in parts
        ]
        rest = self.size.width - sum(part.width for part in parts)
        return Strip.join([*strips, self._ink.strip((), max(0, rest))])

    def update_rows(self) -> None:
        """Draw all rows again, the cursor on the same resource where it is still there."""
        before = self._chosen
        super().update_rows()
        rows = range(self.row_count())
        same = next((row for row in rows if before and self.resource_at(row) == before), None)
        if same is not None:
            self.cursor = same
            self._show(same)
        self._settle()

    def announce(self) -> None:
        """Say which resource is under the cursor, and remember it."""
        self._chosen = self.resource_id
        super().announce()

    def watch_near(self) -> None:
        """Draw the burn-up to another end."""
        self.update_rows()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the cursor on what can be seen, unless the rows are about to be others."""
        super().watch_scroll_y(old_value, new_value)
        if self._drawn is not None and self._drawn[:2] == (self.session, self.look):
            self._settle()

    def on_resize(self) -> None:
        """Lay the page out anew."""
        self.update_rows()
        owed, self._owed = self._owed, 0
        self._scroll_by(owed)

    def on_click(self, event: events.Click) -> None:
        """Choose what is under the mouse; on its check mark, take that away; twice, open it."""
        event.prevent_default()
        at = event.get_content_offset(self)
        index = event.y + self.scroll_offset.y
        if at is None or index >= self.row_count():
            return
        start = 0
        for part in self.page[index]:
            if part.id and start <= at.x < start + part.width:
                self.cursor = index
                if at.x - start < _GLYPH_COLUMNS:
                    self.post_message(ResourceToggled(part.id))
                elif event.chain > 1:
                    self.post_message(ResourceOpened(part.id))
            start += part.width

    def action_move(self, by: int) -> None:
        """Go to the next of what was finished; where there is none, scroll."""
        rows = range(self.cursor + 1, self.row_count()) if by > 0 else range(self.cursor - 1, -1, -1)
        following = next((row for row in rows if self.resource_at(row)), None)
        if self.resource_id is None or following is None:
            self._scroll_by(by)
        else:
            self.cursor = following

    def action_page(self, by: int) -> None:
        """Scroll by a screenful; at either end, go to the first or the last of what can be seen."""
        before = self.scroll_offset.y
        self._scroll_by(by * max(1, self.scrollable_content_region.height - 1))
        if self.scroll_offset.y == before:
            self._settle(self.row_count() if by > 0 else 0)

    def action_go(self, index: int) -> None:
        """Go to the top, or to the end."""
        end = index if index >= 0 else self.row_count()
        self._scroll_by(end - self.scroll_offset.y)
        self._settle(end)

    def _scroll_by(self, rows: int) -> None:
        if not self.size.height:
            self._owed += rows
            return
        to = max(0, min(self.max_scroll_y, self.scroll_offset.y + rows))
        self.scroll_to(y=to, animate=False, immediate=True)

    def _show(self, index: int) -> None:
        """Scroll as far as it takes to see a row that the cursor can be on."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if height and self.resource_at(index):
            self._scroll_by(min(0, index - top) + max(0, index - top - height + 1))

    def _settle(self, nearest_to: int | None = None) -> None:
        """Put the cursor on what can be seen and is nearest to where it was, or to a row."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not height and nearest_to is None:
            return
        end = min(top + height, self.row_count()) if height else self.row_count()
        seen = [row for row in range(top, end) if self.resource_at(row)]
        wanted = self.cursor if nearest_to is None else nearest_to
        self.cursor = min(seen, key=lambda row: abs(row - wanted), default=0)
