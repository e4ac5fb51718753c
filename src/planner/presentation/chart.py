"""The essay's chart in terminal cells: titles as soft blobs, the way as dots, one marker.

Two half blocks a cell make the blobs round; where there are no tints to draw with, they are shaded.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot

from msgspec import Struct, field

from planner.presentation.chart_figure import RADIUS, Cell, Chart, Point, Scale
from planner.presentation.chart_labels import place_labels
from planner.presentation.lines import PLAIN, Line, Span, cells

_INNER, _MIDDLE = 0.62**2, 0.83**2
"""Where the two strongest of a blob's three tints end, as squares of shares of its radius."""
_NO_TINTS = (0, 0)
_GLOW = 4
"""The tint around the marker."""
_HALO = ((-1, 1), (0, 2), (1, 1))
"""How many columns it reaches to either side, half a row after the other."""
_ROOMY = 60
"""Columns from which there is room for dates."""
_EVIDENCE = "done here"
_NAMES = frozenset({"label", "star", "flag"})
_ABOVE_ALL = _NAMES | {"you", "evidence"}
_AXIS_WIDTH = 4
_ABOVE, _BELOW = 1, 2
_LEAST_WIDTH, _LEAST_HEIGHT = 24, 8
_ROWS_A_TICK, _COLUMNS_A_TICK = 4, 9


class _Canvas(Struct, frozen=True):
    """Text over tints."""

    scale: Scale
    text: dict[Cell, Span] = field(default_factory=dict)

    def put(self, row: int, column: int, text: str, style: str) -> None:
        for offset, character in enumerate(text):
            if 0 <= row < self.scale.rows and 0 <= column + offset < self.scale.columns:
                self.text[row, column + offset] = (character, style)

    def has_name(self, cell: Cell) -> bool:
        """Return whether a name stands in a cell, or its sign."""
        return cell in self.text and self.text[cell][1] in _NAMES


class Drawing(Struct, frozen=True):
    """A chart, but for where the highlighted item leads: that alone changes from key to key."""

    lines: tuple[Line, ...]
    canvas: _Canvas | None = None
    """None where there is no room for one."""
    levels: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)
    tinted: bool = True

    def with_ghost(self, point: Point | None) -> tuple[Line, ...]:
        """Return its lines, marked where an item leads; the line in which that is, is the only new one."""
        if point is None or self.canvas is None or not self.canvas.scale.shows(point):
            return self.lines
        cell = self.canvas.scale.cell(point)
        if cell in self.canvas.text and self.canvas.text[cell][1] in _ABOVE_ALL:
            return self.lines
        canvas = _Canvas(self.canvas.scale, {**self.canvas.text, cell: ("◌", "ghost")})
        at, tick = cell[0] + _ABOVE, self.lines[cell[0] + _ABOVE][0][0]
        line = _row(canvas, self.levels, cell[0], tick, tinted=self.tinted)
        return (*self.lines[:at], line, *self.lines[at + 1 :])


def draw(chart: Chart, width: int, height: int, *, tinted: bool = True) -> tuple[Line, ...]:
    """Return the chart as `height` lines of `width` cells; an empty one where there is no room for it."""
    return drawing(chart, width, height, tinted=tinted).lines


def drawing(chart: Chart, width: int, height: int, *, tinted: bool = True) -> Drawing:
    """Return the chart drawn at a size, to be marked where an item leads."""
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return Drawing(tuple(((" " * width, PLAIN),) for _ in range(height)))
    scale = Scale(width - _AXIS_WIDTH, height - _ABOVE - _BELOW, chart.window)
    canvas = _Canvas(scale)
    _draw_region(canvas, chart.region)
    if chart.evidence is not None:
        _draw_dots(canvas, [chart.evidence, chart.you], "∙", "trail")
    _draw_dots(canvas, [chart.you, *chart.route], "·", "route")
    _draw_labels(canvas, chart)
    _draw_trail(canvas, chart)
    if chart.evidence is not None:
        at = scale.cell(chart.evidence)
        if scale.shows(chart.evidence) and not canvas.has_name(at):
            canvas.put(*at, "○", "evidence")
        _name_evidence(canvas, at)
    canvas.put(*scale.cell(chart.you), "◉", "you")
    levels = _levels(tuple(each.at for each in chart.landmarks), scale)
    if tinted:
        levels = _lit(levels, chart.you, scale)
    ticks = enumerate(_y_ticks(scale))
    rows = [_row(canvas, levels, row, tick, tinted=tinted) for row, tick in ticks]
    return Drawing((_above(width), *rows, *_below(scale)), canvas, levels, tinted)


@lru_cache(maxsize=4)
def _levels(middles: tuple[Point, ...], scale: Scale) -> Mapping[Cell, tuple[int, int]]:
    """Return the tints (0-3) of the upper and the lower half of each cell that has any."""
    found: dict[Cell, list[int]] = {}
    wide, high = scale.cell_size
    for ml, software in middles:
        column_of, row_of = scale.exact_column(ml), scale.exact_row(software)
        columns = range(scale.column(ml - RADIUS), scale.column(ml + RADIUS) + 1)
        for row in range(scale.row(software + RADIUS), scale.row(software - RADIUS) + 1):
            for half in (0, 1):
                down = ((row + half / 2 + 0.25 - row_of) * high / RADIUS) ** 2
                for column in columns:
                    distance = ((column + 0.5 - column_of) * wide / RADIUS) ** 2 + down
                    if distance < 1.0:
                        halves = found.setdefault((row, column), [0, 0])
                        halves[half] = max(halves[half], 1 + (distance < _MIDDLE) + (distance < _INNER))
    return {cell: (halves[0], halves[1]) for cell, halves in found.items()}


def _draw_region(canvas: _Canvas, corner: Point | None) -> None:
    if corner is None or not canvas.scale.shows(corner):
        return
    row, column = canvas.scale.cell(corner)
    for above in range(row):
        canvas.put(above, column, "┊", "region")
    canvas.put(row, column, "╌" * (canvas.scale.columns - column), "region")


def _draw_trail(canvas: _Canvas, chart: Chart) -> None:
    """Mark where the person was, and when, as far as there is room beside what is written already."""
    scale, last = canvas.scale, ""
    row, column = scale.cell(chart.you)
    near = {(row, column + offset) for offset in (-1, 0, 1)}
    for point, when in chart.trail:
        row, column = scale.cell(point)
        if not scale.shows(point) or (row, column) in canvas.text:
            continue
        canvas.put(row, column, "∙", "trail")
        beside = [(row, column + offset) for offset in range(1, cells(when) + 3)]
        is_inside = beside[-1][1] < scale.columns
        if (
            when != last
            and scale.columns >= _ROOMY
            and is_inside
            and not (canvas.text.keys() | near) & set(beside)
        ):
            canvas.put(row, column + 2, when, "dim")
            last = when


def _name_evidence(canvas: _Canvas, at: Cell) -> None:
    """Say what the marker is that stands on evidence alone, above it or under it."""
    for row in (at[0] + 1, at[0] - 1):
        cells_there = {(row, at[1] + offset) for offset in range(len(_EVIDENCE))}
        if 0 <= row < canvas.scale.rows and not canvas.text.keys() & cells_there:
            canvas.put(row, at[1], _EVIDENCE, "dim")
            return


def _lit(levels: Mapping[Cell, tuple[int, int]], you: Point, scale: Scale) -> Mapping[Cell, tuple[int, int]]:
    """Return the tints with a light around the marker, which tells to half a row where it stands."""
    column, middle = scale.column(you[0]), int(scale.exact_row(you[1]) * 2)
    lit = dict(levels)
    for down, reach in _HALO:
        half = middle + down
        for each in range(max(0, column - reach), min(scale.columns, column + reach + 1)):
            if 0 <= half < scale.rows * 2:
                upper, lower = lit.get((half // 2, each), (0, 0))
                lit[half // 2, each] = (upper, _GLOW) if half % 2 else (_GLOW, lower)
    return lit


def _draw_dots(canvas: _Canvas, points: Sequence[Point], glyph: str, style: str) -> None:
    """Dot a way: a dot a row where it climbs, one every other column where it runs level."""
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
                if scale.shows(at):
                    canvas.put(*scale.cell(at), glyph, style)


def _draw_labels(canvas: _Canvas, chart: Chart) -> None:
    scale = canvas.scale
    seen = [each for each in chart.landmarks if scale.shows(each.at)]
    middles = [scale.cell(each.at) for each in seen]
    names = [(each.title, each.short, each.sign) for each in seen]
    marks = [scale.cell(each) for each in (chart.you, chart.evidence) if each is not None]
    placed = place_labels(names, middles, scale.reach, (scale.rows, scale.columns), marks)
    for label in placed:
        canvas.put(label.row, label.column, label.text, "label")
        if label.sign in label.text:
            column = label.column + label.text.index(label.sign)
            canvas.put(label.row, column, label.sign, {"★": "star", "⚑": "flag"}.get(label.sign, "label"))


def _row(
    canvas: _Canvas, levels: Mapping[Cell, tuple[int, int]], row: int, tick: str, *, tinted: bool
) -> Line:
    spans: list[Span] = [(tick, "axis")]
    for column in range(canvas.scale.columns):
        at = (row, column)
        written, tints = canvas.text.get(at), levels.get(at)
        if written is None and tints is None:
            text, style = " ", PLAIN
        else:
            text, style = _cell(written, *(tints or _NO_TINTS), tinted=tinted)
        if spans[-1][1] == style:
            spans[-1] = (spans[-1][0] + text, style)
        else:
            spans.append((text, style))
    return tuple(spans)


def _cell(written: Span | None, upper: int, lower: int, *, tinted: bool) -> Span:
    """Return one cell; `name@2` is a style on tint 2, `tint@31` the tints of the two halves."""
    if written is not None:
        level = (max(upper, lower) if _GLOW not in (upper, lower) else min(upper, lower)) if tinted else 0
        return (written[0], f"{written[1]}@{level}" if level else written[1])
    if not upper and not lower:
        return (" ", PLAIN)
    if not tinted:
        return ("░", "shade")
    return (" " if upper == lower else "▀", f"tint@{upper}{lower}")


def _y_ticks(scale: Scale) -> list[str]:
    """Return the y axis, row by row."""
    every = _tick_step(scale.window.top - scale.window.bottom, scale.rows / _ROWS_A_TICK)
    ticks = {scale.row(value): value for value in _ticks(scale.window.bottom, scale.window.top, every)}
    return [f"{ticks[row]:>3}│" if row in ticks else "   │" for row in range(scale.rows)]


def _tick_step(length: float, most: float) -> int:
    """Return the distance of ticks so that there are not more than this many."""
    return next((step for step in (10, 25, 50) if length / step <= most), 100)


def _ticks(low: float, high: float, every: int) -> list[int]:
    return [value for value in range(0, 101, every) if low <= value <= high]


def _above(width: int) -> Line:
    return (("software engineering".ljust(width), "axis"),)


def _below(scale: Scale) -> tuple[Line, Line]:
    """Return the x axis: the line, and under it the ticks with the axis's name before the last."""
    ticks = [" "] * (scale.columns + _AXIS_WIDTH)

    def write(text: str, end: int) -> None:
        start = max(0, min(len(ticks) - len(text), end - len(text)))
        if all(each == " " for each in ticks[max(0, start - 1) : start + len(text) + 1]):
            ticks[start : start + len(text)] = list(text)

    write("machine learning", len(ticks))
    window = scale.window
    every = _tick_step(window.right - window.left, scale.columns / _COLUMNS_A_TICK)
    for value in _ticks(window.left, window.right, every):
        write(str(value), scale.column(value) + _AXIS_WIDTH + 1)
    return (("   └" + "─" * scale.columns, "axis"),), (("".join(ticks), "axis"),)
