"""The learning path week by week: which parts of what, with flags and time off between."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from planner.core.schedule import Slot, Week
from planner.core.standing import Standing
from planner.presentation.figures import hours
from planner.presentation.glyphs import STATE_GLYPHS
from planner.presentation.lines import PLAIN, Line, fit, fit_line, fit_right, line, line_cells
from planner.presentation.path_rows import draw_flag, message

_WIDE = 100
_FACTS, _MORE_FACTS = 43, 58
"""Cells of what stands beside a title: narrow, and with the running position."""
_INDENT = " " * 16


class Row(Struct, frozen=True):
    """One row of the weeks."""

    kind: Literal["month", "slot", "flag", "away", "message"]
    week: int = 0
    """Which week it belongs to, counted from 0."""
    id: str | None = None
    """The resource of a slot or of a flag."""
    number: int = 0
    """Which slot of its week, flag of its item, message or stretch of time off it is, counted from 0."""
    is_first: bool = False
    """Whether its item begins in this week."""
    is_last: bool = False
    """Whether its item is done in this week."""


def rows(standing: Standing, weeks: Sequence[Week]) -> tuple[Row, ...]:
    """Return the rows of these weeks of the path."""
    return tuple(_rows(standing, weeks)) or tuple(
        Row("message", number=each) for each in range(len(message(standing)))
    )


def draw(standing: Standing, width: int, start: date | None = None) -> tuple[Line, ...]:
    """Return the whole path week by week, of someone who starts on a day (today)."""
    schedule = standing.schedule_from(start or standing.today)
    weeks = schedule.weeks(standing.catalogue, standing.profile, standing.path.steps)
    return tuple(draw_row(standing, weeks, row, width) for row in rows(standing, weeks))


def draw_row(standing: Standing, weeks: Sequence[Week], row: Row, width: int) -> Line:
    """Return one row."""
    drawn = _draw(standing, weeks, row, width)
    return fit_line(drawn, width) if line_cells(drawn) > width else drawn


def _rows(standing: Standing, weeks: Sequence[Week]) -> Iterator[Row]:
    ends = {slot.id: number for number, week in enumerate(weeks) for slot in week.slots}
    begun: set[str] = set()
    away = [number for number, each in enumerate(standing.profile.pauses) if each[1] >= standing.today]
    month = None
    for number, week in enumerate(weeks):
        while away and standing.profile.pauses[away[0]][0] <= week.start:
            yield Row("away", number, number=away.pop(0))
        if (week.start.year, week.start.month) != month:
            month = (week.start.year, week.start.month)
            yield Row("month", number)
        for place, slot in enumerate(week.slots):
            is_last = ends[slot.id] == number
            yield Row("slot", number, slot.id, place, slot.id not in begun, is_last)
            begun.add(slot.id)
            for flag in range(len(standing.milestones.get(slot.id, ())) if is_last else 0):
                yield Row("flag", number, slot.id, flag)


def _draw(standing: Standing, weeks: Sequence[Week], row: Row, width: int) -> Line:
    if row.kind == "message":
        return message(standing)[row.number]
    if row.kind == "month":
        return _month(weeks, row.week)
    if row.kind == "away":
        first, last = standing.profile.pauses[row.number]
        return line((fit_right(_day(first), 8), "dim"), (f"  away until {_day(last)} {last.year}", "claimed"))
    if row.kind == "flag":
        return draw_flag(standing, standing.milestones[row.id or ""][row.number], _INDENT)
    return _slot(standing, weeks[row.week], row, width)


def _month(weeks: Sequence[Week], number: int) -> Line:
    start = weeks[number].start
    total = sum(
        slot.hours
        for week in weeks
        if (week.start.year, week.start.month) == (start.year, start.month)
        for slot in week.slots
    )
    return line((f" {start:%B %Y}", "chapter"), (f"  {hours(total)}", "dim"))


def _slot(standing: Standing, week: Week, row: Row, width: int) -> Line:
    slot, resource = week.slots[row.number], standing.catalogue.resources[row.id or ""]
    state = standing.state_of(resource)
    total = sum(each.hours for each in week.slots)
    label = (_day(week.start), hours(total)) if row.number == 0 else ("", "")
    is_wide = width >= _WIDE
    end = standing.steps[slot.id].position
    done = f"  done: sw {end.software:.0f} ml {end.ml:.0f}" if is_wide else "  done"
    return line(
        (fit_right(label[0], 8), PLAIN),
        (fit_right(label[1], 6), "dim"),
        (f"  {STATE_GLYPHS[state]} ", f"state-{state}"),
        (
            fit(resource.title, max(10, width - (_MORE_FACTS if is_wide else _FACTS))),
            PLAIN if row.is_first else "dim",
        ),
        (fit_right(_parts(slot), 12), "dim"),
        (fit_right(amount(slot.hours), 7), PLAIN),
        (done if row.is_last else "", "good"),
    )


def amount(studied: float) -> str:
    """Return hours; less than one in minutes, as a clock has them."""
    return hours(studied) if studied >= 1 else f"{max(5, 5 * round(studied * 12))} min"


def _parts(slot: Slot) -> str:
    if slot.parts is None:
        return ""
    first, last = slot.parts
    return f"part {first}" if first == last else f"parts {first}–{last}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
