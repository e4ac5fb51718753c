"""The parts of the panel beside the chart: numbers, chapter, flags, titles, weak spots, weeks."""

from typing import NamedTuple

from planner.core.chapters import Chapter
from planner.core.curriculum import AREAS, Area, Role
from planner.core.learning_path import Leg
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.core.target import requirement
from planner.presentation.figures import AREA_NAMES, about, ago, change, count, hours, moved, number
from planner.presentation.glyphs import bar, sparkline
from planner.presentation.lines import PLAIN, Line, Span, crop, fit, fit_right, line, line_cells
from planner.presentation.pyramid import FILLS, Level

ORDER: tuple[Area, ...] = ("software", "ml", "domain")
NARROW = 36
"""Cells below which names are short."""
_SHOWN_SPOTS = 4
_SHOWN_ROLES = 2
_WEEKS = 12
_LEAST_BAR = 6


class PanelLine(NamedTuple):
    """One line of the panel."""

    line: Line
    about: str = ""
    """The area or competency whose number it shows, if it shows one."""


def levels(standing: Standing) -> dict[Area, Level]:
    """Return how full each part of the pyramid is: done here, and counted beyond that."""
    place, evidence = standing.skill.position, standing.evidence.position
    return {each: Level(evidence.of(each), place.of(each) - evidence.of(each)) for each in AREAS}


def need(standing: Standing, area: Area) -> float:
    """Return what the next stop asks for in an area, or else the target; 0 for nothing."""
    goals = (standing.next_stop, standing.stops[-1] if standing.stops else None)
    return next((value for goal in goals if goal and (value := _needs(goal).of(area))), 0.0)


def legend() -> Line:
    """Return what the three fillings mean."""
    spans: list[Span] = []
    for (glyph, style), words in zip(FILLS, ("done", "claimed", "to go"), strict=True):
        spans += [(glyph, style), (f" {words}  ", "dim")]
    return tuple(spans)


def numbers(standing: Standing, width: int) -> list[PanelLine]:
    """Return a line per area: its bar, its number, its change in thirty days, what it needs."""
    heading = line((fit_right("now  30 days  need", width), "dim"))
    return [
        PanelLine(heading),
        *(PanelLine(_number(standing, area, width), area) for area in ORDER),
        PanelLine(legend()),
    ]


def figures(standing: Standing, width: int) -> list[PanelLine]:
    """Return a line per area without a bar, its change under it, for beside the pyramid."""
    lines: list[PanelLine] = []
    for area in ORDER:
        value = standing.skill.position.of(area)
        moves = change(standing.change.of(area))
        said = f"  {moves} in 30 d" if moves else ""
        tail = _tail(value, need(standing, area))
        room = max(0, width - 5 - line_cells((tail,)))
        lines += [
            PanelLine(line((fit(AREA_NAMES[area], room), PLAIN), (f"{value:5.1f}", "strong"), tail), area),
            PanelLine(line((fit(said, width), "good")), area),
        ]
    return lines


def flags(standing: Standing, width: int) -> list[PanelLine]:
    """Return the chapter one is in, then a line per stop of the path: how many hours, and until when."""
    legs = {leg.target: leg for leg in standing.path.legs}
    lines = _chapter(standing, standing.path.legs[0], width) if standing.path.legs else []
    total = 0.0
    for role in standing.stops:
        leg = legs.get(role.id)
        total += leg.hours if leg else 0.0
        lines.append(PanelLine(_flag(standing, role, leg, total, width)))
    return lines


def nearest(standing: Standing, width: int) -> list[PanelLine]:
    """Return the nearest titles with their distance on the chart, in points."""
    current: list[Span] = [("nearest", "dim")]
    for role, distance in standing.nearest[:_SHOWN_ROLES]:
        name = role.short if width < NARROW else role.title
        shown: Span = (f"  {name} {distance:.0f}", PLAIN)
        if line_cells((*current, shown)) <= width:
            current.append(shown)
    return [PanelLine(tuple(current))] if standing.nearest else []


def spots(standing: Standing, width: int) -> list[PanelLine]:
    """Return the competencies that are furthest below the floor of the next stop."""
    goal = standing.next_stop
    if goal is None:
        return []
    floors = requirement(standing.catalogue, goal).floors
    mastery = standing.skill.mastery
    low = [each for each in floors if mastery[each] < floors[each]]
    low.sort(key=lambda each: mastery[each] - floors[each])
    lines = [PanelLine(line(("weak spots", "dim"), (f"  below what {goal.short} needs", "dim")))]
    for each in low[:_SHOWN_SPOTS]:
        title = standing.catalogue.competencies[each].title
        value: Span = (f" {mastery[each]:3.0f}", "bad")
        lines.append(
            PanelLine(line((fit(title, width - 8), PLAIN), value, (f"/{floors[each]:.0f}", "dim")), each)
        )
    return lines if low else []


def weeks(standing: Standing, width: int) -> list[PanelLine]:
    """Return the hours of the last weeks as a spark line, this week's against the plan, the streak."""
    history = standing.history
    if not history.days:
        return []
    last = [week.spent.hours for week in history.last_weeks(_WEEKS)]
    streak = f" · {count(history.streak, 'week')}" if history.streak > 1 else ""
    said = f" {last[-1]:.1f} of {number(standing.hours_per_week)} h"
    said += streak if len(said + streak) <= width - 5 - _WEEKS else ""
    spark = sparkline(last, standing.hours_per_week)
    return [PanelLine(line(("week ", "dim"), (spark, "claimed"), (crop(said, width - 5 - _WEEKS), PLAIN)))]


def _number(standing: Standing, area: Area, width: int) -> Line:
    value = standing.skill.position.of(area)
    room = max(_LEAST_BAR, width - 31)
    needed = need(standing, area)
    met = "✓ " if needed and value >= needed else ""
    return line(
        (fit(AREA_NAMES[area], 9), PLAIN),
        *filled(levels(standing)[area], room),
        (f" {value:6.1f}", "strong"),
        (fit_right(change(standing.change.of(area)), 9), "good"),
        (fit_right(f"{met}{number(needed)}" if needed else "", 6), "good" if met else "dim"),
    )


def filled(level: Level, room: int) -> list[Span]:
    """Return a bar of this many cells: done here, claimed, to go."""
    done = round(room * level.done / 100)
    claimed = round(room * min(100.0, level.done + level.claimed) / 100) - done
    amounts = (done, claimed, room - done - claimed)
    return [(glyph * amount, style) for (glyph, style), amount in zip(FILLS, amounts, strict=True) if amount]


def last(standing: Standing, width: int) -> Line:
    """Return what was finished last, when, and what that day moved; what to do where nothing was."""
    if not standing.history.finished:
        go = "go on" if max(standing.evidence.position) > 0 else "begin"
        how = f": {go} with what is highlighted" if standing.steps else ""
        return line((crop(f" Nothing checked off yet{how}.", width), "dim"))
    found = standing.history.finished[-1]
    moves = moved(standing.moved_on(found.day))
    head, tail = " Last: ", f" ✓ {ago(found.day, standing.today)}  "
    title = crop(found.resource.title, max(8, width - len(head) - len(tail) - len(moves)))
    return line((head, "dim"), title, (tail, "dim"), (moves, "good"))


def _tail(value: float, needed: float) -> Span:
    """Return what is needed, and whether it is there."""
    if not needed:
        return "", PLAIN
    return ("  ✓", "good") if value >= needed else (f"/{number(needed)}", "dim")


def _needs(role: Role) -> Position:
    return Position(role.ml, role.software, role.domain)


def _chapter(standing: Standing, leg: Leg, width: int) -> list[PanelLine]:
    """Return how far one is in the chapter that comes next, and what it ends in."""
    parts = standing.chapters[leg.target]
    left = {step.id: step.hours for step in leg.steps}
    found = next(((place, part) for place, part in enumerate(parts, 1) if _is_open(part, left)), None)
    if found is None:
        return []
    place, part = found
    to_go = sum(left.get(each, 0.0) for each in part.ids)
    facts = f" {part.hours - to_go:.0f}/{part.hours:.0f} h"
    head = f"Chapter {place}" if width < NARROW else f"Chapter {place} of {len(parts)}"
    room = max(0, width - len(head) - len(facts) - 3)
    share = (part.hours - to_go) / part.hours if part.hours else 0.0
    meter: Span = (f" {bar(share, room - 1)}" if room > 1 else "", "done")
    lines = [PanelLine(line(("▸ ", "chapter"), (head, PLAIN), meter, (facts, "strong")))]
    if part.shows is not None:
        ends = f"  ends with {standing.catalogue.resources[part.shows].title}"
        lines.append(PanelLine(line((crop(ends, width), "dim"))))
    return lines


def _is_open(part: Chapter, left: dict[str, float]) -> bool:
    return any(each in left for each in part.ids)


def _reached(standing: Standing, role: Role) -> str:
    """Return on what a role is reached: on evidence, or with so much of the position claimed."""
    if standing.is_on_evidence(role):
        return "reached, all done here"
    return f"reached, {standing.claimed_share:.0%} claimed"


def _flag(standing: Standing, role: Role, leg: Leg | None, total: float, width: int) -> Line:
    is_last = role is standing.stops[-1]
    sign: Span = ("★ ", "star") if is_last else ("⚑ ", "flag")
    name = fit(role.short if width < NARROW else role.title, max(6, width - (25 if leg is None else 23)))
    if leg is None:
        return line(sign, name, (f" {_reached(standing, role)}", "good"))
    if leg.short:
        return line(sign, name, ("  out of reach", "bad"))
    when = about(standing.finish(total), standing.today)
    return line(sign, name, (f" {fit_right(hours(total), 7)}", "strong"), (f" {when}", "dim"))
