"""The Map: the chart, the panel beside it, and what to do tonight."""

from textual import on
from textual.app import ComposeResult

from planner.session import Session
from planner.tui.messages import ResourceHighlighted
from planner.tui.widgets.lists import TonightList
from planner.tui.widgets.pane import Beside, Pane
from planner.tui.widgets.views import ChartView, LastView, PanelView

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
        with Beside():
            chart = ChartView(id="chart")
            chart.set_reactive(ChartView.zoom, self._zoom)
            yield chart.data_bind(MapPane.session)
            yield PanelView(id="panel").data_bind(MapPane.session)
        tonight = TonightList(id="map-list")
        tonight.border_title = "Tonight"
        yield tonight.data_bind(MapPane.session)
        yield LastView(id="last").data_bind(MapPane.session)

    def on_mount(self) -> None:
        """Show where an item leads in the frame that moves the cursor to it."""
        self.watch(self.rows, "cursor", self._show_ghost, init=False)

    @on(ResourceHighlighted)
    def _show_ghost(self) -> None:
        self.query_one(ChartView).highlighted = self.rows.resource_id

    def toggle_evidence(self) -> None:
        """Mark where one stands on evidence alone, or no longer."""
        chart = self.query_one(ChartView)
        chart.evidence = not chart.evidence

    def toggle_zoom(self) -> None:
        """Look closer, or at the whole chart again."""
        chart = self.query_one(ChartView)
        chart.zoom = not chart.zoom
