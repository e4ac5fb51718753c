"""Another path beside the one there is: what it costs, when it ends, what is different in it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planner.core.curriculum import AREAS
from planner.core.difference import difference
from planner.core.standing import Standing
from planner.presentation import difference_rows
from planner.presentation.figures import about, hours, number
from planner.presentation.figures import change as moved_by
from planner.presentation.lines import PLAIN, Line, crop, fit, fit_line, fit_right, line, line_cells
from planner.presentation.path_rows import near, obstacle, short_of

_LABEL, _VALUE = 20, 13
_LEAST_SHOWN = 0.05


class Compared(NamedTuple):
    """One thing in both paths."""

    name: str
    before: str
    after: str
    change: str
    style: str
    """The style of the change."""


def draw(
    standing: Standing, other: Standing, width: int, height: int, *, looking: bool = False
) -> tuple[Line, ...]:
    """Return another path beside today's, in at most so many lines."""
    label = max(8, min(_LABEL, width - 2 * _VALUE - 8))
    head = line(("", PLAIN), (f"{'':{label}}{'now':>{_VALUE}}{'then':>{_VALUE}}", "dim"))
    rows = [head, *(_row(each, label) for each in _compared(standing, other))]
    rows += [(), *_said(standing, other, looking=looking)]
    found = difference(standing.path, other.path)
    rows += difference_rows.named(standing, found, width, height - len(rows), most=height)
    return tuple(fit_line(each, width) if line_cells(each) > width else each for each in rows[:height])


def _row(compared: Compared, label: int) -> Line:
    style = "strong" if compared.before != compared.after else PLAIN
    return line(
        fit(crop(compared.name, label - 1), label),
        (fit_right(compared.before, _VALUE), "dim"),
        (fit_right(compared.after, _VALUE), style),
        (f"  {compared.change}", compared.style),
    )


def _compared(standing: Standing, other: Standing) -> Iterator[Compared]:
    """Go through what can be put beside each other."""
    one, two = standing.path, other.path
    more = two.hours - one.hours
    change = f"{'+' if more > 0 else '−'}{hours(abs(more))}" if round(more) else ""
    yield Compared("hours to go", hours(one.hours), hours(two.hours), change, _style(more))
    found = difference(one, two)
    amounts = ((len(found.added), "in"), (len(found.dropped), "out"))
    exchanged = ", ".join(f"{amount} {word}" for amount, word in amounts if amount)
    yield Compared("items", str(len(one.steps)), str(len(two.steps)), exchanged, "dim")
    for role in dict.fromkeys(each.id for each in (*standing.stops, *other.stops)):
        before, after = _end(standing, role), _end(other, role)
        days = (after - before).days if before and after else 0
        words = tuple(about(day, standing.today) if day else "–" for day in (before, after))
        title = standing.catalogue.roles[role].title
        yield Compared(title, words[0], words[1], _weeks(days), _style(days))
    for area in AREAS:
        now, then = (each.skill.position.of(area) for each in (standing, other))
        if abs(then - now) >= _LEAST_SHOWN:
            name = f"{area} number"
            yield Compared(name, f"{now:.1f}", f"{then:.1f}", moved_by(then - now), _style(now - then))


def _style(more: float) -> str:
    """Return how something looks of which less is better."""
    return "bad" if more > 0 else "good"


def _end(standing: Standing, role: str) -> date | None:
    """Return the day on which a role is reached; today where it is, None where the path passes it by."""
    if role not in {each.id for each in standing.stops}:
        return None
    for leg in standing.path.legs:
        if leg.target == role:
            ends = [standing.spans[step.id].finish for step in leg.steps]
            return None if leg.short else max(ends, default=standing.today)
    return standing.today


def _weeks(days: int) -> str:
    if abs(days) < 7:  # noqa: PLR2004 - days of a week
        return ""
    sign = "+" if days > 0 else "−"
    return f"{sign}{number(round(abs(days) / 7))} wk"


def _said(standing: Standing, other: Standing, *, looking: bool) -> Iterator[Line]:
    """Go through what is to be said in words: whether it leads there, how short it is."""
    if not other.path.reached:
        words = (
            "would not lead to the target any more"
            if standing.path.reached
            else "does not lead to the target"
        )
        yield line((f"It {words}:", "bad"))
        for short in other.path.legs[-1].short:
            yield line((f"  {short_of(other, short)}", "bad"))
        if in_the_way := obstacle(other):
            yield line((f"  in the way: {in_the_way}", "dim"))
    elif looking:
        yield line(("⋯ looking for the shortest one", "claimed"))
    elif other.within is not None:
        yield line((f"✓ {near(other.within)} the shortest path there can be", "dim"))
    else:
        yield ()
