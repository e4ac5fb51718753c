"""A list with a cursor that paints only the rows one can see, and only those that change."""

from typing import Any

from textual import events
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.bindings import moves
from planner.tui.ink import Ink
from planner.tui.messages import ResourceHighlighted, ResourceOpened, ResourceToggled
from planner.tui.widgets.plain_lines import PlainLines
from planner.tui.widgets.row_bar import RowBar


class RowList(ScrollView, PlainLines, can_focus=True):
    """Rows of the session; what a row is, a subclass says."""

    BINDINGS = moves("up", "down", "top", "bottom", "page-up", "page-down")

    session: var[Session | None] = var(None)
    cursor: var[int] = var(0)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._ink = Ink(self)
        self._room: int | None = None
        """Cells of a row while rows are painted, where it is looked up once."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = RowBar()
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual does for its own
        return self._vertical_scrollbar

    glyph_columns = 6
    """Clicks this far to the left hit the glyph of a row's state."""

    EMPTY = "Nothing here."
    """What stands where there is no row."""

    @property
    def is_ready(self) -> bool:
        """Whether there is something to list."""
        return self.session is not None

    def row_count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_line(self, index: int, width: int) -> Line:
        """Return one row, drawn."""
        raise NotImplementedError

    def resource_at(self, index: int) -> str | None:
        """Return the resource of a row, if it is one's."""
        raise NotImplementedError

    @property
    def resource_id(self) -> str | None:
        """The resource under the cursor."""
        return self.resource_at(self.cursor) if self.cursor < self.row_count() else None

    @property
    def number(self) -> str | None:
        """The area or competency under the cursor, where its row shows a number."""
        return None

    @property
    def has_cursor(self) -> bool:
        """Whether a row can be chosen."""
        return True

    def watch_session(self) -> None:
        """Draw the rows of another session, the cursor where it was."""
        self.update_rows()

    def update_rows(self) -> None:
        """Draw all rows again: there may be more or fewer of them."""
        self._measure()
        self.cursor = max(0, min(self.cursor, self.row_count() - 1))
        self.refresh()
        self.announce()

    def update_rows_under(self, cursor: int) -> None:
        """Draw rows of which the one under the cursor may stand elsewhere by now; it keeps its height."""
        by = cursor - self.cursor
        self.set_reactive(RowList.cursor, cursor)
        self.update_rows()
        if by:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def announce(self) -> None:
        """Say which resource is under the cursor."""
        self.post_message(ResourceHighlighted(self.resource_id))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that change, and keep the cursor in sight."""
        for index in (old, new):
            self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))
        self._show(new)
        self.announce()

    def notify_style_update(self) -> None:
        """Forget the colours when the theme changes."""
        super().notify_style_update()
        self._ink.forget()

    def on_resize(self) -> None:
        """Take the new width."""
        self._measure()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; on its glyph, check it off; twice, open it."""
        at = event.get_content_offset(self)
        index = at.y + self.scroll_offset.y if at is not None else self.row_count()
        if index >= self.row_count():
            return
        self.cursor = index
        if (resource_id := self.resource_id) is None:
            self.open_row()
        elif event.x < self.glyph_columns:
            self.post_message(ResourceToggled(resource_id))
        elif event.chain > 1:
            self.post_message(ResourceOpened(resource_id))

    def open_row(self) -> None:
        """Open the row under the cursor."""
        if self.resource_id is not None:
            self.post_message(ResourceOpened(self.resource_id))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return visible rows."""
        self._room = self.scrollable_content_region.width
        strips = super().render_lines(crop)
        self._room = None
        return strips

    @property
    def room(self) -> int:
        """Cells of a row."""
        return self.scrollable_content_region.width if self._room is None else self._room

    def render_line(self, y: int) -> Strip:
        """Return one visible row."""
        index, width = y + self.scroll_offset.y, self.room
        if not self.is_ready or index >= self.row_count():
            is_first = index == 0 and self.is_ready
            return self._ink.strip((((f" {self.EMPTY}", "dim"),) if is_first else ()), width)
        is_highlighted = index == self.cursor and self.has_cursor
        return self._ink.strip(self.row_line(index, width), width, highlighted=is_highlighted)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(self.row_count() - 1, self.cursor + by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        self.action_move(by * max(1, self.scrollable_content_region.height - 1))

    def action_go(self, index: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        self.cursor = max(0, index if index >= 0 else self.row_count() - 1)

    def _measure(self) -> None:
        rows = self.row_count() if self.is_ready else 0
        self.virtual_size = Size(self.scrollable_content_region.width, rows)

    def _show(self, index: int) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        target: Any = None
        if index < top:
            target = index
        elif height and index >= top + height:
            target = index - height + 1
        if target is not None:
            self.scroll_to(y=target, animate=False, force=True)
