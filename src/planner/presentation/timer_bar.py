"""The running timer in the bar on top."""

from datetime import datetime

from planner.core.text import clean
from planner.core.timer import Timer
from planner.presentation.figures import clock
from planner.presentation.lines import Line, cells, crop, line

_LEAST_TITLE = 6


def in_bar(timer: Timer, title: str, now: datetime, room: int) -> Line:
    """Return the running timer for a bar with room for so many cells; its time at the least."""
    time = clock(timer.minutes(now))
    left = room - cells(time) - 4
    name = f" {crop(clean(title), left - 1)}" if left > _LEAST_TITLE else ""
    return line(("▶ ", "you"), (time, "bad" if timer.is_forgotten(now) else "strong"), (name, "dim"), "  ")
