"""The plain-text twins of the screens: status, list, why."""

from collections.abc import Sequence

from planner.core.curriculum import AREAS, Area, Resource
from planner.core.shares import Share, of_area, of_competency, tenths
from planner.core.standing import Standing
from planner.presentation.figures import AREA_NAMES, AREA_TITLES, about, count, hours, moved
from planner.presentation.glyphs import STATE_GLYPHS, bar
from planner.presentation.lines import PLAIN, Line, fit, fit_right, line, wrap

_SHOWN_ROLES = 3
_LABEL = 10
_ORDER: tuple[Area, ...] = ("software", "ml", "domain")


def status(standing: Standing, width: int = 100) -> tuple[Line, ...]:
    """Return where a person stands and what lies ahead, in lines of at most this many cells (50 or more)."""
    place, evidence = standing.skill.position, standing.evidence.position
    lines = [line((f"{'':10}{'':22}position  evidence", "dim"))]
    for area in _ORDER:
        value = place.of(area)
        figures = (f"  {value:6.1f}", "strong"), (f"    {evidence.of(area):6.1f}", PLAIN)
        lines.append(line(fit(AREA_NAMES[area], 10), (bar(value / 100, 20), "claimed"), *figures))
    near = ", ".join(f"{role.title} {distance:.0f}" for role, distance in standing.nearest[:_SHOWN_ROLES])
    lines += [(), *_labelled("nearest", near, width)] if near else []
    return (*lines, *_ahead(standing, width))


def _labelled(label: str, text: str, width: int) -> list[Line]:
    """Return a text with a label before it, wrapped beside the label."""
    rows = wrap(text, width - _LABEL)
    return [line((fit("" if index else label, _LABEL), "dim"), row) for index, row in enumerate(rows)]


def _ahead(standing: Standing, width: int) -> list[Line]:
    lines: list[Line] = [()]
    total, items = 0.0, 0
    for leg in standing.path.legs:
        total += leg.hours
        role = standing.catalogue.roles[leg.target]
        word = "reaches" if not leg.short else "gets nearer to"
        items += len(leg.steps)
        facts = f"{count(items, 'item')}, {hours(total)}"
        when = about(standing.finish(total), standing.today)
        lines += _labelled("ahead", f"{word} {role.title} after {facts}: {when}", width)
    if not standing.path.legs and standing.stops:
        lines += _labelled("ahead", f"{standing.stops[-1].title} is reached", width)
    return [*lines, *_labelled("", _expected(standing), width)]


def _expected(standing: Standing) -> str:
    """Return what the dates are based on: the weeks so far, or the plan."""
    per_week = f"at {standing.hours_per_week:g} hours a week"
    if not standing.path.legs:
        return per_week
    found = standing.forecast
    if not found.weeks:
        return f"{per_week}; four weeks of logged hours make it a forecast"
    even, likely = (about(each, standing.today) for each in (found.even, found.likely))
    chances = f"as likely as not {even}, nine times of ten by {likely}"
    return f"{per_week}; judged by {count(found.weeks, 'week')} of yours: {chances}"


def resources(standing: Standing, listed: Sequence[Resource], width: int) -> tuple[Line, ...]:
    """Return one line per resource: id, title, hours, what it moves."""
    id_width = min(34, max((len(each.id) for each in listed), default=0))
    lines = []
    for each in listed:
        state = standing.state_of(each)
        is_held = each.id in standing.ground.held
        tail = "" if is_held else moved(standing.bills.of(each.id).moves, 1)
        lines.append(
            line(
                (f"{STATE_GLYPHS[state]} ", f"state-{state}"),
                (fit(each.id, id_width), "strong"),
                f"  {fit(each.title, max(10, width - id_width - 22))}",
                (fit_right(hours(each.hours), 7), "dim"),
                (f"  {tail}", "good"),
            )
        )
    return tuple(lines)


def claims(standing: Standing, width: int) -> tuple[Line, ...]:
    """Return one line per competency that counts or is claimed: id, title, claim, mastery."""
    profile = standing.profile
    shown = [
        each
        for each in standing.catalogue.competencies.values()
        if each.id in standing.axes.weights or each.id in profile.claims
    ]
    id_width = max((len(each.id) for each in shown), default=0)
    room = max(8, width - id_width - 20)
    lines = [line((f"{'':{id_width}}  {'':{room}}  claim  mastery", "dim"))]
    for each in shown:
        claim, mastery = profile.claims.get(each.id, 0.0), standing.skill.mastery[each.id]
        lines.append(
            line(
                (fit(each.id, id_width), "strong"),
                f"  {fit(each.title, room)}",
                (f"  {claim:5.0f}" if claim else "      –", "claimed"),
                f"  {mastery:7.0f}",
            )
        )
    return tuple(lines)


def why(standing: Standing, name: str, width: int) -> tuple[Line, ...] | None:
    """Return what a number is made of, in tenths that add up; None for a name that is no number."""
    area = next((each for each in AREAS if each == name), None)
    claims = standing.profile.claims
    if area is not None:
        title, value = AREA_TITLES[area], standing.skill.position.of(area)
        return _shares(standing, title, value, of_area(standing.skill, claims, standing.axes, area), width)
    if name in standing.catalogue.competencies:
        title, value = standing.catalogue.competencies[name].title, standing.skill.mastery[name]
        return _shares(standing, title, value, of_competency(standing.skill, claims, name), width)
    return None


def _shares(
    standing: Standing, title: str, value: float, shares: Sequence[Share], width: int
) -> tuple[Line, ...]:
    room = min(70, width - 10)
    printed = tenths([share.points for share in shares])
    lines = [line((fit(title, room), "heading"), (f"{value:7.1f}", "strong"))]
    for share, tenth in zip(shares, printed, strict=True):
        style = "claimed" if share.source == "claim" else "done"
        lines.append(line((fit(f"  {_source(standing, share)}", room), PLAIN), (f"{tenth:7.1f}", style)))
    if not shares:
        lines.append(line(("  nothing yet: no claim, and nothing done that counts here", "dim")))
    return tuple(lines)


def _source(standing: Standing, share: Share) -> str:
    if share.source == "claim":
        return f"claimed: {standing.catalogue.competencies[share.of].title}"
    return f"{share.source}: {standing.catalogue.resources[share.of].title}"
