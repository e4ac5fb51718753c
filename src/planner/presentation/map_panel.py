"""What stands beside the chart: pyramid, numbers, flags, nearest titles, weak spots."""

from planner.core.curriculum import AREAS, Area, Role
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.core.target import requirement
from planner.presentation import pyramid
from planner.presentation.figures import AREA_NAMES, about, hours, number
from planner.presentation.lines import PLAIN, Line, Span, fit, fit_line, fit_right, line, line_cells
from planner.presentation.pyramid import FILLS, Level

_ORDER: tuple[Area, ...] = ("software", "ml", "domain")
_NARROW = 36
_SHOWN_SPOTS = 4
_SHOWN_ROLES = 2
_TALL = 26
_TALLEST_PYRAMID = 13
_LEAST_PYRAMID = 6


def draw(standing: Standing, width: int, height: int) -> tuple[Line, ...]:
    """Return the panel in at most this many lines of at most this many cells.

    The numbers come first, then the flags; the pyramid takes what is left, and what does not fit is
    left out from the end.
    """
    sections = [_numbers(standing, width), _flags(standing, width), _nearest(standing, width)]
    if height >= _TALL:
        sections.append(_spots(standing, width))
    wanted = sum(len(each) + 1 for each in sections if each)
    rows = min(_TALLEST_PYRAMID, height - wanted - 1, (width - 2) // 2)
    lines = _pyramid(standing, rows, width) if rows >= _LEAST_PYRAMID else []
    for section in sections:
        if section and len(lines) + len(section) < height:
            lines += [*([()] if lines else []), *section]
    return tuple(fit_line(each, width) for each in lines[:height])


def levels(standing: Standing) -> dict[Area, Level]:
    """Return how full each part of the pyramid is: done here, and counted beyond that."""
    place, evidence = standing.skill.position, standing.evidence.position
    return {each: Level(evidence.of(each), place.of(each) - evidence.of(each)) for each in AREAS}


def _pyramid(standing: Standing, rows: int, width: int) -> list[Line]:
    """Return the pyramid in the middle, the names of its tops beside them, the base's under it."""
    drawing = pyramid.draw(levels(standing), rows)
    left_margin = max(0, (width - 2 * rows - 1) // 2)
    lines = []
    for row, spans in enumerate(drawing):
        left, right = ("domain", "ml") if row == max(1, rows // 4) else ("", "")
        free = left_margin + rows - 1 - row
        indented = (spans[0][0].lstrip(), spans[0][1])
        beside = (fit_right(left, max(0, free - 1)) + " " * min(1, free), "caption")
        lines.append((beside, indented, *spans[1:], (f" {right}", "caption")))
    lines.append(((" " * max(0, left_margin + rows - 6) + "core software", "caption"),))
    return lines


def _numbers(standing: Standing, width: int) -> list[Line]:
    goal = standing.next_stop
    lines = [_number(standing, area, goal, width) for area in _ORDER]
    legend: list[Span] = []
    for (glyph, style), words in zip(FILLS, ("done", "claimed", "to go"), strict=True):
        legend += [(glyph, style), (f" {words}  ", "dim")]
    return [*lines, tuple(legend)]


def _number(standing: Standing, area: Area, goal: Role | None, width: int) -> Line:
    value = standing.skill.position.of(area)
    need = _needs(goal).of(area) or _needs(standing.stops[-1] if standing.stops else None).of(area)
    room = max(6, width - 19)
    level = levels(standing)[area]
    done = round(room * level.done / 100)
    claimed = round(room * min(100.0, level.done + level.claimed) / 100) - done
    amounts = (done, claimed, room - done - claimed)
    bar = [(glyph * amount, style) for (glyph, style), amount in zip(FILLS, amounts, strict=True) if amount]
    met = value >= need
    tail = ("  ✓", "good") if met and need else (f"/{number(need)}", "dim") if need else ("", PLAIN)
    return line((fit(AREA_NAMES[area], 9), PLAIN), *bar, (f" {value:5.1f}", "strong"), tail)


def _needs(role: Role | None) -> Position:
    return Position(role.ml, role.software, role.domain) if role else Position(0, 0, 0)


def _flags(standing: Standing, width: int) -> list[Line]:
    """Return a line per stop of the path: how many hours, and until about when."""
    legs = {leg.target: leg for leg in standing.path.legs}
    lines: list[Line] = []
    total = 0.0
    for role in standing.stops:
        is_last = role is standing.stops[-1]
        sign: Span = ("★ ", "star") if is_last else ("⚑ ", "flag")
        name = fit(role.short if width < _NARROW else role.title, max(6, width - 23))
        if role.id not in legs:
            lines.append(line(sign, name, ("      reached", "good")))
            continue
        total += legs[role.id].hours
        when = about(standing.finish(total), standing.today)
        end: Line = ((f" {fit_right(hours(total), 7)}", "strong"), (f" {when}", "dim"))
        lines.append(line(sign, name, *(end if not legs[role.id].short else (("  out of reach", "bad"),))))
    return lines


def _nearest(standing: Standing, width: int) -> list[Line]:
    """Return the nearest titles with their distance on the chart, in points."""
    current: list[Span] = [("nearest", "dim")]
    for role, distance in standing.nearest[:_SHOWN_ROLES]:
        name = role.short if width < _NARROW else role.title
        shown: Span = (f"  {name} {distance:.0f}", PLAIN)
        if line_cells((*current, shown)) <= width:
            current.append(shown)
    return [tuple(current)] if standing.nearest else []


def _spots(standing: Standing, width: int) -> list[Line]:
    """Return the competencies that are furthest below the floor of the next stop."""
    goal = standing.next_stop
    if goal is None or width < _NARROW:
        return []
    floors = requirement(standing.catalogue, goal).floors
    mastery = standing.skill.mastery
    low = sorted(
        (each for each in floors if mastery[each] < floors[each]),
        key=lambda each: mastery[each] - floors[each],
    )
    lines: list[Line] = (
        [(("weak spots", "dim"), (f"  below what {goal.short} asks for", "dim"))] if low else []
    )
    for each in low[:_SHOWN_SPOTS]:
        title = standing.catalogue.competencies[each].title
        lines.append(
            line(
                (fit(title, width - 8), PLAIN),
                (f" {mastery[each]:3.0f}", "bad"),
                (f"/{floors[each]:.0f}", "dim"),
            )
        )
    return lines
