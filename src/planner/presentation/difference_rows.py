"""What is different in another path, in words."""

from collections.abc import Iterable, Iterator

from planner.core.difference import Difference, difference
from planner.core.standing import Standing
from planner.presentation.figures import about, count, hours
from planner.presentation.lines import Line, Span, crop, line

_MOST_NAMED = 5


def draw(standing: Standing, other: Standing, width: int) -> tuple[Line, ...]:
    """Return what another path brings: hours and end, then what comes in, goes out and moves."""
    found = difference(standing.path, other.path)
    return (_summary(standing, other, found), *_items(standing, found, width))


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


def _items(standing: Standing, found: Difference, width: int) -> Iterator[Line]:
    yield from _named(standing, "+", "good", found.added, width)
    yield from _named(standing, "−", "bad", found.dropped, width)


def _named(standing: Standing, sign: str, style: str, ids: tuple[str, ...], width: int) -> Iterable[Line]:
    for each in ids[:_MOST_NAMED]:
        resource = standing.catalogue.resources[each]
        text = crop(f"{resource.title}, {hours(resource.hours)}", width - 4)
        yield line((f"  {sign} ", style), text)
    if len(ids) > _MOST_NAMED:
        yield line((f"  {sign} and {count(len(ids) - _MOST_NAMED, 'more item')}", "dim"))
