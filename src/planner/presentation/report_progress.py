"""What was studied so far, as a section of a report."""

from collections.abc import Iterator
from typing import Final

from planner.core.history import History
from planner.core.standing import Standing
from planner.presentation.figures import AREA_TITLES, about, count
from planner.presentation.lines import crop
from planner.presentation.map_sections import ORDER
from planner.presentation.markup import Markup, element, link

_SHOWN: Final = 10
"""Finished items that are listed."""
_LONGEST: Final = 48
"""Cells of a title."""
_WEEKS: Final = 26
_BAR: Final = 20.0
"""Width of a week."""
_TALLEST: Final = 60.0


def section(standing: Standing) -> Markup:
    """Return hours, weeks, what was finished last, and where that leads."""
    history = standing.history
    said = _hours(history) if history.weeks else ["Nothing studied yet."]
    forecast = _forecast(standing)
    return element(
        "section",
        element("h2", "Progress"),
        *(element("p", each) for each in said),
        *(_weeks(standing) if history.days else ()),
        *_finished(history),
        *([element("p", forecast)] if forecast else []),
    )


def _hours(history: History) -> list[str]:
    spent = history.total
    if not spent.hours:
        return []
    areas = [f"{AREA_TITLES[area]} {spent.of(area):,.0f}" for area in ORDER if spent.of(area)]
    words = [f"{spent.hours:,.0f} hours of study logged" + (f": {', '.join(areas)}." if areas else ".")]
    if history.streak > 1:
        words.append(f"Something was done in each of the last {history.streak} weeks.")
    return [" ".join(words)]


def _weeks(standing: Standing) -> Iterator[Markup]:
    weeks = standing.history.last_weeks(_WEEKS)
    hours = [week.spent.hours for week in weeks]
    most = max(standing.hours_per_week, *hours)
    said = f"Hours of study in each of the last {len(weeks)} weeks; the line: {standing.hours_per_week:g} h."
    exactly = f"{said} From the oldest on: {', '.join(f'{each:.0f}' for each in hours)}."
    bars = (
        element(
            "rect",
            element("title", f"week of {week.monday.isoformat()}: {week.spent.hours:.1f} h"),
            x=index * _BAR + 3, y=_TALLEST * (1 - each / most),
            width=_BAR - 6, height=_TALLEST * each / most,
            class_="week",
        )
        for index, (week, each) in enumerate(zip(weeks, hours, strict=True))
    )  # fmt: skip
    planned = _TALLEST - standing.hours_per_week / most * _TALLEST
    width = len(weeks) * _BAR
    lines = f"M0 {planned:.1f}H{width:g}M0 {_TALLEST:g}H{width:g}"
    yield element(
        "svg",
        element("title", "Hours by week", id="weeks-title"),
        element("desc", exactly, id="weeks-description"),
        *bars,
        element("path", d=lines, stroke="currentColor", class_="axis"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 -2 {width:g} {_TALLEST + 4:g}",
        width=width, height=_TALLEST + 4,
        role="img",
        aria_labelledby="weeks-title weeks-description",
        fill="currentColor",
        class_="weeks",
    )  # fmt: skip
    yield element("p", said, class_="facts")


def _finished(history: History) -> list[Markup]:
    shown = history.finished[::-1][:_SHOWN]
    if not shown:
        return []
    items = (
        element(
            "li",
            link(crop(each.resource.title, _LONGEST), each.resource.url),
            " ",
            element("span", f"({each.day.isoformat()})", class_="day"),
        )
        for each in shown
    )
    last = f", the last {len(shown)} of them" if len(shown) < len(history.finished) else ""
    heading = f"{count(len(history.finished), 'item')} finished{last}"
    return [element("h3", heading), element("ul", *items, class_="finished")]


def _forecast(standing: Standing) -> str:
    """Return when the target is reached, and what that is judged by."""
    if not standing.path.legs or not standing.stops:
        return ""
    found, title = standing.forecast, crop(standing.stops[-1].title, _LONGEST)
    even, likely = (about(each, standing.today) for each in (found.even, found.likely))
    if not found.weeks:
        return f"At {standing.hours_per_week:g} hours a week: {title} {even}."
    weeks = count(found.weeks, "logged week")
    return f"Judged by {weeks}: {title} as likely as not {even}, nine times of ten by {likely}."
