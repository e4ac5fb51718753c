"""The pictures that follow the session: chart, panel, what was finished last."""

from collections.abc import Sequence

from textual import events
from textual.reactive import var

from planner.presentation import chart, chart_model, map_panel, map_sections
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.messages import NumberOpened
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
    evidence: var[bool] = var(False)
    """Whether it marks where the person stands on evidence alone."""
    highlighted: var[str | None] = var(None)
    """The resource of which it shows where it would lead."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._drawing: tuple[tuple[int, int], chart.Drawing] | None = None
        """What does not depend on what is highlighted, and its width and height."""

    def watch_zoom(self) -> None:
        """Show more, or less."""
        self.redraw()

    def watch_evidence(self) -> None:
        """Mark it, or no longer."""
        self.redraw()

    def watch_highlighted(self) -> None:
        """Show where another one would lead."""
        self.redraw_lines()

    def redraw(self, *, layout: bool = False) -> None:
        """Draw all of it again."""
        self._drawing = None
        super().redraw(layout=layout)

    def notify_style_update(self) -> None:
        """Draw all of it again when the theme changes: not all have tints to draw with."""
        self._drawing = None
        super().notify_style_update()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the chart at this size; of another highlighted resource, only where that leads is new."""
        if self.session is None:
            return ()
        standing = self.session.standing
        if self._drawing is None or self._drawing[0] != (width, height):
            is_tinted = not (self.app.native_ansi_color or self.app.no_color)
            shown = chart_model.chart_of(standing, zoom=self.zoom, evidence=self.evidence)
            self._drawing = ((width, height), chart.drawing(shown, width, height, tinted=is_tinted))
        return self._drawing[1].with_ghost(chart_model.ghost_of(standing, self.highlighted))


class PanelView(SessionPicture):
    """What stands beside the chart."""

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the panel at this size."""
        return map_panel.draw(self.session.standing, width, height) if self.session else ()

    def on_click(self, event: events.Click) -> None:
        """Say which number was clicked, if one was."""
        at = event.get_content_offset(self)
        if at is not None and self.session is not None:
            name = map_panel.number_at(self.session.standing, *self.size, at.y)
            if name:
                self.post_message(NumberOpened(name))


class LastView(SessionPicture):
    """What was finished last."""

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        return (map_sections.last(self.session.standing, width),) if self.session else ()
