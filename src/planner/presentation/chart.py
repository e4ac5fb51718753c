"""The essay's chart in terminal cells: titles as soft blobs, the way as dots, one marker.

Two half blocks a cell make the blobs round; where there are no tints to draw with, they are shaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from planner.presentation.chart_labels import place_labels
from planner.presentation.lines import PLAIN, Line, Span

Point = tuple[float, float]
"""Machine learning and software engineering, 0-100 each."""
Cell = tuple[int, int]
"""Row and column inside the plot."""

RADIUS = 12.0
"""Points from a title's middle to its rim, as in the essay's figure."""
_RIMS = (0.62, 0.83, 1.0)
"""Where a blob's three tints end, as shares of its radius, from the middle outwards."""
_AXIS_WIDTH = 4
_ABOVE, _BELOW = 1, 2
_LEAST_WIDTH, _LEAST_HEIGHT = 24, 8


@dataclass(frozen=True, slots=True)
class Landmark:
    """A title on the chart."""

    title: str
    short: str
    at: Point
    sign: str = ""
    """`⚑` for the end of this leg, `★` for the target."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is to be seen."""

    landmarks: Sequence[Landmark]
    you: Point
    route: Sequence[Point] = ()
    """Where the path leads, item by item."""
    region: Point | None = None
    """Lower left corner of the region aimed at."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How points become cells. The margins keep every blob whole."""

    columns: int
    rows: int
    left: float = -8.0
    right: float = 104.0
    bottom: float = -4.0
    top: float = 101.0

    def column(self, ml: float) -> int:
        """Return the column of a place on the x axis."""
        return min(self.columns - 1, max(0, int(self.exact_column(ml))))

    def row(self, software: float) -> int:
        """Return the row of a place on the y axis."""
        return min(self.rows - 1, max(0, int(self.exact_row(software))))

    def exact_column(self, ml: float) -> float:
        """Return a place on the x axis in columns."""
        return (ml - self.left) / (self.right - self.left) * self.columns

    def exact_row(self, software: float) -> float:
        """Return a place on the y axis in rows."""
        return (self.top - software) / (self.top - self.bottom) * self.rows

    def cell(self, point: Point) -> Cell:
        """Return the cell of a point."""
        return self.row(point[1]), self.column(point[0])


@dataclass(frozen=True, slots=True)
class _Canvas:
    """Text over tints."""

    scale: Scale
    text: dict[Cell, Span] = field(default_factory=dict)

    def put(self, row: int, column: int, text: str, style: str) -> None:
        for offset, character in enumerate(text):
            if 0 <= row < self.scale.rows and 0 <= column + offset < self.scale.columns:
                self.text[row, column + offset] = (character, style)


def draw(chart: Chart, width: int, height: int, *, tinted: bool = True) -> tuple[Line, ...]:
    """Return the chart as `height` lines of `width` cells; an empty one where there is no room for it."""
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return tuple(((" " * width, PLAIN),) for _ in range(height))
    scale = Scale(width - _AXIS_WIDTH, height - _ABOVE - _BELOW)
    canvas = _Canvas(scale)
    _draw_region(canvas, chart.region)
    _draw_route(canvas, [chart.you, *chart.route])
    _draw_labels(canvas, chart)
    canvas.put(*scale.cell(chart.you), "◉", "you")
    levels = _levels(chart.landmarks, scale)
    rows = [_row(canvas, levels, row, tinted=tinted) for row in range(scale.rows)]
    return (_above(width), *rows, *_below(scale))


def _levels(landmarks: Sequence[Landmark], scale: Scale) -> Mapping[Cell, tuple[int, int]]:
    """Return the tints (0-3) of the upper and the lower half of each cell that has any."""
    found: dict[Cell, list[int]] = {}
    for landmark in landmarks:
        ml, software = landmark.at
        for row in range(scale.row(software + RADIUS), scale.row(software - RADIUS) + 1):
            for column in range(scale.column(ml - RADIUS), scale.column(ml + RADIUS) + 1):
                for half in (0, 1):
                    level = _level(landmark.at, scale, row + half / 2 + 0.25, column + 0.5)
                    if level:
                        halves = found.setdefault((row, column), [0, 0])
                        halves[half] = max(halves[half], level)
    return {cell: (halves[0], halves[1]) for cell, halves in found.items()}


def _level(middle: Point, scale: Scale, row: float, column: float) -> int:
    ml = scale.left + column / scale.columns * (scale.right - scale.left)
    software = scale.top - row / scale.rows * (scale.top - scale.bottom)
    distance = hypot(ml - middle[0], software - middle[1]) / RADIUS
    return sum(distance < rim for rim in _RIMS)


def _draw_region(canvas: _Canvas, corner: Point | None) -> None:
    if corner is None:
        return
    row, column = canvas.scale.cell(corner)
    for above in range(row):
        canvas.put(above, column, "┊", "region")
    canvas.put(row, column, "╌" * (canvas.scale.columns - column), "region")


def _draw_route(canvas: _Canvas, points: Sequence[Point]) -> None:
    """Dot the way: a dot a row where it climbs, one every other column where it runs level."""
    scale = canvas.scale
    since = 1.0
    for start, end in pairwise(points):
        columns = scale.exact_column(end[0]) - scale.exact_column(start[0])
        rows = scale.exact_row(end[1]) - scale.exact_row(start[1])
        length = hypot(columns / 2, rows)
        steps = max(1, int(length * 8))
        for step in range(1, steps + 1):
            since += length / steps
            if since >= 1.0:
                since -= 1.0
                share = step / steps
                at = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
                canvas.put(*scale.cell(at), "·", "route")


def _draw_labels(canvas: _Canvas, chart: Chart) -> None:
    scale = canvas.scale
    middles = [scale.cell(each.at) for each in chart.landmarks]
    reach = int(RADIUS / (scale.right - scale.left) * scale.columns), int(RADIUS / 105 * scale.rows)
    names = [(each.title, each.short, each.sign) for each in chart.landmarks]
    placed = place_labels(names, middles, reach, (scale.rows, scale.columns), scale.cell(chart.you))
    for label in placed:
        style = {"★": "star", "⚑": "flag"}.get(label.sign, "label")
        canvas.put(label.row, label.column, label.text, style)


def _row(canvas: _Canvas, levels: Mapping[Cell, tuple[int, int]], row: int, *, tinted: bool) -> Line:
    spans: list[Span] = [(_y_tick(canvas.scale, row), "axis")]
    for column in range(canvas.scale.columns):
        upper, lower = levels.get((row, column), (0, 0))
        written = canvas.text.get((row, column))
        text, style = _cell(written, upper, lower, tinted=tinted)
        if spans[-1][1] == style:
            spans[-1] = (spans[-1][0] + text, style)
        else:
            spans.append((text, style))
    return tuple(spans)


def _cell(written: Span | None, upper: int, lower: int, *, tinted: bool) -> Span:
    """Return one cell; `name@2` is a style on tint 2, `tint@31` the tints of the two halves."""
    if written is not None:
        level = max(upper, lower) if tinted else 0
        return (written[0], f"{written[1]}@{level}" if level else written[1])
    if not upper and not lower:
        return (" ", PLAIN)
    return ("▀", f"tint@{upper}{lower}") if tinted else ("░", "shade")


def _y_tick(scale: Scale, row: int) -> str:
    ticks = {scale.row(value): value for value in (0, 25, 50, 75, 100)}
    value = ticks.get(row)
    wanted = value is not None and (value % 50 == 0 or scale.rows >= 24)  # noqa: PLR2004 - a tick every six rows
    return f"{value:>3}│" if wanted else "   │"


def _above(width: int) -> Line:
    return (("software engineering".ljust(width), "axis"),)


def _below(scale: Scale) -> tuple[Line, Line]:
    """Return the x axis: the line, and under it the ticks with the axis's name before the last."""
    ticks = [" "] * (scale.columns + _AXIS_WIDTH)

    def write(text: str, end: int) -> None:
        start = max(0, min(len(ticks) - len(text), end - len(text)))
        if all(each == " " for each in ticks[max(0, start - 1) : start + len(text) + 1]):
            ticks[start : start + len(text)] = list(text)

    write("100", len(ticks))
    for value in (0, 50):
        write(str(value), scale.column(value) + _AXIS_WIDTH + 1)
    write("machine learning", len(ticks) - 4)
    for value in (25, 75):
        write(str(value), scale.column(value) + _AXIS_WIDTH + 1)
    return (("   └" + "─" * scale.columns, "axis"),), (("".join(ticks), "axis"),)
