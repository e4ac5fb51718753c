"""The learning path in chapters, as a section of a report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planner.core.chapters import Chapter
from planner.core.learning_path import Leg
from planner.core.schedule import Span
from planner.core.standing import Standing
from planner.presentation.figures import about, count, hours
from planner.presentation.lines import cells, crop
from planner.presentation.markup import Markup, element, joined, link
from planner.presentation.path_rows import obstacle, short_of

_MOST_CHAPTERS: Final = 26
"""Two printed pages are to hold everything."""
_LONGEST: Final = 54
"""Cells of a title."""
_MOST_CELLS: Final = 5600
"""Of all titles together; beyond that every chapter gets an even part of them."""


def section(standing: Standing) -> Markup:
    """Return the whole path: legs, chapters, what each ends in, until when."""
    if not standing.path.legs:
        said = "The target is reached." if standing.stops else "No curriculum has a role to aim at."
        return element("section", element("h2", "Path"), element("p", said))
    items = count(len(standing.path.steps), "item")
    heading = f"Path: {items}, {hours(standing.path.hours)} to go"
    return element("section", element("h2", heading), *_legs(standing))


def _legs(standing: Standing) -> Iterator[Markup]:
    spans, room, cells_each = standing.spans, _MOST_CHAPTERS, _cells_a_chapter(standing)
    for leg in standing.path.legs:
        parts = standing.chapters[leg.target]
        shown = parts[:room]
        room -= len(shown)
        yield element("h3", _leg_heading(standing, leg, spans))
        yield from (element("p", f"Short of it: {short_of(standing, each)}.") for each in leg.short)
        yield element("ol", *_chapters(standing, shown, spans, cells_each), class_="chapters")
        if len(shown) < len(parts):
            yield element("p", f"and {count(len(parts) - len(shown), 'more chapter')}", class_="facts")
    if standing.obstacles:
        yield element("p", f"In the way: {obstacle(standing)}.")


def _leg_heading(standing: Standing, leg: Leg, spans: Mapping[str, Span]) -> str:
    role = standing.catalogue.roles[leg.target]
    end = max((spans[step.id].finish for step in leg.steps), default=standing.today)
    sign = "★" if role is standing.stops[-1] else "⚑"
    facts = f"{count(len(leg.steps), 'item')}, {hours(leg.hours)}, {about(end, standing.today)}"
    return f"{sign} To {crop(role.title, _LONGEST)}: {facts}"


def _cells_a_chapter(standing: Standing) -> int:
    """Return how many cells the titles of a chapter may take."""
    parts = [part for leg in standing.path.legs for part in standing.chapters[leg.target]][:_MOST_CHAPTERS]
    wanted = sum(cells(_title(standing, each)) for part in parts for each in part.ids)
    return wanted if wanted <= _MOST_CELLS else _MOST_CELLS // len(parts)


def _title(standing: Standing, resource_id: str) -> str:
    return crop(standing.catalogue.resources[resource_id].title, _LONGEST)


def _chapters(
    standing: Standing, parts: Sequence[Chapter], spans: Mapping[str, Span], room: int
) -> Iterator[Markup]:
    for number, part in enumerate(parts, start=1):
        left = [each for each in part.ids if each in spans]
        facts = []
        if left:
            to_go = sum(standing.steps[each].hours for each in left)
            end = max(spans[each].finish for each in left)
            facts.append(f"{hours(to_go)} to go, {about(end, standing.today)}")
        if len(left) < len(part.ids):
            facts.append(f"{len(part.ids) - len(left)} of {len(part.ids)} done")
        head = joined(
            element("b", f"Chapter {number}"), " ", element("span", ", ".join(facts), class_="facts")
        )
        yield element("li", head, element("ul", *_items(standing, part, room)))


def _items(standing: Standing, part: Chapter, room: int) -> Iterator[Markup]:
    for number, each in enumerate(part.ids):
        title = _title(standing, each)
        room -= cells(title)
        if room < 0:
            yield element("li", f"and {len(part.ids) - number} more", class_="facts")
            return
        done = joined() if each in standing.steps else element("b", "✓ ", class_="done")
        shows = element("span", ", to show", class_="facts") if each == part.shows else joined()
        yield element("li", done, link(title, standing.catalogue.resources[each].url), shows)
