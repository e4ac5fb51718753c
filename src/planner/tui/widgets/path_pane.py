"""The view of the Path: the list under the names of its columns, and what is highlighted."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var

from planner.presentation import path_item, path_timeline
from planner.presentation.lines import Line
from planner.tui.messages import ResourceHighlighted
from planner.tui.widgets.detail_view import DetailView
from planner.tui.widgets.pane import Beside, Pane, Stacked
from planner.tui.widgets.path_list import PathList
from planner.tui.widgets.views import SessionPicture

_BESIDE_FROM = 150
"""Columns from which everything about an item stands beside the list."""
_BELOW_FROM = 28
"""Rows from which something about it stands below the list."""


class PathPane(Pane):
    """The learning path; wide enough, on a strip of time."""

    def compose(self) -> ComposeResult:
        """Lay out the list, with what is highlighted beside it or below it."""
        with Beside():
            with Stacked():
                rows = PathList(id="path-list")
                yield _Head(rows).data_bind(PathPane.session)
                yield rows.data_bind(PathPane.session)
                yield _Below(id="path-below").data_bind(PathPane.session)
            with VerticalScroll(classes="detail", can_focus=False):
                yield DetailView(id="path-detail").data_bind(PathPane.session)

    def on_mount(self) -> None:
        """Keep the names of the columns with the list."""
        rows, head = self.query_one(PathList), self.query_one(_Head)
        for name in ("scroll_y", "cursor", "by_week"):
            self.watch(rows, name, head.follow)

    def on_resize(self, event: events.Resize) -> None:
        """Show as much about the highlighted item as there is room for."""
        is_beside = event.size.width >= _BESIDE_FROM
        is_wide = event.size.width >= path_timeline.LEAST_WIDTH
        self.set_class(is_beside, "-beside")
        self.set_class(is_wide and not is_beside and event.size.height >= _BELOW_FROM, "-below")
        self.query_one(_Head).follow()

    def toggle_weeks(self) -> None:
        """Show the path week by week, or item by item again."""
        rows = self.query_one(PathList)
        rows.by_week = not rows.by_week

    @on(ResourceHighlighted)
    def _show_details(self, message: ResourceHighlighted) -> None:
        self.query_one(DetailView).resource_id = message.resource_id
        self.query_one(_Below).resource_id = message.resource_id


class _Head(SessionPicture):
    """The names of the columns, and the months over the strip; nothing where there is no strip."""

    def __init__(self, rows: PathList) -> None:
        super().__init__()
        self._rows = rows

    def follow(self) -> None:
        """Draw again: the list has moved."""
        self.display = self._rows.axis(self._rows.scrollable_content_region.width) is not None
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del width, height
        room = self._rows.scrollable_content_region.width
        axis = self._rows.axis(room)
        return (path_timeline.head(axis, room),) if axis else ((),)


class _Below(SessionPicture):
    """The highlighted item in a few lines."""

    resource_id: var[str | None] = var(None)

    def watch_resource_id(self) -> None:
        """Draw another item."""
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines about the item."""
        del height
        if self.session is None:
            return ()
        return path_item.draw(self.session.standing, self.resource_id or "", width)
