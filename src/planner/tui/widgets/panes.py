"""The four views of the main screen, each a list with what belongs to it."""

import asyncio

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from planner.presentation.commands import View
from planner.session import Session
from planner.tui.messages import ResourceHighlighted
from planner.tui.widgets.lists import CurriculumList, TonightList
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.path_pane import PathPane
from planner.tui.widgets.progress import ProgressList
from planner.tui.widgets.views import ChartView, DetailView, LastView, PanelView

_CLOSE_FROM = 80


def begins_close(session: Session, width: int) -> bool:
    """Return whether the Map begins with a close look: once something is done, from 80 columns on."""
    return width >= _CLOSE_FROM and max(session.standing.evidence.position) > 0


class MapPane(Pane):
    """The chart, the panel beside it, and what to do tonight."""

    def __init__(self, *, id: str, zoom: bool = False) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._zoom = zoom

    def compose(self) -> ComposeResult:
        """Lay out the figure over the list."""
        with Horizontal(id="figure"):
            chart = ChartView(id="chart")
            chart.set_reactive(ChartView.zoom, self._zoom)
            yield chart.data_bind(MapPane.session)
            yield PanelView(id="panel").data_bind(MapPane.session)
        tonight = TonightList(id="map-list")
        tonight.border_title = "Tonight"
        yield tonight.data_bind(MapPane.session)
        yield LastView(id="last").data_bind(MapPane.session)

    @on(ResourceHighlighted)
    def _show_ghost(self, message: ResourceHighlighted) -> None:
        self.query_one(ChartView).highlighted = message.resource_id

    def toggle_evidence(self) -> None:
        """Mark where one stands on evidence alone, or no longer."""
        chart = self.query_one(ChartView)
        chart.evidence = not chart.evidence

    def toggle_zoom(self) -> None:
        """Look closer, or at the whole chart again."""
        chart = self.query_one(ChartView)
        chart.zoom = not chart.zoom


class SearchInput(Input):
    """The line one types in to search; enter leads to the list at once, before the next key counts."""

    BINDINGS = [Binding("enter,down", "leave", show=False, priority=True)]

    async def action_leave(self) -> None:
        """Go on with what was found, once every letter typed so far has counted."""
        typed = asyncio.Event()
        self.call_later(typed.set)
        await typed.wait()
        found = self.screen.query_one(CurriculumList)
        found.query_text = self.value.strip()
        self.screen.set_focus(found)


class CurriculumPane(Pane):
    """All there is to learn, with a search over it."""

    def compose(self) -> ComposeResult:
        """Lay out the search, hidden until it is asked for, over the list beside the details."""
        yield SearchInput(placeholder="title, author, competency", id="search", compact=True, max_length=80)
        with Horizontal():
            yield CurriculumList(id="curriculum-list").data_bind(CurriculumPane.session)
            with VerticalScroll(classes="detail", can_focus=False):
                yield DetailView(id="curriculum-detail").data_bind(CurriculumPane.session)

    @on(ResourceHighlighted)
    def _show_details(self, message: ResourceHighlighted) -> None:
        self.query_one(DetailView).resource_id = message.resource_id

    def open_search(self) -> None:
        """Let someone type what they look for."""
        search = self.query_one(Input)
        search.display = True
        self.screen.set_focus(search)

    def close_search(self) -> None:
        """Show everything again."""
        search = self.query_one(Input)
        search.value = ""
        search.display = False

    def reveal(self, resource_id: str) -> None:
        """Put the cursor on a resource."""
        self.close_search()
        self.query_one(CurriculumList).reveal(resource_id)

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        self.query_one(CurriculumList).query_text = message.value.strip()


class ProgressPane(Pane):
    """What was studied, and where it leads."""

    def compose(self) -> ComposeResult:
        """Lay out the one list."""
        yield ProgressList(id="progress-list").data_bind(ProgressPane.session)

    def toggle_zoom(self) -> None:
        """Draw the burn-up to the next flag, or to the target again."""
        page = self.query_one(ProgressList)
        page.near = not page.near


LATER_PANES: dict[View, type[Pane]] = {
    "curriculum": CurriculumPane,
    "path": PathPane,
    "progress": ProgressPane,
}
"""The views that are made when they are first shown."""
