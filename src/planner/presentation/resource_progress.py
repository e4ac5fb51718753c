"""How far someone is with a resource: its state, dates, parts to tick, hours logged."""

from collections.abc import Iterator

from planner.core.curriculum import Resource
from planner.core.standing import Standing
from planner.presentation.figures import about, number
from planner.presentation.glyphs import STATE_GLYPHS, STATE_WORDS
from planner.presentation.lines import cells, wrap
from planner.presentation.meters import boxes
from planner.presentation.sheet import SheetLine


def draw(standing: Standing, resource: Resource, width: int) -> list[SheetLine]:
    """Return the lines, wrapped to this many cells."""
    state = standing.state_of(resource)
    said = f"{STATE_GLYPHS[state]} {STATE_WORDS[state]}{''.join(_dates(standing, resource))}"
    lines = [SheetLine(((text, f"state-{state}"),)) for text in wrap(said, width)]
    for words in _facts(standing, resource):
        lines += [SheetLine(((text, "dim"),)) for text in wrap(words, width)]
    return [*lines, *_parts(standing, resource, width)]


def _dates(standing: Standing, resource: Resource) -> Iterator[str]:
    """Go through what is said about its days: since when, until when."""
    state, progress = standing.state_of(resource), standing.profile.progress_of(resource)
    if state == "doing" and progress.started:
        yield f" since {about(progress.started, standing.today)}"
    if state == "done" and progress.finished:
        begun = f"{about(progress.started, standing.today)} to " if progress.started else "on "
        yield f" {begun}{about(progress.finished, standing.today)}"


def _facts(standing: Standing, resource: Resource) -> Iterator[str]:
    span = standing.spans.get(resource.id)
    if span is not None:
        begin, end = about(span.start, standing.today), about(span.finish, standing.today)
        yield f"planned {begin}" if begin == end else f"planned {begin} to {end}"
    minutes = standing.profile.minutes_of(resource)
    if minutes:
        days = [
            day
            for each in standing.profile.stretches
            if each.resource in _ids(resource) and (day := each.day)
        ]
        last = f", last {about(max(days), standing.today)}" if days else ""
        yield f"{number(round(minutes / 60, 1))} h logged{last}"


def _ids(resource: Resource) -> tuple[str, ...]:
    return (resource.id, *resource.formerly)


def _parts(standing: Standing, resource: Resource, width: int) -> list[SheetLine]:
    """Return a box for each part, and how many are ticked."""
    if not resource.parts:
        return []
    progress = standing.profile.progress_of(resource)
    ticked = resource.parts if standing.state_of(resource) in ("done", "known") else progress.parts
    words = f"{ticked} of {resource.parts}"
    lines = boxes(resource, ticked, width)
    last = lines[-1]
    if sum(cells(text) for text, _ in last.line) + cells(words) + 2 <= width:
        lines[-1] = SheetLine((*last.line, (f"  {words}", "dim")), last.spots)
    else:
        lines.append(SheetLine(((words, "dim"),)))
    if progress.status == "doing" and progress.parts == resource.parts:
        lines += [
            SheetLine(((text, "good"),)) for text in wrap("all parts ticked: it can be checked off", width)
        ]
    return lines
