"""Lines that are painted as they are, and again only where they have changed."""

from collections.abc import Iterable
from typing import Any, Self

from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class PlainLines(Widget):
    """Draws line by line; where nothing stands over and under the lines, there is little else to draw.

    What Textual does for every line of a widget, in case there is something around it, is done for one
    line then: what stands to the left and to the right of it is the same for all.
    """

    def __init__(self, *children: Widget, **how: Any) -> None:  # noqa: ANN401 - all that Textual's widgets take
        super().__init__(*children, **how)
        self._painted: dict[int, Strip] = {}
        """The lines that have not changed since they were painted."""
        self._painted_under: object = None
        """Their width, the size and the ground of the widget, and what they went through."""
        self._beside: tuple[Strip, Strip] | None = None
        """What stands to the left and to the right of each line."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines that are seen, through the filters that all text goes through."""
        gutter = self.styles.gutter
        if gutter.top or gutter.bottom or (gutter.width and crop.x):
            return super().render_lines(crop)
        ground, filters = self.background_colors[1], self.get_line_filters()
        if self._painted_under != (now := (crop.x, crop.width, self.size, ground, filters)):
            self._forget()
            self._painted_under = now
        for y in crop.line_range:
            if y not in self._painted:
                strip = filtered(self._line(y, crop.x, crop.width - gutter.width), filters, ground)
                self._painted[y] = self._between(strip, y, crop) if gutter.width else strip
        return [self._painted[y] for y in crop.line_range]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint these regions again, or everything."""
        for region in regions:
            for y in region.line_range:
                self._painted.pop(y, None)
        if not regions:
            self._forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Paint everything again when the theme changes."""
        super().notify_style_update()
        self._forget()

    def _forget(self) -> None:
        self._painted.clear()
        self._beside = None

    def _line(self, y: int, start: int, width: int) -> Strip:
        strip = self.render_line(y)
        return strip if strip.cell_length == width else strip.crop_extend(start, start + width, None)

    def _between(self, strip: Strip, y: int, crop: Region) -> Strip:
        """Return a line between what stands to its left and to its right."""
        if self._beside is None:
            gutter = self.styles.gutter
            (whole,) = super().render_lines(Region(0, y, crop.width, 1))
            self._beside = (whole.crop(0, gutter.left), whole.crop(crop.width - gutter.right))
        return Strip.join([self._beside[0], strip, self._beside[1]])


def filtered(strip: Strip, filters: Iterable[LineFilter], ground: Color) -> Strip:
    """Return a strip on a ground after all filters."""
    for each in filters:
        strip = strip.apply_filter(each, ground)
    return strip
