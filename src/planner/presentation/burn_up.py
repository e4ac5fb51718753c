"""Work done against all work as a drawing: what was done rises to today, from there the forecast fans out.

It speaks the chart's language: ◉ is where one stands, dots are the way, ⚑ and ★ are where it leads.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil, floor
from typing import Final

from msgspec import Struct, field

from planner.core.burn_up import BurnUp, Flag
from planner.core.curriculum import Role
from planner.presentation.figures import about, count, number
from planner.presentation.lines import PLAIN, Line, Span, cells, fit_right, flow, joined, line
from planner.presentation.ticks import place_of, ticks

LEAST_WIDTH, LEAST_HEIGHT = 30, 6
_BELOW: Final = 2
_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
_DOTS: Final = ".·˙"
"""A dot in the lower, the middle, the upper third of a cell."""
_ROWS_A_TICK: Final = 3
_LEAST_SPAN: Final = timedelta(weeks=8)
_SHADE: Final = ("░", "shade")
_TODAY: Final = "today"

Cell = tuple[int, int]
"""Row and column inside the plot."""
Curve = Sequence[tuple[float, float]]
"""Columns and heights in rows, neither ever falling."""


class _Plot(Struct, frozen=True):
    """How days and hours become cells, and what is drawn in them."""

    start: date
    end: date
    top: float
    columns: int
    rows: int
    text: dict[Cell, Span] = field(default_factory=dict)
    halves: set[Cell] = field(default_factory=set)
    """Halves of cells under the cone: 2 · row for an upper one, 2 · row + 1 for a lower one, and column."""

    def point(self, day: date, hours: float) -> tuple[float, float]:
        """Return where a day and so many hours meet; all hours are in the middle of the top row."""
        return place_of(day, self.start, self.end, self.columns), hours / self.top * (self.rows - 0.5)

    def cell(self, point: tuple[float, float]) -> Cell:
        """Return the cell that a point lies in."""
        row, column = self.rows - 1 - int(point[1]), round(point[0])
        return max(0, min(self.rows - 1, row)), max(0, min(self.columns - 1, column))

    def put(self, row: int, column: int, text: str, style: str) -> None:
        """Write a text from a cell on; what a wide character covers is written, too."""
        for character in text:
            length = cells(character)
            if length and 0 <= row < self.rows and column >= 0 and column + length <= self.columns:
                self.text.update({(row, column + more): ("", style) for more in range(1, length)})
                self.text[row, column] = (character, style)
            column += length

    def is_free(self, row: int, column: int, length: int) -> bool:
        """Return whether nothing but lines is written there."""
        is_inside = 0 <= row < self.rows and column >= 0 and column + length <= self.columns
        beneath = (self.text.get((row, each), (" ", "axis")) for each in range(column, column + length))
        return is_inside and all(style == "axis" for _, style in beneath)


def draw(
    found: BurnUp, roles: Mapping[str, Role], width: int, height: int, *, tinted: bool = True
) -> tuple[Line, ...]:
    """Return the drawing as `height` lines of `width` cells; nothing where there is no room or no work."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT or found.total <= 0.0:
        return ()
    names = _hours_beside(found.total, height - _BELOW)
    gutter = max(map(len, names.values()))
    end = found.ahead[-1].likely if found.ahead else found.today
    end = max(end, found.start + min(_LEAST_SPAN, date.max - found.start))
    plot = _Plot(found.start, end, found.total, width - gutter - 1, height - _BELOW)
    plot.put(0, 0, "─" * plot.columns, "axis")
    _draw_done(plot, [plot.point(*each) for each in found.points])
    now = plot.point(found.today, found.done)
    even = [now, *(plot.point(each.even, each.hours) for each in found.ahead)]
    if found.weeks:
        _draw_cone(plot, even, [now, *(plot.point(each.likely, each.hours) for each in found.ahead)])
    _draw_way(plot, even)
    for flag in found.flags:
        plot.put(*_where(plot, flag), *_sign(flag))
    plot.put(*plot.cell(now), "◉", "you")
    for flag in reversed(found.flags):
        _name(plot, flag, roles[flag.role], found.today)
    rows = [_row(plot, row, fit_right(names.get(row, ""), gutter), tinted=tinted) for row in range(plot.rows)]
    return (*rows, *_axis(plot, gutter, found.today))


def legend(found: BurnUp, hours_per_week: float, width: int, *, tinted: bool = True) -> tuple[Line, ...]:
    """Return what the signs of the drawing mean, and the days that they come to."""
    done: list[Line] = [(("█", "done"), (" done", "dim"))] if found.done else []
    today: Line = (("◉", "you"), (" today", "dim"))
    if not found.ahead:
        return flow([*done, today, line(("nothing is left to do", "dim"))], width)
    even, likely = (about(day, found.today) for day in (found.ahead[-1].even, found.ahead[-1].likely))
    way: Span = ("·", "route")
    if not found.weeks:
        plan = line(way, (f" the plan, {number(hours_per_week)} h every week: {even}", "dim"))
        why = line(("four weeks of logged hours make it a forecast", "dim"))
        return flow([*done, today, plan, why], width)
    chance = line(way, (f" as likely as not {even}", "dim"))
    cone = ("  ", "tint@33") if tinted else _SHADE
    wide = line(cone, (f" nine times of ten by {likely}", "dim"))
    return flow([*done, today, chance, wide, line((f"judged by {count(found.weeks, 'week')}", "dim"))], width)


def _draw_done(plot: _Plot, curve: Curve) -> None:
    """Fill what lies under the work done, to an eighth of a cell; the least of it shows."""
    for column in range(round(curve[-1][0]) + 1):
        height = _along(curve, column)
        eighths = max(round(height * 8), 1 if height > 0.0 else 0)
        for level in range(ceil(eighths / 8)):
            glyph = _EIGHTHS[min(8, eighths - level * 8)]
            plot.put(plot.rows - 1 - level, column, glyph, "done")


def _draw_cone(plot: _Plot, even: Curve, likely: Curve) -> None:
    """Cover what lies between an even chance and nine of ten, half a cell at a time, without gaps."""
    left, right = ([(height, column) for column, height in curve] for curve in (even, likely))
    (now, done), top = even[0], even[-1][1]
    for half in range(int(done * 2), 2 * plot.rows - 1):
        low, high = max(done, half / 2), min(top, half / 2 + 0.5)
        first, last = ceil(_along(left, low)), floor(_along(right, high))
        for column in range(max(first, round(now) + 1), last + 1):
            plot.halves.add((2 * plot.rows - 1 - half, column))


def _draw_way(plot: _Plot, even: Curve) -> None:
    """Dot the way that is as likely as not."""
    for column in range(round(even[0][0]) + 1, round(even[-1][0]) + 1):
        height = _along(even, column)
        dot = _DOTS[min(len(_DOTS) - 1, int(height % 1 * len(_DOTS)))]
        plot.put(*plot.cell((column, height)), dot, "route")


def _sign(flag: Flag) -> Span:
    return ("★", "star") if flag.is_target else ("⚑", "flag")


def _where(plot: _Plot, flag: Flag) -> Cell:
    return plot.cell(plot.point(flag.reach.even, flag.reach.hours))


def _name(plot: _Plot, flag: Flag, role: Role, today: date) -> None:
    """Write the name and the day of a flag beside it, as much of them as there is room for."""
    row, column = _where(plot, flag)
    when = about(flag.reach.even, today)
    for text in (f"{role.title} {when}", f"{role.short} {when}", role.title, role.short, when):
        for above, at in _places(plot, row, column, cells(text)):
            if plot.is_free(above, at - 1, cells(text) + 2):
                plot.put(above, at - 1, f" {text} ", "label")
                return


def _places(plot: _Plot, row: int, column: int, length: int) -> Iterator[Cell]:
    """Go through the rows and columns where a name may begin: on the way's left, above it, below it."""
    before = column
    while before and not plot.is_free(row, before - 1, 1):
        before -= 1
    if row == 0:
        yield row, before - length - 1
    yield row - 1, column - length
    yield row, before - length - 1
    yield row + 1, column + 2


def _along(curve: Curve, at: float) -> float:
    """Return the height of a curve at a column; at its ends it goes on level."""
    after = bisect_right(curve, at, key=lambda point: point[0])
    if after in (0, len(curve)):
        return curve[max(0, after - 1)][1]
    (left, low), (right, high) = curve[after - 1], curve[after]
    return low + (high - low) * (at - left) / (right - left)


def _row(plot: _Plot, row: int, name: str, *, tinted: bool) -> Line:
    inside = (_cell(plot, row, column, tinted=tinted) for column in range(plot.columns))
    return joined([(f"{name}│", "axis"), *inside])


def _cell(plot: _Plot, row: int, column: int, *, tinted: bool) -> Span:
    """Return one cell: what is written there, on the cone where that lies under it."""
    upper, lower = ((2 * row + half, column) in plot.halves for half in (0, 1))
    written = plot.text.get((row, column))
    if written and not (written[1] == "axis" and (upper or lower)):
        text, style = written
        return text, f"{style}@3" if tinted and (upper or lower) else style
    if not upper and not lower:
        return " ", PLAIN
    return (" " if upper and lower else "▀", f"tint@{3 * upper}{3 * lower}") if tinted else _SHADE


def _axis(plot: _Plot, gutter: int, today: date) -> tuple[Line, Line]:
    """Return the line under the drawing, and the months and years under it; today where there is room."""
    marks, names = ["─"] * plot.columns, [(" ", "axis")] * (plot.columns + 1)
    for tick in ticks(plot.start, plot.end, plot.columns):
        marks[tick.column] = "┴"
        names[tick.column : tick.column + len(tick.label)] = [(each, "axis") for each in tick.label]
    now = round(place_of(today, plot.start, plot.end, plot.columns))
    begin = max(0, min(plot.columns - len(_TODAY), now - len(_TODAY) // 2))
    if all(text == " " for text, _ in names[max(0, begin - 1) : begin + len(_TODAY) + 1]):
        names[begin : begin + len(_TODAY)] = [(each, "you") for each in _TODAY]
    indent = " " * gutter
    return line((f"{indent}└{''.join(marks)}", "axis")), line(f"{indent} ", *joined(names[:-1]))


def _hours_beside(total: float, rows: int) -> Mapping[int, str]:
    """Return the hours that stand beside rows: none, all, and round numbers between them."""
    fits = (each for each in _round_numbers() if each / total * (rows - 0.5) >= _ROWS_A_TICK)
    step = next(fits)
    names = {rows - 1: "0"}
    for value in range(step, int(total) + 1, step):
        row = rows - 1 - int(value / total * (rows - 0.5))
        if row > 1:
            names[row] = f"{value:,} h"
    return names | {0: f"{total:,.0f} h"}


def _round_numbers() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
