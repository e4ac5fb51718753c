"""The pictures that follow the session: chart, panel, details."""

from collections.abc import Sequence

from textual.reactive import var

from planner.presentation import chart, chart_model, map_panel, resource_detail
from planner.presentation.lines import PLAIN, Line
from planner.session import Session
from planner.tui.widgets.picture import Picture


class SessionPicture(Picture):
    """A picture of something in the session."""

    session: var[Session | None] = var(None)

    def watch_session(self) -> None:
        """Draw again: the session is another one."""
        self.redraw()


class ChartView(SessionPicture):
    """The essay's chart."""

    zoom: var[bool] = var(False)

    def watch_zoom(self) -> None:
        """Show more, or less."""
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the chart at this size."""
        if self.session is None:
            return ()
        is_tinted = not (self.app.native_ansi_color or self.app.no_color)
        return chart.draw(
            chart_model.chart_of(self.session.standing, zoom=self.zoom), width, height, tinted=is_tinted
        )


class PanelView(SessionPicture):
    """What stands beside the chart."""

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the panel at this size."""
        return map_panel.draw(self.session.standing, width, height) if self.session else ()


class DetailView(SessionPicture):
    """Everything about the highlighted resource."""

    resource_id: var[str | None] = var(None)

    def watch_session(self) -> None:
        """Draw again, and take as many lines as that needs."""
        self.redraw(layout=True)

    def watch_resource_id(self) -> None:
        """Draw another resource."""
        self.redraw(layout=True)

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the details, wrapped to this width."""
        del height
        resource = self.session.catalogue.resources.get(self.resource_id or "") if self.session else None
        if resource is None or self.session is None:
            return ((("Choose a resource to see what it is about.", "dim"),), ((" ", PLAIN),))
        return resource_detail.draw(self.session.standing, resource, width)
