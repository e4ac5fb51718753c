"""A picture with places on it that can be clicked, one of them highlighted."""

from collections.abc import Sequence

from textual import events
from textual.reactive import var
from textual.strip import Strip

from planner.presentation.lines import Line
from planner.presentation.sheet import Sheet, Target
from planner.tui.messages import TargetChosen
from planner.tui.widgets.picture import Picture


class SheetPicture(Picture):
    """Says what was clicked on it."""

    highlighted: var[Target | None] = var(None)

    def sheet(self, width: int) -> Sheet:
        """Return the picture for this many cells."""
        raise NotImplementedError

    def watch_highlighted(self) -> None:
        """Highlight another place."""
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines alone."""
        del height
        return [each.line for each in self.sheet(width).lines]

    def render_line(self, y: int) -> Strip:
        """Return one line of the picture."""
        width = self.size.width
        lines = self.sheet(width).lines if self.highlighted is not None else ()
        if y < len(lines):
            return self._ink.sheet_strip(lines[y], width, self.highlighted)
        return super().render_line(y)

    def on_click(self, event: events.Click) -> None:
        """Say what stands under the mouse."""
        at = event.get_content_offset(self)
        target = self.sheet(self.size.width).at(at.y, at.x) if at is not None else None
        if target is not None:
            self.post_message(TargetChosen(target))
