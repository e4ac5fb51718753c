"""An item of the path in a few lines: what it is, when it is due, why it is there."""

from collections.abc import Iterable, Iterator

from planner.core.curriculum import Resource
from planner.core.schedule import Span
from planner.core.standing import Standing
from planner.presentation import reason_lines
from planner.presentation.figures import SHORT_AREAS, about, hours
from planner.presentation.glyphs import STATE_GLYPHS, STATE_WORDS
from planner.presentation.lines import Line, crop, fit_line, line, line_cells, wrap

_MOST_NAMED = 3
_MOST_REASONS = 2
"""Lines of reasons."""


def draw(standing: Standing, resource_id: str, width: int) -> tuple[Line, ...]:
    """Return the lines about an item; one line that says so where there is none."""
    if resource_id not in standing.steps:
        return (line(("Choose an item to see why it is there.", "dim")),)
    lines = _lines(standing, standing.catalogue.resources[resource_id], width)
    return tuple(fit_line(each, width) if line_cells(each) > width else each for each in lines)


def _lines(standing: Standing, resource: Resource, width: int) -> Iterator[Line]:
    state, progress = standing.state_of(resource), standing.profile.progress_of(resource)
    parts = f", {progress.parts} of {resource.parts} parts" if resource.parts else ""
    pinned = "  · pinned" if resource.id in standing.profile.pins else ""
    facts = f"  {hours(resource.hours)}, {resource.kind}, {resource.cost}"
    by = f"  {', '.join(resource.authors)}" if resource.authors else ""
    yield line((resource.title, "strong"), (f"{facts}{by}", "dim"))
    yield line((f"{STATE_GLYPHS[state]} {STATE_WORDS[state]}{parts}", f"state-{state}"), (pinned, "flag"))
    yield _when(standing, resource.id)
    explanation = standing.explain(resource.id)
    if explanation is not None:
        place = list(standing.steps).index(resource.id) + 1
        now = reason_lines.now(standing, explanation)
        yield line(f"{place} of {len(standing.steps)}, {now}")
        reasons = wrap(" · ".join(reason_lines.served(standing, explanation)), width)
        yield from (line((text, "dim")) for text in reasons[:_MOST_REASONS])
    yield _needs(standing, resource)


def _when(standing: Standing, resource_id: str) -> Line:
    span, step = standing.spans[resource_id], standing.steps[resource_id]
    days = f"{_day(standing, span)}, {hours(step.hours)} to go"
    before = step.position - step.gain
    moves = ", ".join(
        f"{SHORT_AREAS[area]} {before.of(area):.1f} → {step.position.of(area):.1f}"
        for area in SHORT_AREAS
        if step.position.of(area) - before.of(area) >= 0.05  # noqa: PLR2004 - half a printed tenth
    )
    return line(f"{days}  ", (moves, "good"))


def _day(standing: Standing, span: Span) -> str:
    """Return when an item is due; within one and the same month, say, the one word for it."""
    first, last = about(span.start, standing.today), about(span.finish, standing.today)
    return first if first == last else f"{first} – {last}"


def _needs(standing: Standing, resource: Resource) -> Line:
    opened = [each for each in standing.catalogue.opens[resource.id] if each in standing.steps]
    needs = _titles(standing, resource.requires)
    opens = _titles(standing, opened)
    return line(
        ("needs ", "dim"), needs or "nothing", ("   opens ", "dim"), opens or "nothing else on your path"
    )


def _titles(standing: Standing, ids: Iterable[str]) -> str:
    resources = [standing.catalogue.resources[each] for each in ids]
    named = [
        f"{STATE_GLYPHS[standing.state_of(each)]} {crop(each.title, 32)}" for each in resources[:_MOST_NAMED]
    ]
    more = [f"and {len(resources) - _MOST_NAMED} more"] if len(resources) > _MOST_NAMED else []
    return ", ".join([*named, *more])
