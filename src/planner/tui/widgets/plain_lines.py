"""Lines that are painted as they are, and again only where they have changed."""

from typing import Any, Self

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class PlainLines(Widget):
    """Draws line by line; where it has no border and no padding, there is nothing else to draw.

    What Textual does for every line of a widget, in case there is something around it, is left out then.
    """

    def __init__(self, *children: Widget, **how: Any) -> None:  # noqa: ANN401 - all that Textual's widgets take
        super().__init__(*children, **how)
        self._painted: dict[int, Strip] = {}
        """The lines that have not changed since they were painted."""
        self._painted_under: object = None
        """Their width, the size and the ground of the widget, and what they went through."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines that are seen, through the filters that all text goes through."""
        if self.styles.gutter:
            return super().render_lines(crop)
        ground, filters = self.background_colors[1], self.get_line_filters()
        if self._painted_under != (now := (crop.width, self.size, ground, filters)):
            self._painted.clear()
            self._painted_under = now
        for y in crop.line_range:
            if y not in self._painted:
                strip = self.render_line(y)
                if strip.cell_length != crop.width:
                    strip = strip.crop_extend(crop.x, crop.right, None)
                for each in filters:
                    strip = strip.apply_filter(each, ground)
                self._painted[y] = strip
        return [self._painted[y] for y in crop.line_range]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint these regions again, or everything."""
        for region in regions:
            for y in region.line_range:
                self._painted.pop(y, None)
        if not regions:
            self._painted.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Paint everything again when the theme changes."""
        super().notify_style_update()
        self._painted.clear()
