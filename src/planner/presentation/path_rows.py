"""The learning path as rows: legs, their items in order, running position and dates."""

from collections.abc import Mapping
from datetime import date

from planner.core.learning_path import Leg, Step
from planner.core.schedule import Span
from planner.core.standing import Standing
from planner.core.target import Shortfall
from planner.presentation.figures import about, count, hours, moved
from planner.presentation.glyphs import STATE_GLYPHS
from planner.presentation.lines import PLAIN, Line, fit, fit_right, line

_WIDE = 100


def draw(standing: Standing, width: int, start: date | None = None) -> tuple[Line, ...]:
    """Return the whole path, with the dates of someone who starts on a day (today)."""
    path, spans = standing.path, standing.spans_from(start or standing.today)
    if not path.legs:
        there = (
            f"You are there: {standing.stops[-1].title}."
            if standing.stops
            else "No curriculum has a role to aim at."
        )
        return (line(there),)
    lines: list[Line] = []
    for leg in path.legs:
        lines += [*([()] if lines else []), _leg(standing, leg, spans)]
        lines += [_step(standing, step, spans[step.id], width) for step in leg.steps]
        lines += [line((f"  short of it: {_short(standing, each)}", "bad")) for each in leg.short]
    return tuple(lines)


def rows(standing: Standing) -> tuple[str | None, ...]:
    """Return the resource on each line of the whole path; None for the other lines."""
    found: list[str | None] = []
    for leg in standing.path.legs:
        found += [
            *([None] if found else []),
            None,
            *(step.id for step in leg.steps),
            *[None] * len(leg.short),
        ]
    return tuple(found) or (None,)


def _leg(standing: Standing, leg: Leg, spans: Mapping[str, Span]) -> Line:
    role = standing.catalogue.roles[leg.target]
    is_last = role is standing.stops[-1]
    end = max((spans[step.id].finish for step in leg.steps), default=standing.today)
    facts = f"  {count(len(leg.steps), 'item')}, {hours(leg.hours)}, {about(end, standing.today)}"
    return line(
        ("★ " if is_last else "⚑ ", "star" if is_last else "flag"), (role.title, "heading"), (facts, "dim")
    )


def _step(standing: Standing, step: Step, span: Span, width: int) -> Line:
    resource = standing.catalogue.resources[step.id]
    state = standing.state_of(resource)
    tail = 49 if width >= _WIDE else 35
    running = (
        fit_right(f"sw {step.position.software:.0f} ml {step.position.ml:.0f}", 14) if width >= _WIDE else ""
    )
    return line(
        (f"  {STATE_GLYPHS[state]} ", f"state-{state}"),
        (fit(resource.title, max(10, width - tail)), PLAIN),
        (fit_right(hours(step.hours), 7), PLAIN),
        (f"  {fit(moved(step.gain, 1), 9)}", "good"),
        (running, "dim"),
        (f" {about(span.finish, standing.today)}", "dim"),
    )


def _short(standing: Standing, short: Shortfall) -> str:
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
