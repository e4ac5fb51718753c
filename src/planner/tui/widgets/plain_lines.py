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
        self._painted_width = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines that are seen, through the filters that all text goes through."""
        if self.styles.gutter:
            return super().render_lines(crop)
        if crop.width != self._painted_width:
            self._painted.clear()
            self._painted_width = crop.width
        strips = [self._painted.get(y) or self._paint(y, crop) for y in crop.line_range]
        ground = self.background_colors[1]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, ground) for strip in strips]
        return strips

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

    def _paint(self, y: int, crop: Region) -> Strip:
        strip = self.render_line(y)
        if strip.cell_length != crop.width:
            strip = strip.crop_extend(crop.x, crop.right, None)
        self._painted[y] = strip
        return strip
