"""The path on a strip of time: its rows, each with a bar from the day it begins to the day it ends."""

from collections.abc import Mapping, Sequence

from planner.core.curriculum import Area
from planner.core.schedule import Span
from planner.core.standing import Standing
from planner.presentation import time_axis
from planner.presentation.lines import PLAIN, Line, fit, fit_line, fit_right, line
from planner.presentation.path_rows import Room, Row, draw_row, room_beside_strip
from planner.presentation.time_axis import Axis

LEAST_WIDTH = 98
"""Cells from which there is room for a strip: a window of a hundred columns without its scrollbar."""


def axis_for(
    standing: Standing,
    rows: Sequence[Row],
    spans: Mapping[str, Span],
    width: int,
    seen: tuple[range, int],
) -> Axis:
    """Return the axis for the rows that one sees, and the one under the cursor among them.

    The days that pass from the first row to the last one in sight choose the scale, on the average of
    the whole path, so that it stays the same while one scrolls.
    """
    visible, cursor = seen
    items = [each.id for each in rows if each.kind == "item" and each.id]
    first, last = spans[items[0]].start, spans[items[-1]].finish
    days = (last - first).days * max(1, len(visible)) / len(rows)
    top = next((each.id for each in rows[visible.start :] if each.kind == "item"), items[-1])
    chosen = rows[cursor].id if cursor in visible and rows[cursor].kind == "item" else top
    shown = spans[chosen or items[0]]
    begin = spans[top or items[0]].start
    room = width - room_beside_strip(width).width - 1
    return time_axis.axis_of(
        standing.today, standing.profile.pauses, days, room, (begin, shown.start, shown.finish)
    )


def head(axis: Axis, width: int) -> Line:
    """Return what stands over the columns."""
    room = room_beside_strip(width)
    left = f"{fit('    to do', room.title + 4)}{fit_right('hours', 7)}  {fit('moves', 9)}"
    return line((fit(f"{left}{fit_right('then', 13)}  done", room.width), "dim"), *time_axis.head(axis))


def draw(standing: Standing, row: Row, spans: Mapping[str, Span], width: int, axis: Axis) -> Line:
    """Return a row with its strip."""
    room = room_beside_strip(width)
    if row.kind in ("leg", "message", "hint", "short", "obstacle"):
        return draw_row(standing, row, spans, Room(width, room.title, has_position=True))
    left = fit_line(draw_row(standing, row, spans, room), room.width)
    return (*left, *_strip(standing, row, spans, axis), (" ", PLAIN))


def _strip(standing: Standing, row: Row, spans: Mapping[str, Span], axis: Axis) -> Line:
    if row.kind == "chapter":
        chapter = standing.chapters[standing.path.legs[row.leg].target][row.number]
        finish = max(spans[each].finish for each in chapter.ids if each in spans)
        return time_axis.bar(axis, spans[row.id or ""].start, finish, "chapter", time_axis.LIGHT)
    if row.kind == "flag":
        milestone = standing.milestones[row.id or ""][row.number]
        glyph = {"quadrant": "◆", "target": "★"}.get(milestone.kind, "⚑")
        style = "star" if milestone.kind == "target" else "flag"
        return time_axis.flag(axis, spans[row.id or ""].finish, glyph, style)
    if row.kind == "item":
        span = spans[row.id or ""]
        return time_axis.bar(axis, span.start, span.finish, f"area-{_area(standing, row.id or '')}")
    return time_axis.empty(axis)


def _area(standing: Standing, resource_id: str) -> Area:
    return standing.catalogue.area_of(standing.catalogue.resources[resource_id])
