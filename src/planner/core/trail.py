"""Where someone stood on earlier days, scored by what the curricula say today.

What was done on a day counts from that day on. Claims, and what was known before, have no day on which
they came true: they count from the beginning, so that a trail shows what was done and nothing else.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.history import WEEK, History
from planner.core.profile import Entry, Profile
from planner.core.skill import Position, assess
from planner.core.stamp import day_of
from planner.core.values import day_in

_MOST: Final = 24
"""Points of a trail; a longer one keeps every second, every third …"""


class Footprint(Struct, frozen=True):
    """Where someone stood at the end of a day."""

    day: date
    position: Position


def begun(history: History) -> date | None:
    """Return the day of the first thing that was studied, finished or told; None for nothing yet."""
    days = [day_of(entry.get("at")) for entry in history.profile.tables.get("settings", {}).values()]
    known = [day for day in days if day is not None]
    known += [*list(history.days)[:1], *(each.day for each in history.finished[:1])]
    return min(known, default=None)


def trail(history: History) -> tuple[Footprint, ...]:
    """Return where someone stood at the beginning and after each week in which something was done."""
    first = begun(history)
    if first is None or not history.weeks:
        return ()
    ends = [first - timedelta(days=1)]
    ends += [monday + WEEK - timedelta(days=1) for monday in history.weeks]
    past = [day for day in ends if day < history.today]
    step = -(-len(past) // _MOST) or 1
    return tuple(Footprint(day, position_on(history.catalogue, history.profile, day)) for day in past[::step])


def position_on(catalogue: Catalogue, profile: Profile, day: date) -> Position:
    """Return where someone stood at the end of a day."""
    return assess(catalogue, profile_on(profile, day)).position


def profile_on(profile: Profile, day: date) -> Profile:
    """Return a profile without what was done after a day, and with the domain that was chosen then."""
    tables = dict(profile.tables)
    tables["progress"] = {name: _until(entry, day) for name, entry in _entries(profile, "progress")}
    tables["sessions"] = {
        name: entry for name, entry in _entries(profile, "sessions") if _is_until(entry.get("day"), day)
    }
    elected = [value for since, value in profile.elections if since <= day]
    if elected:
        settings = dict(tables.get("settings", {}))
        settings["domain"] = {**settings.get("domain", {}), "value": elected[-1]}
        tables["settings"] = settings
    return Profile(profile.profile_id, tables, profile.extra)


def _entries(profile: Profile, table: str) -> Iterator[tuple[str, Entry]]:
    yield from profile.tables.get(table, {}).items()


def _until(entry: Mapping[str, object], day: date) -> Entry:
    """Return what a progress entry said at the end of a day, as far as it tells."""
    finished, changed = day_in(entry.get("finished")), day_of(entry.get("at"))
    is_later = finished is not None and finished > day
    if not is_later and (finished is not None or changed is None or changed <= day):
        return entry
    kept = {name: value for name, value in entry.items() if name not in ("parts", "finished")}
    if is_later:
        kept["status"] = "doing" if _is_until(entry.get("started"), day) else "todo"
    return kept


def _is_until(value: object, day: date) -> bool:
    then = day_in(value)
    return then is not None and then <= day
