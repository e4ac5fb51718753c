"""The learning path as rows: legs in chapters, their items in order, flags, running position and dates."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from planner.core.chapters import Chapter
from planner.core.curriculum import AREAS
from planner.core.learning_path import Leg
from planner.core.milestones import Milestone
from planner.core.schedule import Span
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.core.target import Shortfall
from planner.presentation.figures import about, count, hours, moved
from planner.presentation.glyphs import STATE_GLYPHS
from planner.presentation.lines import PLAIN, Line, crop, fit, fit_line, fit_right, line, line_cells

_WIDE = 100
_TITLE = (10, 64)
"""Fewest and most cells of a title beside which there is a strip of time."""
_FACTS, _MORE_FACTS = 35, 49
"""Cells of what stands beside a title: without the running position, and with it."""
_ROOM_FOR_SHOWN = 34
_LEAST_SHOWN = 0.0005
"""Share from which a distance from the shortest path is worth saying."""


class Row(Struct, frozen=True):
    """One row of the path."""

    kind: Literal["leg", "space", "chapter", "item", "flag", "short", "obstacle", "message", "hint"]
    leg: int = 0
    """The leg it belongs to, counted from 0."""
    id: str | None = None
    """The resource of an item or of a flag; of a chapter, the first one that is listed under it."""
    number: int = 0
    """Which chapter, flag, shortfall or message of its leg or item it is, counted from 0."""


class Room(Struct, frozen=True):
    """How much room a row has."""

    width: int
    title: int
    """Cells of an item's title."""
    has_position: bool
    """Whether the running position is shown."""


def room(width: int) -> Room:
    """Return the room of rows that have the whole width."""
    has_position = width >= _WIDE
    return Room(width, max(10, width - (_MORE_FACTS if has_position else _FACTS)), has_position)


def room_beside_strip(width: int) -> Room:
    """Return the room of rows beside a strip of time that takes the rest of this width."""
    title = max(_TITLE[0], min(_TITLE[1], (width - _MORE_FACTS) // 2))
    return Room(title + _MORE_FACTS, title, has_position=True)


HINT = "  What if looks at another target or domain, Progress shows how you came here."
"""What one can do on the screen where there is no path to go."""


def rows(standing: Standing) -> tuple[Row, ...]:
    """Return the rows of the whole path."""
    return tuple(_rows(standing)) or tuple(
        Row("message", number=each) for each in range(len(message(standing)))
    )


def draw(standing: Standing, width: int, start: date | None = None) -> tuple[Line, ...]:
    """Return the whole path, with the dates of someone who starts on a day (today)."""
    spans = standing.spans_from(start or standing.today)
    there = room(width)
    return tuple(draw_row(standing, row, spans, there) for row in rows(standing))


def _rows(standing: Standing) -> Iterator[Row]:
    for number, leg in enumerate(standing.path.legs):
        if number:
            yield Row("space", number)
        yield Row("leg", number)
        parts = standing.chapters[leg.target]
        chapter_of = {each: place for place, part in enumerate(parts) for each in part.ids}
        begun = -1
        for step in leg.steps:
            if chapter_of[step.id] > begun and not _is_ahead(standing, step.id, chapter_of, leg):
                begun = chapter_of[step.id]
                yield Row("chapter", number, step.id, begun)
            yield Row("item", number, step.id)
            for flag in range(len(standing.milestones.get(step.id, ()))):
                yield Row("flag", number, step.id, flag)
        for short in range(len(leg.short)):
            yield Row("short", number, number=short)
    if standing.obstacles:
        yield Row("obstacle", len(standing.path.legs) - 1)


def _is_ahead(standing: Standing, resource_id: str, chapter_of: Mapping[str, int], leg: Leg) -> bool:
    """Return whether an item was begun before the chapters between."""
    doing = standing.state_of(standing.catalogue.resources[resource_id]) == "doing"
    return doing and chapter_of[resource_id] > min(chapter_of[step.id] for step in leg.steps)


def draw_row(standing: Standing, row: Row, spans: Mapping[str, Span], room: Room) -> Line:
    """Return one row, given when every item begins and ends."""
    drawn = _draw(standing, row, spans, room)
    return fit_line(drawn, room.width) if line_cells(drawn) > room.width else drawn


def _draw(standing: Standing, row: Row, spans: Mapping[str, Span], room: Room) -> Line:
    legs, width = standing.path.legs, room.width
    if row.kind in ("space", "hint"):
        return line((HINT, "dim")) if row.kind == "hint" else ()
    if row.kind == "message":
        return message(standing)[row.number]
    leg = legs[row.leg]
    if row.kind == "leg":
        return _leg(standing, leg, spans, room)
    if row.kind == "chapter":
        return _chapter(standing, standing.chapters[leg.target][row.number], row.number, spans, width)
    if row.kind in ("short", "obstacle"):
        is_short = row.kind == "short"
        words = f"short of it: {short_of(standing, leg.short[row.number])}" if is_short else ""
        return line((crop(f"  {words or f'in the way: {obstacle(standing)}'}", width), "bad"))
    if row.kind == "flag":
        return draw_flag(standing, standing.milestones[row.id or ""][row.number])
    return _step(standing, row.id or "", spans, room)


def message(standing: Standing) -> tuple[Line, ...]:
    """Return what stands in place of a path where there is none to go."""
    if not standing.stops:
        return (line("No curriculum has a role to aim at."),)
    goal, position = standing.stops[-1], standing.skill.position
    needs = Position(goal.ml, goal.software, goal.domain)
    numbers = ", ".join(f"{area} {position.of(area):.0f} of {needs.of(area):.0f}" for area in AREAS)
    claimed = f"{standing.claimed_share:.0%} of it claimed"
    how = "all of it done here" if standing.is_on_evidence(goal) else claimed
    return (line(("★ ", "star"), f"You are there: {goal.title}."), line((f"  {numbers}; {how}.", "dim")))


def _leg(standing: Standing, leg: Leg, spans: Mapping[str, Span], room: Room) -> Line:
    role = standing.catalogue.roles[leg.target]
    is_last = role is standing.stops[-1]
    end = max((spans[step.id].finish for step in leg.steps), default=standing.today)
    facts = f"  {count(len(leg.steps), 'item')}, {hours(leg.hours)}, {about(end, standing.today)}"
    how_near = ""
    if leg is standing.path.legs[0] and standing.within is not None and room.has_position:
        how_near = f"  · {near(standing.within)} the shortest path there can be"
    return line(
        ("★ " if is_last else "⚑ ", "star" if is_last else "flag"),
        (role.title, "heading"),
        (facts, "dim"),
        (how_near, "dim"),
    )


def near(within: float) -> str:
    """Return how much longer than the shortest path one is: `within 1.7% of`, `it is`."""
    return f"within {within:.1%} of" if within >= _LEAST_SHOWN else "it is"


def _chapter(
    standing: Standing, chapter: Chapter, number: int, spans: Mapping[str, Span], width: int
) -> Line:
    left = [each for each in chapter.ids if each in spans]
    done = len(chapter.ids) - len(left)
    total = sum(standing.steps[each].hours for each in left)
    end = max(spans[each].finish for each in left)
    facts = f"{hours(total)} to go, {about(end, standing.today)}"
    facts += f", {done} of {len(chapter.ids)} done" if done else ""
    head = line((f"  Chapter {number + 1}  ", "chapter"), (facts, "dim"))
    room = width - line_cells(head) - 2
    if chapter.shows is None or room < _ROOM_FOR_SHOWN:
        return head
    title = standing.catalogue.resources[chapter.shows].title
    return (*head, (f"  {crop(f'to show: {title}', room)}", "dim"))


def draw_flag(standing: Standing, flag: Milestone, indent: str = "    ") -> Line:
    """Return what is passed on the way."""
    if flag.kind == "quadrant":
        return line((f"{indent}◆ ", "flag"), ("both above 50: the upper right quarter of the chart", "good"))
    title = standing.catalogue.roles[flag.role].title
    if flag.kind == "title":
        return line((f"{indent}⚑ ", "flag"), (f"past {title}", "good"))
    glyph = (f"{indent}★ ", "star") if flag.kind == "target" else (f"{indent}⚑ ", "flag")
    return line(glyph, (title, "good"))


def _step(standing: Standing, resource_id: str, spans: Mapping[str, Span], room: Room) -> Line:
    resource, step = standing.catalogue.resources[resource_id], standing.steps[resource_id]
    state = standing.state_of(resource)
    running = f"sw {step.position.software:.0f} ml {step.position.ml:.0f}" if room.has_position else ""
    return line(
        (f"  {STATE_GLYPHS[state]} ", f"state-{state}"),
        (fit(resource.title, room.title), PLAIN),
        (fit_right(hours(step.hours), 7), PLAIN),
        (f"  {fit(moved(step.gain, 1), 9)}", "good"),
        (f"{fit_right(running, 13)} " if running else "", "dim"),
        (f" {about(spans[resource_id].finish, standing.today)}", "dim"),
    )


def obstacle(standing: Standing) -> str:
    """Return what stands in the way of the target, in words; nothing where nothing does."""
    found = standing.obstacles
    if found is None:
        return ""
    if found.too_few:
        return "the curricula have too few resources for it"
    titles = [standing.catalogue.resources[each].title for each in found.skipped]
    said = [f"you skipped {', '.join(titles)}"] if titles else []
    return "; ".join([*said, *(["you want free resources alone"] if found.is_free_only else [])])


def short_of(standing: Standing, short: Shortfall) -> str:
    """Return one shortfall in words."""
    catalogue = standing.catalogue
    if short.what == "area":
        return f"{short.of} gets to {short.have:.1f} of {short.need:.1f}"
    if short.what == "floor":
        return f"{catalogue.competencies[short.of].title} gets to {short.have:.0f}, it needs {short.need:.0f}"
    titles = [catalogue.resources[each].title for each in short.of.split(",")]
    return (
        f"{titles[0]} cannot be taken"
        if short.what == "essential"
        else f"none of {', '.join(titles)} can be taken"
    )
