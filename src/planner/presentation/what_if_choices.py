"""The conditions of the path as rows, each with the values that one can choose from."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from planner.core.conditions import Away, Conditions, conditions_of
from planner.core.standing import Standing
from planner.core.target import NO_VIA, stops
from planner.presentation.figures import count, number
from planner.presentation.lines import PLAIN, Line, crop, fit, line, line_cells

HOURS = (*range(1, 41), *range(45, 85, 5))
"""Hours a week that one steps through."""
LABEL = 15
"""Cells of the name of a condition."""
_AWAY = timedelta(weeks=1)
_FARTHEST_WEEKS = 52
_MOST_WEEKS_AWAY = 26
_WEEK = 7


class Choice(Struct, frozen=True):
    """One condition."""

    name: str
    values: tuple[Conditions, ...]
    """All conditions under each of its values, in order."""
    words: tuple[str, ...]
    """What each value is called."""
    place: int
    """Which value holds."""
    now: str = ""
    """What the value is called that holds today, where that is another one."""
    wraps: bool = True
    """Whether the first value follows the last."""

    def step(self, by: int) -> Conditions:
        """Return the conditions a value further, or back."""
        place = self.place + by
        last = len(self.values) - 1
        return self.values[place % len(self.values) if self.wraps else max(0, min(last, place))]


def choices(standing: Standing, wanted: Conditions) -> tuple[Choice, ...]:
    """Return the conditions with their values."""
    now = conditions_of(standing.catalogue, standing.profile, standing.today)
    return (
        _hours(wanted, now),
        *_roles(standing, wanted, now),
        _domain(standing, wanted, now),
        _of("free only", wanted, now, "free_only", (False, True), ("no", "yes")),
        *_away(wanted, now, standing.today),
    )


def draw(choice: Choice, width: int) -> Line:
    """Return a row: the name, the value between arrows, what holds today where that is another."""
    value = choice.words[choice.place]
    style = "you" if choice.now else PLAIN
    now = f"  now {choice.now}" if choice.now else ""
    head = line(fit(f" {choice.name}", LABEL), ("◂ ", "key"), (value, style), (" ▸", "key"))
    return (*head, (crop(now, max(0, width - line_cells(head))), "dim"))


def arrow_at(choice: Choice, x: int) -> int:
    """Return which way an arrow leads at a column: -1, 1, or 0 where there is none."""
    last = LABEL + 2 + line_cells(line(choice.words[choice.place]))
    return -1 if LABEL <= x < LABEL + 2 else 1 if last <= x <= last + 2 else 0


def summary(standing: Standing, wanted: Conditions) -> str:
    """Return in a few words which conditions are others: `12 h a week, domain Climate and energy`."""
    now = conditions_of(standing.catalogue, standing.profile, standing.today)
    said = [_in_words(each) for each in choices(standing, wanted) if each.now and "away" not in each.name]
    if wanted.away != now.away:
        stretches = [
            f"{_day(day, standing.today)} – {_day(last, standing.today)}" for day, last in wanted.away
        ]
        said.append(f"away {' and '.join(stretches)}" if stretches else "not away")
    return ", ".join(said) or "nothing is different"


def _in_words(choice: Choice) -> str:
    value = choice.words[choice.place]
    if choice.name == "hours a week":
        return f"{value} h a week"
    return f"{choice.name} {value}"


def _of(
    name: str,
    wanted: Conditions,
    now: Conditions,
    field: str,
    values: Sequence[Any],
    words: Sequence[str],
) -> Choice:
    """Return a condition that is one field."""
    names = dict(zip(values, words, strict=True))
    value, before = getattr(wanted, field), getattr(now, field)
    shown = value if value in names else values[0]
    return Choice(
        name,
        tuple(replace(wanted, **{field: each}) for each in values),
        tuple(words),
        list(values).index(shown),
        names.get(before, "") if before != value else "",
    )


def _hours(wanted: Conditions, now: Conditions) -> Choice:
    values = sorted({*HOURS, wanted.hours_per_week, now.hours_per_week})
    words = [number(each) for each in values]
    return replace(_of("hours a week", wanted, now, "hours_per_week", values, words), wraps=False)


def _roles(standing: Standing, wanted: Conditions, now: Conditions) -> Iterator[Choice]:
    """Go through the two conditions that are roles: where one wants to go, and by way of which."""
    roles = standing.catalogue.roles
    if roles:
        yield _of("target", wanted, now, "target", list(roles), [each.title for each in roles.values()])
    settings = replace(standing.profile.settings, target=wanted.target)
    on_the_way = [each for each in roles if len(stops(standing.catalogue, replace(settings, via=each))) > 1]
    if on_the_way:
        words = ["no other", *(roles[each].title for each in on_the_way)]
        yield _of("by way of", wanted, now, "via", [NO_VIA, *on_the_way], words)


def _domain(standing: Standing, wanted: Conditions, now: Conditions) -> Choice:
    domains = {each.id: each.title for each in standing.catalogue.domains}
    if not {wanted.domain, now.domain} <= domains.keys():
        domains = {"": "none yet", **domains}
    return _of("domain", wanted, now, "domain", list(domains), list(domains.values()))


def _away(wanted: Conditions, now: Conditions, today: date) -> Iterator[Choice]:
    """Go through the stretches of time off, each with its first day and its length; then one to add."""
    for place, stretch in enumerate((*wanted.away, None)):
        before = now.away[place] if place < len(now.away) else None
        name = "and away from" if place else "away from"
        length = stretch[1] - stretch[0] if stretch else _AWAY - timedelta(days=1)
        weeks = (today + timedelta(weeks=each) for each in range(_FARTHEST_WEEKS))
        days = sorted({*weeks, *([stretch[0]] if stretch else [])})
        values = (_with(wanted, place, None), *(_with(wanted, place, (day, day + length)) for day in days))
        words = ("not away", *(_day(day, today) for day in days))
        was = (_day(before[0], today) if before else "not away") if before != stretch else ""
        yield Choice(name, values, words, days.index(stretch[0]) + 1 if stretch else 0, was, wraps=False)
        if stretch:
            yield _length(wanted, place, stretch, today)


def _length(wanted: Conditions, place: int, stretch: Away, today: date) -> Choice:
    first, last = stretch
    own = (last - first).days + 1
    lengths = sorted({*(_WEEK * each for each in range(1, _MOST_WEEKS_AWAY + 1)), own})
    ends = {each: first + timedelta(days=each - 1) for each in lengths}
    values = tuple(_with(wanted, place, (first, ends[each])) for each in lengths)
    words = tuple(
        f"{_length_in_words(each)}, back on {_day(ends[each] + timedelta(days=1), today)}" for each in lengths
    )
    return Choice("  for", values, words, lengths.index(own), wraps=False)


def _with(wanted: Conditions, place: int, stretch: Away | None) -> Conditions:
    """Return conditions with one stretch of time off changed, added, or taken out."""
    away = (*wanted.away[:place], *([stretch] if stretch else []), *wanted.away[place + 1 :])
    return replace(wanted, away=away)


def _length_in_words(days: int) -> str:
    weeks, rest = divmod(days, _WEEK)
    return count(days, "day") if rest else count(weeks, "week")


def _day(day: date, today: date) -> str:
    if day == today:
        return "today"
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"
