"""A widget that shows lines of styled text."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.geometry import Region, Size
from textual.strip import Strip

from planner.presentation.lines import Line
from planner.tui.ink import Ink
from planner.tui.widgets.plain_lines import PlainLines


class Picture(PlainLines):
    """Draws what `draw` returns, and draws it again only when asked to."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self._ink = Ink(self)
        self._drawn: tuple[Size, Sequence[Line]] | None = None

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines for this many cells."""
        raise NotImplementedError

    def is_highlighted(self, y: int) -> bool:
        """Return whether the cursor is on a line."""
        del y
        return False

    def redraw(self, *, layout: bool = False) -> None:
        """Draw again at the next paint."""
        self._drawn = None
        self.refresh(layout=layout)

    def redraw_lines(self) -> None:
        """Draw again now, and paint the lines that look different."""
        if self._drawn is None or self._drawn[0] != self.size:
            self.redraw()
            return
        before, (width, height) = self._drawn[1], self.size
        self._drawn = (self.size, self.draw(width, height))
        for y, (old, new) in enumerate(zip_longest(before, self._drawn[1])):
            if old != new:
                self.refresh(Region(0, y, width, 1))

    def notify_style_update(self) -> None:
        """Forget the colours when the theme changes."""
        super().notify_style_update()
        self._ink.forget()
        self._drawn = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at this width."""
        del container, viewport
        return len(self.draw(width, 0))

    def render_line(self, y: int) -> Strip:
        """Return one line of the picture."""
        size = self.size
        if self._drawn is None or self._drawn[0] != size:
            self._drawn = (size, self.draw(size.width, size.height))
        lines = self._drawn[1]
        return self._ink.strip(
            lines[y] if y < len(lines) else (), size.width, highlighted=self.is_highlighted(y)
        )
