"""The scrollbar of a list: painted as a column of cells, and again only where it looks different."""

from collections.abc import Sequence
from typing import Self

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from planner.tui.widgets.plain_lines import filtered


class RowBar(ScrollBar):
    """A vertical scrollbar, one cell wide."""

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._painted: tuple[object, Sequence[Strip]] = (None, ())
        """How it looked, and what was painted for that."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint it again unless it looks as it was painted: every layout of the screen asks for it."""
        bar = self.render() if self._painted[1] and not layout else None
        if isinstance(bar, ScrollBarRender) and self._looks(bar) == self._painted[0]:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the cells that are seen, through the filters that all text goes through."""
        bar, filters = self.render(), self.get_line_filters()
        if not isinstance(bar, ScrollBarRender) or not isinstance(bar.style, Style):
            return super().render_lines(crop)
        looks = self._looks(bar)
        if self._painted[0] != looks:
            ground = self.background_colors[1]
            behind = Style.from_color(bgcolor=ground.rich_color)
            cells = _cells(bar, bar.style, self.size.height)
            strips = [Strip(Segment.apply_style([each], behind), 1) for each in cells]
            self._painted = (looks, [filtered(each, filters, ground) for each in strips])
        return list(self._painted[1][crop.y : crop.bottom])

    def _looks(self, bar: ScrollBarRender) -> tuple[object, ...]:
        """Return all that its cells are made of; where everything is in sight, there is no thumb."""
        thumb = (bar.virtual_size, bar.window_size, bar.position) if bar.window_size else ()
        return (self.size.height, *thumb, bar.style, self.get_line_filters())


def _cells(bar: ScrollBarRender, style: Style, height: int) -> Sequence[Segment]:
    """Return what a bar is drawn of, cell by cell."""
    drawn = bar.render_bar(
        size=height,
        virtual_size=bar.virtual_size,
        window_size=bar.window_size,
        position=bar.position,
        back_color=style.bgcolor or Color.default(),
        bar_color=style.color or Color.default(),
    )
    return [each for each in drawn.segments if each.style]
