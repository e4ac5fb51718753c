"""From the names of styles to what they look like under the theme."""

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip
from textual.widget import Widget

from planner.core.text import clean
from planner.presentation.lines import Line
from planner.presentation.sheet import SheetLine, Target
from planner.tui.themes import GROUNDS, INKS

_KEPT = 128
"""Lines that are kept as strips: two screenfuls."""


class Ink:
    """Resolves style names for one widget.

    `name@2` lies on tint 2, `tint@31` is tint 3 over tint 1; tint 4 is the light around the marker.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, bool], Style] = {}
        self._grounds: dict[bool, Color] = {}
        self._strips: FIFOCache[tuple[Line, int, bool], Strip] = FIFOCache(_KEPT)
        """A strip remembers how it is written to the terminal, so one is worth keeping."""

    def forget(self) -> None:
        """Forget everything: the theme has changed."""
        self._known.clear()
        self._grounds.clear()
        self._strips.clear()

    def strip(self, line: Line, width: int, *, highlighted: bool = False) -> Strip:
        """Return a line as a strip of this many cells."""
        key = (line, width, highlighted)
        strip = self._strips.get(key)
        if strip is None:
            spans = [(text, self._style(name, highlighted=highlighted)) for text, name in line if text]
            strip = Strip(_joined(spans)).adjust_cell_length(width, self._style("", highlighted=highlighted))
            self._strips[key] = strip
        return strip

    def sheet_strip(self, each: SheetLine, width: int, target: Target | None) -> Strip:
        """Return a line of a sheet as a strip of this many cells, one target on it highlighted."""
        strip, marked = self.strip(each.line, width), None
        for columns, there in each.spots:
            if there == target:
                marked = marked or self.strip(each.line, width, highlighted=True)
                parts = (strip.crop(0, columns.start), marked.crop(columns.start, columns.stop))
                strip = Strip.join([*parts, strip.crop(columns.stop)])
        return strip

    def _style(self, name: str, *, highlighted: bool) -> Style:
        key = (name, highlighted)
        if key not in self._known:
            self._known[key] = self._resolve(name, highlighted=highlighted)
        return self._known[key]

    def _resolve(self, name: str, *, highlighted: bool) -> Style:
        ink, _, level = name.partition("@")
        if self._widget.app.native_ansi_color:
            return self._ansi(ink, highlighted=highlighted)
        ground = self._ground(highlighted=highlighted)
        if ink == "tint":
            return Style.from_color(
                self._tint(ground, level[0]).rich_color, self._tint(ground, level[1]).rich_color
            )
        back = self._tint(ground, level) if level else ground
        if not ink:
            return Style.from_color((back + self._widget.colors[3]).rich_color, back.rich_color)
        front = back + INKS[ink].under(self._widget.app.theme_variables)
        return Style.from_color(front.rich_color, back.rich_color) + INKS[ink].text_style

    def _ansi(self, ink: str, *, highlighted: bool) -> Style:
        """Return the style in a terminal's own colours, which do not mix."""
        style = Style()
        if ink:
            colour = INKS[ink].under(self._widget.app.theme_variables)
            style = Style.from_color(colour.rich_color) + INKS[ink].text_style
        return Style(reverse=True, bold=style.bold) if highlighted else style

    def _ground(self, *, highlighted: bool) -> Color:
        if highlighted not in self._grounds:
            ground = self._widget.background_colors[1]
            self._grounds[highlighted] = ground + self._behind("cursor") if highlighted else ground
        return self._grounds[highlighted]

    def _tint(self, ground: Color, level: str) -> Color:
        if level == "0":
            return ground
        return ground + self._behind(f"tint-{level}")

    def _behind(self, name: str) -> Color:
        return GROUNDS[name].under(self._widget.app.theme_variables)


def _joined(spans: Iterable[tuple[str, Style]]) -> list[Segment]:
    """Join what looks the same, as a space has no colour of its own: fewer styles are fewer bytes."""
    joined: list[Segment] = []
    text, style = "", Style.null()
    for more, other in spans:
        if other is style or (more.isspace() and _is_alike(style, other)):
            text += more
        elif text.isspace() and _is_alike(style, other):
            text, style = text + more, other
        else:
            if text:
                joined.append(Segment(text, style))
            text, style = more, other
    return [*joined, Segment(text, style)] if text else joined


def _is_alike(one: Style, other: Style) -> bool:
    """Return whether spaces in two styles look the same."""
    return one.bgcolor == other.bgcolor and not (_draws_on_spaces(one) or _draws_on_spaces(other))


@lru_cache
def _draws_on_spaces(style: Style) -> bool:
    return bool(style.underline or style.reverse or style.strike or style.underline2 or style.overline)


class SafeOutput(LineFilter):
    """The last gate to the terminal: no text leaves with a control character in it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, cleaned."""
        del background
        return list(_cleaned(segments))


def _cleaned(segments: Iterable[Segment]) -> Iterable[Segment]:
    for segment in segments:
        if segment.control or segment.text.isprintable():
            yield segment
        else:
            yield Segment(clean(segment.text, len(segment.text)), segment.style)
