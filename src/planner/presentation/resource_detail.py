"""Everything about one resource."""

from collections.abc import Collection, Sequence

from planner.core.curriculum import Resource
from planner.core.standing import Standing
from planner.core.text import clean
from planner.presentation import reason_lines, resource_progress
from planner.presentation.figures import count, hours, moved, number
from planner.presentation.glyphs import STATE_GLYPHS
from planner.presentation.lines import PLAIN, Line, cells, flow, joined, line, wrap
from planner.presentation.sheet import Sheet, SheetLine, Target, target_line

_MOST_NAMED = 6


def draw(standing: Standing, resource: Resource, width: int) -> tuple[Line, ...]:
    """Return a resource's details, wrapped to this many cells."""
    return tuple(each.line for each in sheet(standing, resource, width).lines)


def sheet(standing: Standing, resource: Resource, width: int) -> Sheet:
    """Return a resource's details, with what can be gone to from them."""
    blocks = [
        [*_head(resource, width), *resource_progress.draw(standing, resource, width)],
        [*_plain(_prose(resource.why, width)), *_link(resource, width)],
        _plain(_note(standing.profile.note_of(resource), width)),
        _plain(_prices(standing, resource, width)),
        _plain(reason_lines.draw(standing, resource.id, width)),
        _needs(standing, resource, width),
        _mates(standing, resource, width),
        _names(standing, "opens", standing.catalogue.opens[resource.id], width),
        _plain(_teaches(standing, resource, width)),
    ]
    lines: list[SheetLine] = []
    for block in blocks:
        lines += [*([SheetLine(())] if lines and block else []), *block]
    return Sheet(tuple(lines))


def _plain(lines: Sequence[Line]) -> list[SheetLine]:
    return [SheetLine(each) for each in lines]


def _head(resource: Resource, width: int) -> list[SheetLine]:
    by = ", ".join(resource.authors)
    year = f", {resource.year}" if resource.year else ""
    facts = [hours(resource.hours), resource.kind, resource.cost, f"level {resource.level}"]
    lines = [line((text, "strong")) for text in wrap(resource.title, width)]
    lines += [line((text, "dim")) for text in wrap(f"{by}{year}".lstrip(", "), width)]
    lines += map(joined, flow([((text, "dim"),) for text in facts], width, (" · ", "dim")))
    return _plain(lines)


def _prose(text: str, width: int) -> list[Line]:
    return [line(each) for each in wrap(text, width)]


def _link(resource: Resource, width: int) -> list[SheetLine]:
    """Return a link whole, however many lines it takes."""
    url, target = resource.url, Target("link", resource.id)
    return [target_line(((url[at : at + width], "link"),), target) for at in range(0, len(url), width)]


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


def _needs(standing: Standing, resource: Resource, width: int) -> list[SheetLine]:
    """Return what comes first: what it names, met or not, and where to begin if that needs others."""
    met, needed = standing.ground.met, resource.requires
    there = sum(each in met for each in needed)
    lines = _names(standing, f"needs, {there} of {len(needed)} met", needed, width, met=met)
    begin = next(iter(standing.missing(resource)), None)
    if begin is not None and begin not in needed:
        lines += [SheetLine((("  begin with", "dim"),)), *_name(standing, begin, width)]
    return lines


def _mates(standing: Standing, resource: Resource, width: int) -> list[SheetLine]:
    """Return what covers the same ground."""
    others = tuple(each for each in standing.catalogue.mates(resource.id) if each != resource.id)
    return _names(standing, "on the same ground; the best of them counts", others, width)


def _names(
    standing: Standing, word: str, ids: Sequence[str], width: int, *, met: Collection[str] | None = None
) -> list[SheetLine]:
    """Return other resources by name, each with the glyph of its state; one can go to them.

    Where it is said which are met, these have a check mark, however they came to be.
    """
    most = _MOST_NAMED if met is None else len(ids)
    lines = [SheetLine(((text, "dim"),)) for text in (wrap(word, width) if ids else ())]
    for each in ids[:most]:
        lines += _name(standing, each, width, is_met=each in (met or ()))
    if len(ids) > most:
        lines.append(SheetLine(((f"  and {len(ids) - most} more", "dim"),)))
    return lines


def _name(standing: Standing, resource_id: str, width: int, *, is_met: bool = False) -> list[SheetLine]:
    other = standing.catalogue.resources[resource_id]
    state = standing.state_of(other)
    glyph = STATE_GLYPHS["done" if is_met else state]
    named = _item(f"{glyph} {other.title}", width, f"state-{state}")
    return [target_line(each, Target("resource", resource_id), 2) for each in named]


def _teaches(standing: Standing, resource: Resource, width: int) -> list[Line]:
    lines = [line(("teaches", "dim"))]
    for each, points in sorted(resource.teaches.items(), key=lambda pair: (-pair[1], pair[0])):
        title = standing.catalogue.competencies[each].title
        now = standing.skill.mastery[each]
        lines += _item(f"{title} {number(points)}, now {now:.0f}", width, PLAIN)
    if resource.practice:
        lines.append(line((f"  {resource.practice:.0%} of it by doing", "dim")))
    return lines


def _item(text: str, width: int, style: str) -> list[Line]:
    """Return an item of a list, indented, its further lines a little more."""
    first, *more = wrap(text, width - 4)
    return [line((f"  {first}", style)), *(line((f"    {each}", style)) for each in more)]
