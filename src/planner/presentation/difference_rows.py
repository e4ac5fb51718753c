"""What is different in another path, in words."""

from collections.abc import Iterator, Sequence

from planner.core.difference import Difference, difference
from planner.core.standing import Standing
from planner.presentation.figures import about, count, hours
from planner.presentation.lines import Line, Span, crop, line

_MOST_NAMED = 5


def draw(standing: Standing, other: Standing, width: int) -> tuple[Line, ...]:
    """Return what another path brings: hours and end, then what comes in, goes out and moves."""
    found = difference(standing.path, other.path)
    return (_summary(standing, other, found), *named(standing, found, width, 2 * _MOST_NAMED + 2))


def summary(standing: Standing, other: Standing) -> str:
    """Return what another path brings, in one line: `+42 h, done ~Mar 2028; 4 in, 3 out`."""
    return "".join(text for text, _ in _summary(standing, other, difference(standing.path, other.path)))


def _summary(standing: Standing, other: Standing, found: Difference) -> Line:
    if not other.path.reached and standing.path.reached:
        return line(("it would not lead to the target any more", "bad"))
    before, after = (each.finish(each.path.hours) for each in (standing, other))
    longer = f"{'+' if found.hours > 0 else '−'}{hours(abs(found.hours))}"
    style = (
        "good" if found.hours < 0 or after < before else "bad" if found.hours > 0 or after > before else "dim"
    )
    change: Span = (longer if round(found.hours) else "as many hours", style)
    end = about(after, standing.today)
    when = f", done {end}" + (f" instead of {about(before, standing.today)}" if after != before else "")
    amounts = ((len(found.added), "in"), (len(found.dropped), "out"), (len(found.moved), "moved"))
    words = ", ".join(f"{amount} {word}" for amount, word in amounts if amount)
    return line(change, (when, style), (f"; {words}" if words else "; the same items", "dim"))


def named(
    standing: Standing, found: Difference, width: int, height: int, most: int = _MOST_NAMED
) -> tuple[Line, ...]:
    """Return what comes in and what goes out, in at most so many lines; each gets its share of them."""
    needed = [min(len(ids), most + 1) for ids in (found.added, found.dropped)]
    room = min(needed[0], max(height - needed[1], height // 2))
    return (
        *_named(standing, ("+", "good"), found.added, width, min(room, most + 1)),
        *_named(standing, ("−", "bad"), found.dropped, width, min(height - room, most + 1)),
    )


def _named(standing: Standing, sign: Span, ids: Sequence[str], width: int, room: int) -> Iterator[Line]:
    """Go through resources in at most so many lines; the last one counts those that find no room."""
    glyph = (f"  {sign[0]} ", sign[1])
    if room == 1 < len(ids):
        more = f" and {len(ids) - 1} more"
        yield line(
            glyph, crop(standing.catalogue.resources[ids[0]].title, width - 4 - len(more)), (more, "dim")
        )
        return
    shown = ids if len(ids) <= room else ids[: max(0, room - 1)]
    for each in shown:
        resource = standing.catalogue.resources[each]
        yield line(glyph, crop(f"{resource.title}, {hours(resource.hours)}", width - 4))
    if len(shown) < len(ids) and room > 0:
        yield line(glyph, (f"and {count(len(ids) - len(shown), 'more item')}", "dim"))
