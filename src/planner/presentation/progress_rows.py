"""Progress as rows: totals, hours by week and area, the year day by day, what was finished."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import Final, Literal

from planner.core.curriculum import Area
from planner.core.history import WEEK, History, Spent, Week, monday_of
from planner.core.standing import Standing
from planner.presentation.figures import AREA_TITLES, count
from planner.presentation.lines import PLAIN, Line, Span, fit, fit_right, line, wrap

Ground = Literal["software", "ml", "domain", "other"]
AREA_GLYPHS: Final[dict[Ground, str]] = {"software": "█", "ml": "▓", "domain": "▒", "other": "░"}
"""What an hour in an area looks like without colour; its style is `area-software` and so on."""
HEAT: Final = "·░▒▓█"
"""A day without study, and days with more and more of it; their styles are `heat-0` to `heat-4`."""
SHOWN_WEEKS: Final = 12
_NOTHING_YET: Final = "Nothing studied yet. `planner log ID MINUTES` writes down an evening."
_ORDER: tuple[Area, ...] = ("software", "ml", "domain")
_FULL_DAY: Final = 4.0
"""Hours from which a day is as dark as any."""
_LABEL: Final = 11
_SHOWN_FINISHED: Final = 8
_LEAST_BAR: Final = 8
_DAY_LABEL: Final = 5
_WEEKS_A_YEAR: Final = 53


def draw(standing: Standing, width: int) -> tuple[Line, ...]:
    """Return the whole of it, each line of at most this many cells."""
    history = standing.history
    if not history.weeks:
        return tuple(line(each) for each in wrap(_NOTHING_YET, width))
    blocks = [
        totals(history, width),
        streak(history, standing.hours_per_week),
        by_week(history.last_weeks(SHOWN_WEEKS), standing.hours_per_week, width),
        year(history, width),
        finished(history, width),
    ]
    lines: list[Line] = []
    for block in blocks:
        lines += [*([()] if lines and block else []), *block]
    return tuple(lines)


def totals(history: History, width: int) -> tuple[Line, ...]:
    """Return a line per area with its hours and their share of all, and one for the sum."""
    spent = history.total
    lines = [_total(AREA_TITLES[area], area, spent.of(area), spent, width) for area in _ORDER]
    if spent.other:
        lines.append(_total("no longer taught", "other", spent.other, spent, width))
    sum_ = line((fit("together", 24), PLAIN), (fit_right(_exact(spent.hours), 9), "strong"))
    return (*lines, sum_)


def streak(history: History, planned: float) -> tuple[Line, ...]:
    """Return how many weeks in a row something was done, now and at best, and how full this one is."""
    now, best = history.streak, history.longest_streak
    said = f"{count(now, 'week')} in a row" if now else "no streak just now"
    longest = f" (longest: {count(best, 'week')})" if best > now else ""
    this = history.last_weeks(1)[0].spent.hours
    return (line((said, "strong"), (longest, "dim"), (f"; this week {this:.1f} of {planned:g} h", PLAIN)),)


def by_week(weeks: tuple[Week, ...], planned: float, width: int) -> tuple[Line, ...]:
    """Return a line per week: its Monday, its hours by area as a bar, what was finished.

    The bars share one scale, on which the planned hours a week always fit.
    """
    most = max(planned, *(each.spent.hours for each in weeks))
    room = max(_LEAST_BAR, min(48, width - _LABEL - 20))
    heading = line(("week of", "dim"), (fit_right("hours", room + 13), "dim"))
    return (heading, *(_week(each, room, most) for each in weeks), _legend(weeks))


def year(history: History, width: int) -> tuple[Line, ...]:
    """Return the past year, or as much of it as fits: a column per week, a row per day."""
    columns = min(_WEEKS_A_YEAR, width - _DAY_LABEL)
    if columns < _LEAST_BAR:
        return ()
    first = monday_of(history.today) - WEEK * (columns - 1)
    rows = []
    for weekday, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        days = (first + WEEK * column + timedelta(days=weekday) for column in range(columns))
        rows.append(line((fit(name, _DAY_LABEL), "dim"), *_joined([_heat(history, day) for day in days])))
    return (_months(first, columns), *rows)


def finished(history: History, width: int) -> tuple[Line, ...]:
    """Return the last things finished, the newest first."""
    shown = history.finished[::-1][:_SHOWN_FINISHED]
    if not shown:
        return ()
    lines = [
        line((fit(f"{each.day:%Y-%m-%d}", 12), "dim"), (fit(each.resource.title, width - 12), PLAIN))
        for each in shown
    ]
    more = len(history.finished) - len(shown)
    heading = line((f"{count(len(history.finished), 'item')} finished", "heading"))
    return (heading, *lines, *((line((f"and {more:,} before", "dim")),) if more else ()))


def _total(title: str, ground: Ground, value: float, spent: Spent, width: int) -> Line:
    share = value / spent.hours if spent.hours else 0.0
    room = max(0, min(30, width - 40))
    return line(
        (fit(title, 24), PLAIN),
        (fit_right(_exact(value), 9), "strong"),
        (f"{share:6.0%} ", "dim"),
        (AREA_GLYPHS[ground] * round(room * share), f"area-{ground}"),
    )


def _week(week: Week, room: int, most: float) -> Line:
    bar = _stack(week.spent, room, most)
    filled = sum(len(text) for text, _ in bar)
    value = _exact(week.spent.hours) if week.spent.hours else "–"
    done = f"  {len(week.finished)} ✓" if week.finished else ""
    return line(
        (fit(f"{week.monday:%Y-%m-%d}", _LABEL), "dim"),
        *bar,
        (" " * (room - filled), PLAIN),
        (fit_right(value, 9), "strong"),
        (done, "good"),
    )


def _stack(spent: Spent, room: int, most: float) -> list[Span]:
    """Return hours as a bar, area after area; its ends are rounded, so that its parts fill it."""
    spans: list[Span] = []
    start = total = 0.0
    for ground, value in spent._asdict().items():
        total += value
        width = round(room * total / most) - round(room * start / most)
        start = total
        if width > 0:
            spans.append((AREA_GLYPHS[_ground(ground)] * width, f"area-{ground}"))
    return spans


def _ground(name: str) -> Ground:
    return next(each for each in AREA_GLYPHS if each == name)


def _legend(weeks: tuple[Week, ...]) -> Line:
    spans: list[Span] = [(" " * _LABEL, PLAIN)]
    for ground, glyph in AREA_GLYPHS.items():
        if ground != "other" or any(each.spent.other for each in weeks):
            spans += [(glyph, f"area-{ground}"), (f" {ground}  ", "dim")]
    return tuple(spans)


def _heat(history: History, day: date) -> Span:
    """Return a day as a cell: the darker, the more was studied; days to come are blank."""
    if day > history.today:
        return " ", PLAIN
    share = history.days.get(day, Spent()).hours / _FULL_DAY
    level = min(len(HEAT) - 1, ceil(share * (len(HEAT) - 1)))
    return HEAT[level], f"heat-{level}"


def _months(first: date, columns: int) -> Line:
    """Return the names of the months over the weeks in which they begin."""
    names = [" "] * columns
    for column in range(columns - 2):
        end = first + WEEK * column + timedelta(days=6)
        if end.day <= 7:  # noqa: PLR2004 - a week that ends by the seventh holds the first
            names[column : column + 3] = f"{end:%b}"
    return line((" " * _DAY_LABEL, PLAIN), ("".join(names), "dim"))


def _joined(cells: list[Span]) -> Iterator[Span]:
    """Go through spans, those of one style as one."""
    text, style = cells[0]
    for more, other in cells[1:]:
        if other != style:
            yield text, style
            text, style = "", other
        text += more
    yield text, style


def _exact(value: float) -> str:
    """Return hours with one decimal, as they were logged."""
    return f"{value:,.1f} h"
