"""The year day by day: a column per week, a row per weekday, the stronger the more was studied."""

from datetime import date, timedelta
from math import ceil
from typing import Final

from planner.core.history import WEEK, History, Spent, monday_of
from planner.presentation.figures import count
from planner.presentation.lines import PLAIN, Line, Span, fit, joined, line, ruled

HEAT: Final = "·░▒▓█"
"""A day without study, and days with more and more of it; their styles are `heat-0` to `heat-4`."""
_SOLID: Final = "·████"
"""The same where colours tell how much it was."""
_FULL_DAY: Final = 4.0
"""Hours from which a day is as dark as any."""
_LABEL: Final = 5
_WEEKS_A_YEAR: Final = 53
_LEAST_WEEKS: Final = 8
_NAME: Final = 3
"""Cells of a month's name."""


def draw(history: History, width: int, *, tinted: bool = False) -> tuple[Line, ...]:
    """Return the past year, or as much of it as fits; where there is room a day is two cells wide."""
    cell = 2 if width >= _LABEL + 2 * _WEEKS_A_YEAR else 1
    columns = min(_WEEKS_A_YEAR, (width - _LABEL) // cell)
    if columns < _LEAST_WEEKS:
        return ()
    first = monday_of(history.today) - WEEK * (columns - 1)
    days = sum(first <= day for day in history.days)
    scale = "" if tinted else f", {HEAT[1:]} up to {_FULL_DAY:g} h"
    heading = ruled("The year", f"{count(days, 'day')} with study{scale}", width)
    glyphs = _SOLID if tinted else HEAT
    rows = []
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        week = (first + WEEK * column + timedelta(days=weekday) for column in range(columns))
        cells = ((_glyph * cell, style) for _glyph, style in (_day(history, day, glyphs) for day in week))
        rows.append(joined([(fit(name, _LABEL), "dim"), *cells]))
    return (heading, _months(first, columns, cell), *rows)


def _day(history: History, day: date, glyphs: str) -> Span:
    """Return a day as a glyph; days to come are blank."""
    if day > history.today:
        return " ", PLAIN
    share = history.days.get(day, Spent()).hours / _FULL_DAY
    level = min(len(glyphs) - 1, ceil(share * (len(glyphs) - 1)))
    return glyphs[level], f"heat-{level}"


def _months(first: date, columns: int, cell: int) -> Line:
    """Return the names of the months over the weeks in which they begin."""
    names = [" "] * (columns * cell)
    for column in range(columns):
        end = first + WEEK * column + timedelta(days=6)
        begin = column * cell
        if end.day <= 7 and begin + _NAME <= len(names):  # noqa: PLR2004 - the week holds a month's first day
            names[begin : begin + _NAME] = f"{end:%b}"
    return line((" " * _LABEL, PLAIN), ("".join(names), "dim"))
