"""Everything about one resource."""

from planner.core.curriculum import Resource
from planner.core.standing import Standing
from planner.core.text import clean
from planner.presentation import reason_lines
from planner.presentation.figures import count, hours, moved, number
from planner.presentation.glyphs import STATE_GLYPHS, STATE_WORDS
from planner.presentation.lines import PLAIN, Line, cells, line, wrap

_MOST_NAMED = 6


def draw(standing: Standing, resource: Resource, width: int) -> tuple[Line, ...]:
    """Return a resource's details, wrapped to this many cells."""
    blocks = [
        _head(standing, resource, width),
        _prose(resource.why, width),
        _note(standing.profile.note_of(resource), width),
        _prices(standing, resource, width),
        list(reason_lines.draw(standing, resource.id, width)),
        _teaches(standing, resource, width),
        _names(standing, "needs", resource.requires, width),
        _names(standing, "opens", standing.catalogue.opens[resource.id], width),
        _link(resource.url, width),
    ]
    lines: list[Line] = []
    for block in blocks:
        lines += [*([()] if lines and block else []), *block]
    return tuple(lines)


def _head(standing: Standing, resource: Resource, width: int) -> list[Line]:
    state = standing.state_of(resource)
    by = ", ".join(resource.authors)
    year = f", {resource.year}" if resource.year else ""
    facts = [hours(resource.hours), resource.kind, resource.cost, f"level {resource.level}"]
    lines = [line((text, "strong")) for text in wrap(resource.title, width)]
    lines += [line((text, "dim")) for text in wrap(f"{by}{year}".lstrip(", "), width)]
    lines += [line((text, "dim")) for text in wrap(" · ".join(facts), width)]
    progress = standing.profile.progress_of(resource)
    parts = f" · {progress.parts} of {resource.parts} parts" if resource.parts and state != "done" else ""
    finished = f" on {progress.finished:%Y-%m-%d}" if state == "done" and progress.finished else ""
    said = wrap(f"{STATE_GLYPHS[state]} {STATE_WORDS[state]}{finished}{parts}", width)
    lines += [line((text, f"state-{state}")) for text in said]
    if state == "doing" and resource.parts and progress.parts == resource.parts:
        lines += [line((text, "good")) for text in wrap("all parts ticked: space checks it off", width)]
    return lines


def _prose(text: str, width: int) -> list[Line]:
    return [line(each) for each in wrap(text, width)]


def _note(text: str, width: int) -> list[Line]:
    """Return what the person wrote, line by line."""
    if not text:
        return []
    shown = clean(text, 2000, newlines=True).split("\n")
    return [line(("note", "dim")), *(line(f"  {each}") for row in shown for each in wrap(row, width - 2))]


def _prices(standing: Standing, resource: Resource, width: int) -> list[Line]:
    """Return the price tag: what it moves, for how many hours, and why nothing where nothing."""
    tag = standing.price_tag(resource.id)
    if not tag.items:
        return []
    blocking = [each for each in tag.items[:-1] if each in standing.ground.skipped]
    if blocking:
        title = standing.catalogue.resources[blocking[0]].title
        return [line((text, "bad")) for text in wrap(f"blocked: you skipped {title}", width)]
    before = f", {count(len(tag.items) - 1, 'item')} before it included" if len(tag.items) > 1 else ""
    words = wrap(f"for {hours(tag.hours)}{before}", width - cells(moved(tag.moves)) - 1)
    lines = [line((moved(tag.moves), "good"), f" {words[0]}"), *(line(each) for each in words[1:])]
    if max(tag.moves) <= 0:
        lines += [line((text, "dim")) for text in wrap(_why_nothing(standing, resource), width)]
    return lines


def _why_nothing(standing: Standing, resource: Resource) -> str:
    weightless = [each for each in resource.teaches if not standing.axes.share(each)]
    if len(weightless) == len(resource.teaches):
        return "It moves nothing: what it teaches has no weight on the axes."
    if resource.practice < 1:
        return "It moves nothing: the study part of what it teaches is full, and only doing adds to it."
    return "It moves nothing: what it teaches is full."


def _teaches(standing: Standing, resource: Resource, width: int) -> list[Line]:
    lines = [line(("teaches", "dim"))]
    for each, points in sorted(resource.teaches.items(), key=lambda pair: (-pair[1], pair[0])):
        title = standing.catalogue.competencies[each].title
        now = standing.skill.mastery[each]
        lines += _item(f"{title} {number(points)}, now {now:.0f}", width, PLAIN)
    if resource.practice:
        lines.append(line((f"  {resource.practice:.0%} of it by doing", "dim")))
    return lines


def _names(standing: Standing, word: str, ids: tuple[str, ...], width: int) -> list[Line]:
    """Return other resources by name, each with the glyph of its state."""
    lines = [line((word, "dim"))] if ids else []
    for each in ids[:_MOST_NAMED]:
        other = standing.catalogue.resources[each]
        state = standing.state_of(other)
        lines += _item(f"{STATE_GLYPHS[state]} {other.title}", width, f"state-{state}")
    if len(ids) > _MOST_NAMED:
        lines.append(line((f"  and {len(ids) - _MOST_NAMED} more", "dim")))
    return lines


def _link(url: str, width: int) -> list[Line]:
    """Return a link whole, however many lines it takes."""
    return [line((url[start : start + width], "link")) for start in range(0, len(url), width)]


def _item(text: str, width: int, style: str) -> list[Line]:
    """Return an item of a list, indented, its further lines a little more."""
    first, *more = wrap(text, width - 4)
    return [line((f"  {first}", style)), *(line((f"    {each}", style)) for each in more)]
