"""A page about one person to send to a mentor or a manager: everything in one file, for screen and paper."""

from planner.core.standing import Standing
from planner.presentation import chart_svg, pyramid_svg, report_path, report_progress
from planner.presentation.chart_model import chart_of
from planner.presentation.figures import AREA_TITLES, change, number
from planner.presentation.lines import crop
from planner.presentation.map_sections import ORDER, levels
from planner.presentation.markup import Markup, document, element, joined, link, style
from planner.presentation.report_style import stylesheet

_ESSAY = (
    "https://thundergolfer.com/machine-learning/communication/career/2021/10/30/the-ds-vs-mle-title-bore/"
)
_MEANING = (
    "All numbers run from 0 to 100 and are coverage of curricula: how much of what there is to learn was "
    "done, or is said to be known. They are not ability, and not job readiness."
)


_LONGEST, _COLUMN = 54, 22
"""Cells of a title in a line, and at the head of a column."""


def page(standing: Standing) -> str:
    """Return the page as HTML; it needs nothing besides itself."""
    title = _title(standing)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        style(stylesheet()),
    )
    body = element(
        "body",
        element("header", element("h1", title), *_introduction(standing)),
        element("main", _figures(standing), _numbers(standing), *_rest(standing)),
        _footer(standing),
    )
    return document(head, body)


def _title(standing: Standing) -> str:
    return f"On the way to {_short(standing.stops[-1].title)}" if standing.stops else "Where I stand"


def _short(title: str) -> str:
    return crop(title, _LONGEST)


def _introduction(standing: Standing) -> list[Markup]:
    settings = standing.profile.settings
    catalogue = standing.catalogue
    role = catalogue.roles.get(settings.title or "")
    domain = catalogue.competencies.get(settings.domain or "")
    facts = [f"{standing.today.day} {standing.today:%B %Y}"]
    facts += [f"set out as {_short(role.title)}"] if role else []
    facts += [f"domain: {_short(domain.title)}"] if domain else []
    facts += [f"{standing.hours_per_week:g} hours of study a week"]
    return [element("p", " · ".join(facts), class_="dim"), element("p", _MEANING)]


def _figures(standing: Standing) -> Markup:
    chart = element(
        "figure",
        chart_svg.draw(chart_of(standing), _chart_in_words(standing)),
        element("figcaption", _chart_in_words(standing)),
    )
    pyramid = element(
        "figure",
        pyramid_svg.draw(levels(standing), _pyramid_in_words(standing)),
        element("figcaption", "Lower, strong: done here. Above it, light: claimed. Empty: to go."),
    )
    return element("div", chart, pyramid, class_="figures")


def _chart_in_words(standing: Standing) -> str:
    place = standing.skill.position
    near = [f"{_short(role.title)}, {distance:.0f} points away" for role, distance in standing.nearest[:2]]
    words = [f"The ringed dot is me: machine learning {place.ml:.1f}, software {place.software:.1f}."]
    words += [f"The nearest titles: {'; '.join(near)}."] if near else []
    if standing.path.legs:
        words += ["The dotted line is my learning path, the star the title that I aim at."]
    return " ".join(words)


def _pyramid_in_words(standing: Standing) -> str:
    said = (
        f"{AREA_TITLES[area]}: {level.done:.1f} done here, {level.claimed:.1f} claimed"
        for area, level in levels(standing).items()
    )
    return f"{'; '.join(said)}; of 100 each."


def _numbers(standing: Standing) -> Markup:
    stops = standing.stops
    names = (
        "",
        "now",
        "done here",
        "claimed",
        "30 days",
        *(f"{crop(role.title, _COLUMN)} needs" for role in stops),
    )
    head = (element("th", name or "area", scope="col") for name in names)
    rows = []
    for area in ORDER:
        place, evidence = standing.skill.position.of(area), standing.evidence.position.of(area)
        needs = ({"ml": role.ml, "software": role.software, "domain": role.domain}[area] for role in stops)
        values = (f"{evidence:.1f}", f"{place - evidence:.1f}", change(standing.change.of(area)) or "±0")
        rows.append(
            element(
                "tr",
                element("th", AREA_TITLES[area], scope="row"),
                element("td", f"{place:.1f}", class_="now"),
                *(element("td", each) for each in values),
                *(element("td", _needed(place, each)) for each in needs),
            )
        )
    table = element("table", element("thead", element("tr", *head)), element("tbody", *rows))
    return element("section", element("h2", "Numbers"), table)


def _needed(place: float, need: float) -> str:
    if not need:
        return "–"
    return f"✓ {number(need)}" if place >= need else number(need)


def _rest(standing: Standing) -> list[Markup]:
    return [report_progress.section(standing), report_path.section(standing)]


def _footer(standing: Standing) -> Markup:
    credit = joined(
        "Made with planner, from the chart of Jonathon Belotti's essay ",
        link("What's in a name?", _ESSAY),
        f" Dates are an estimate of {standing.today.isoformat()}; claims are what I say that I know.",
    )
    return element("footer", element("p", credit))
