"""Progress as rows: the facts of the week, hours by area held against the rule, what was finished."""

from datetime import date
from typing import Final

from planner.core.curriculum import Area
from planner.core.history import Finish, History
from planner.core.shares import tenths
from planner.core.software_first import SoftwareFirst
from planner.core.standing import Standing
from planner.presentation.figures import AREA_TITLES, count, number
from planner.presentation.lines import PLAIN, Line, fit, fit_right, flow, line, ruled, wrap
from planner.presentation.week_bars import AREA_GLYPHS, Ground

_ORDER: tuple[Area, ...] = ("software", "ml", "domain")
_TITLE: Final = 21
_MOST_BAR: Final = 30
_TAIL, _SHORT_TAIL, _ROOMY = 14, 8, 60
"""Cells for the hours of something finished, and from which width on there is room for more of them."""
_LEAST_DIFFERENT: Final = 0.005


def facts(standing: Standing, width: int) -> tuple[Line, ...]:
    """Return how this week stands against the plan, the streak, and what a week is like."""
    history, planned = standing.history, standing.hours_per_week
    this = history.last_weeks(1)[0].spent.hours
    to_go = f": {_exact(planned - this)} to go" if this < planned else ": done"
    items = [
        line(("this week ", "dim"), (_exact(this), "strong"), (f" of {number(planned)} h{to_go}", "dim")),
        _streak(history),
    ]
    if weeks := history.weekly_hours:
        average = sum(weeks) / len(weeks)
        items.append(line((_exact(average), "strong"), (" a week on average", "dim")))
    if abs(standing.pace - 1.0) >= _LEAST_DIFFERENT:
        minutes = f"{standing.pace * 60:.0f} min"
        items.append(line(("an estimated hour takes you ", "dim"), (minutes, "strong")))
    return flow(items, width)


def _streak(history: History) -> Line:
    now, best = history.streak, history.longest_streak
    if not now:
        return line(("no streak just now", "dim"), (f", the longest was {count(best, 'week')}", "dim"))
    longest = f", the longest {best}" if best > now else ", the longest so far" if now > 1 else ""
    return line((count(now, "week"), "strong"), (f" in a row{longest}", "dim"))


def totals(standing: Standing, width: int) -> tuple[Line, ...]:
    """Return a line per area with its hours and their share of all, and what the rule says about them."""
    spent = standing.history.total
    hours: list[tuple[str, Ground, float]] = [(AREA_TITLES[each], each, spent.of(each)) for each in _ORDER]
    if spent.other:
        hours.append(("no longer taught", "other", spent.other))
    percents = tenths([10 * value / spent.hours if spent.hours else 0.0 for *_, value in hours])
    rows = (_total(*each, percent / 10, width) for each, percent in zip(hours, percents, strict=True))
    rule = _rule(standing.software_first, width) if standing.software_first else ()
    return (ruled("By area", f"{_exact(spent.hours)} in all", width), *rows, *rule)


def _total(title: str, ground: Ground, value: float, share: float, width: int) -> Line:
    room = max(0, min(_MOST_BAR, width - _TITLE - 16))
    return line(
        (fit(title, _TITLE), PLAIN),
        (fit_right(_exact(value), 9), "strong"),
        (f"{share:6.0%} ", "dim"),
        (AREA_GLYPHS[ground] * round(room * share), f"area-{ground}"),
    )


def _rule(rule: SoftwareFirst, width: int) -> tuple[Line, ...]:
    """Return whether software comes first, wrapped; a glyph and a word say it first."""
    kept = rule.is_kept
    glyph, style = ("✓", "good") if kept else ("○", PLAIN)
    first, *more = wrap(rule_in_words(rule), max(10, width - 2))
    return (line((f"{glyph} ", style), (first, PLAIN)), *(line((f"  {each}", PLAIN)) for each in more))


def rule_in_words(rule: SoftwareFirst) -> str:
    """Return what the rule that software comes first says about the hours so far."""
    level, now = f"{rule.level:.0f}", f"{rule.software:.0f}"
    if rule.software >= rule.level:
        return f"Software first: done. Software stands at {now}, the rule holds below {level}; any area goes."
    if not rule.is_left:
        return "Software first: done. Your path has no software left; any area goes."
    aim = f"half of your hours or more, until software reaches {level} ({now} now)"
    if not rule.hours:
        return f"Software first: {aim}."
    share = f"{rule.share:.0%} of your hours are software"
    if rule.is_kept:
        return f"Software first: kept. {share}; the aim is {aim}."
    return f"Software first: not yet. {share}; the aim is {aim}. {_exact(rule.owed)} more of it make it half."


def finished(standing: Standing, width: int, most: int | None = None) -> tuple[Line, ...]:
    """Return a heading, and what was finished, the newest first; of many, only the last ones."""
    found = standing.history.finished[::-1]
    shown = found[:most]
    if not found:
        return ruled("Finished", "", width), line(("Nothing checked off yet.", "dim"))
    more = len(found) - len(shown)
    days = [_day(each.day, standing.today) for each in shown]
    room = max(map(len, days)) + 2
    return (
        ruled("Finished", count(len(found), "item"), width),
        *(_finish(standing, each, fit(day, room), width) for each, day in zip(shown, days, strict=True)),
        *((line((f"   and {more:,} before", "dim")),) if more else ()),
    )


def _finish(standing: Standing, each: Finish, day: str, width: int) -> Line:
    """Return something finished: when, what, and in how many hours of those estimated."""
    resource = each.resource
    minutes = standing.profile.minutes_of(resource)
    spent, estimated = f"{minutes / 60:.1f}", f"{number(resource.hours)} h"
    tail = _TAIL if width >= _ROOMY else _SHORT_TAIL
    hours = f"{spent} of {estimated}" if tail == _TAIL else f"{spent} h"
    ground = standing.catalogue.area_of(resource)
    return line(
        (" ✓ ", "state-done"),
        (day, "dim"),
        (fit(resource.title, max(8, width - len(day) - tail - 6)), PLAIN),
        (f" {AREA_GLYPHS[ground]}", f"area-{ground}"),
        (fit_right(hours if minutes else estimated, tail), "dim"),
        (" ", PLAIN),
    )


def _day(day: date, today: date) -> str:
    """Return a day that has been, with its year where that is another one."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day:>2} {day:%b}{year}"


def _exact(value: float) -> str:
    """Return hours with one decimal, as they were logged."""
    return f"{value:,.1f} h"
