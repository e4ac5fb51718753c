"""The timer of a device: what it runs for, since when, and what starting and stopping it write.

Each device has one, under its own name, so that no two of them disturb each other.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from msgspec import Struct

from planner.core import marking
from planner.core.curriculum import Resource
from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import usable

LONGEST: Final = 8 * 60
"""Minutes after which nobody is believed to have studied all the time."""


class Timer(Struct, frozen=True):
    """A timer that runs."""

    resource: str
    """Id of the resource as it was called when the timer was started."""
    since: datetime
    """When it was started, an aware time."""
    stamp: str
    """Names this run of the timer, and the stretch of study that comes of it."""

    def minutes(self, now: datetime) -> int:
        """Return the whole minutes that it has run for; none by a clock that went back."""
        return max(0, int((now - self.since).total_seconds() // 60))

    def until_next_minute(self, now: datetime) -> float:
        """Return the seconds until it has run for another whole minute."""
        return 60 - (now - self.since).total_seconds() % 60

    def is_forgotten(self, now: datetime) -> bool:
        """Return whether it has run for so long that the person has to say how long it really was."""
        return self.minutes(now) > LONGEST

    def day(self, now: datetime) -> date:
        """Return the person's own day on which it was started, given a time of theirs."""
        return self.since.astimezone(now.tzinfo).date()


def running(profile: Profile, device: str) -> Timer | None:
    """Return the timer of a device, if it runs."""
    entry = profile.entry(("timer", device)) or {}
    resource, since = entry.get("resource"), entry.get("started")
    if not isinstance(resource, str) or not isinstance(since, datetime) or since.utcoffset() is None:
        return None
    return Timer(resource, since, usable(entry.get("at")))


def started(profile: Profile, resource: Resource, device: str, now: datetime) -> Mapping[Key, Entry]:
    """Return what starting the timer writes; it starts what was still to do."""
    entries: dict[Key, Entry] = {
        ("timer", device): {
            "resource": resource.id,
            "started": now.astimezone(UTC).replace(microsecond=0),
        },
    }
    progress = profile.progress_of(resource)
    if progress.status == "todo" and not progress.known:
        entries |= marking.marked(profile, resource, "doing", now.date())
    return entries


def stopped(timer: Timer, device: str, minutes: int, day: date) -> Mapping[Key, Entry]:
    """Return what stopping the timer writes: a stretch of study, unless it is to be nothing.

    The stretch has the run's own name, so that a run that is stopped in two terminals is logged once.
    """
    entries: dict[Key, Entry] = {("timer", device): {}}
    if minutes > 0:
        stretch = {"resource": timer.resource, "day": day, "minutes": minutes}
        entries[("sessions", timer.stamp or timer.since.isoformat())] = stretch
    return entries
