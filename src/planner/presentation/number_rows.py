"""Every number of a person as a row, and what the highlighted one is made of and would do."""

from collections.abc import Mapping

from planner.core.curriculum import AREAS
from planner.core.leverage import counting
from planner.core.standing import Standing
from planner.core.target import requirement
from planner.presentation.figures import AREA_TITLES, change, hours, moved
from planner.presentation.lines import PLAIN, Line, fit, fit_right, line, wrap
from planner.presentation.map_sections import ORDER, filled, need
from planner.presentation.pyramid import Level
from planner.presentation.reports import why

_BAR = 8
_ROOMY = 44


def names(standing: Standing, leverage: Mapping[str, float] | None = None) -> tuple[str, ...]:
    """Return the areas, each with its competencies; given what claims save, the competencies by that."""
    shown = counting(standing.catalogue, standing.profile)
    shown += tuple(each for each in standing.profile.claims if each in standing.catalogue.competencies)
    unique = tuple(dict.fromkeys(shown))
    if leverage is not None:
        return tuple(sorted(unique, key=lambda each: -leverage.get(each, 0.0)))
    found: list[str] = []
    for area in ORDER:
        found += [area, *(each for each in unique if standing.catalogue.competencies[each].area == area)]
    return tuple(found)


def draw(standing: Standing, name: str, width: int, saves: float | None = None) -> Line:
    """Return one number: its bar, what it is, what it needs; how many hours a higher claim saves."""
    if name in AREAS:
        area = next(each for each in AREAS if each == name)
        value, needed = standing.skill.position.of(area), need(standing, area)
        return _row(AREA_TITLES[area].upper(), value, standing.evidence.position.of(area), needed, width)
    title = standing.catalogue.competencies[name].title
    value, needed = standing.skill.mastery[name], floor(standing, name)
    if saves is not None:
        tail = f"−{hours(saves)}" if round(saves) > 0 else ""
        return (
            *_row(title, value, standing.evidence.mastery[name], needed, width - 8),
            (fit(fit_right(tail, 7), 8), "good"),
        )
    return _row(f"  {title}", value, standing.evidence.mastery[name], needed, width)


def floor(standing: Standing, competency: str) -> float:
    """Return the least mastery that the next stop asks for, or else the target; 0 for nothing."""
    goals = [standing.next_stop, *standing.stops[-1:]]
    floors = (requirement(standing.catalogue, each).floors.get(competency, 0.0) for each in goals if each)
    return next((each for each in floors if each), 0.0)


def detail(standing: Standing, before: Standing, name: str, width: int) -> tuple[Line, ...]:
    """Return what a number is made of, and what the claims that are being weighed would do."""
    blocks = [
        _claim(standing, before, name),
        _effect(standing, before, width),
        list(why(standing, name, width) or ()),
    ]
    lines: list[Line] = []
    for block in blocks:
        lines += [*([()] if lines and block else []), *block]
    return tuple(lines)


def _claim(standing: Standing, before: Standing, name: str) -> list[Line]:
    if name in AREAS:
        return []
    now, was = (each.profile.claims.get(name, 0.0) for each in (standing, before))
    moved_from = (f"  was {was:.0f}", "dim") if now != was else ("", PLAIN)
    return [line(("claim ", "dim"), (f"{now:.0f}", "strong"), moved_from)]


def _effect(standing: Standing, before: Standing, width: int) -> list[Line]:
    """Return what all claims that were changed would do to the position and the path."""
    if standing.profile.claims == before.profile.claims:
        return []
    gain = standing.skill.position - before.skill.position
    saved = before.fresh_hours - standing.fresh_hours
    effect = (
        f"{hours(abs(saved))} {'shorter' if saved > 0 else 'longer'}" if round(saved) else "as long as before"
    )
    position = (
        moved(gain) if max(gain) > 0 else " ".join(change(each) for each in gain if change(each)) or "±0"
    )
    presumed = len(standing.ground.presumed) - len(before.ground.presumed)
    known = f"; {abs(presumed)} {'more' if presumed > 0 else 'fewer'} presumed known" if presumed else ""
    return [
        line((each, "good" if saved >= 0 else "bad"))
        for each in wrap(f"{position}; your path is {effect}{known}", width)
    ]


def _row(title: str, value: float, done: float, needed: float, width: int) -> Line:
    style = "heading" if title.isupper() else PLAIN
    bar, apart = (_BAR, 1) if width >= _ROOMY else (0, 0)
    met = needed and value >= needed
    tail = f"{' ✓' if met else '/'}{needed:.0f}" if needed else ""
    return line(
        (fit(title, max(8, width - bar - apart - 11)) + " " * apart, style),
        *filled(Level(done, value - done), bar),
        (f" {value:5.1f}", "strong"),
        (fit(tail, 5), "good" if met else "dim"),
    )
