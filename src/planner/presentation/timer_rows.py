"""The timer for the shell: whether it runs, on what and for how long."""

from datetime import datetime
from typing import TypedDict

from planner.core.text import clean
from planner.core.timer import Timer
from planner.presentation.documents import FORMAT
from planner.presentation.figures import clock
from planner.presentation.lines import Line, line
from planner.presentation.shapes import Format
from planner.presentation.time_rows import begun


class RunningShape(TypedDict):
    """A timer that runs."""

    resource: str
    title: str
    since: str
    minutes: int


class TimerShape(TypedDict):
    """`planner timer status --json`: the timer of this machine, or null where none runs."""

    format: Format
    timer: RunningShape | None


def draw(timer: Timer | None, title: str, now: datetime) -> Line:
    """Return the timer as one line."""
    if timer is None:
        return line(("No timer runs on this machine.", "dim"))
    said = f"{clean(title)}, {begun(timer, now)}"
    return line((f"▶ {clock(timer.minutes(now))} ", "you"), said)


def document(timer: Timer | None, title: str, now: datetime) -> TimerShape:
    """Return the timer for scripts."""
    if timer is None:
        return {"format": FORMAT, "timer": None}
    return {
        "format": FORMAT,
        "timer": {
            "resource": timer.resource,
            "title": title,
            "since": timer.since.astimezone(now.tzinfo).isoformat(timespec="seconds"),
            "minutes": timer.minutes(now),
        },
    }
