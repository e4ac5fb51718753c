"""The conditions of a path that a person may change: hours, target, stop, domain, cost, time off."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.pauses import joined, pause_of
from planner.core.profile import Entry, Key, Profile
from planner.core.schedule import DEFAULT_HOURS_PER_WEEK
from planner.core.target import DEFAULT_VIA, NO_VIA, stops

Away = tuple[date, date]
"""First and last day of a stretch without study."""


class Conditions(Struct, frozen=True):
    """What a path is found and dated under."""

    hours_per_week: float
    target: str
    """Id of the role aimed at; empty where there is none."""
    via: str
    """Id of the role on the way, or "none"."""
    domain: str
    """Id of the chosen domain; empty where none is chosen."""
    free_only: bool
    away: tuple[Away, ...] = ()
    """Stretches without study that are not over, in order."""


def conditions_of(catalogue: Catalogue, profile: Profile, today: date) -> Conditions:
    """Return the conditions that hold for a person."""
    settings = profile.settings
    roles = stops(catalogue, settings)
    via = settings.via or DEFAULT_VIA
    return Conditions(
        hours_per_week=settings.hours_per_week or DEFAULT_HOURS_PER_WEEK,
        target=roles[-1].id if roles else "",
        via=via if via in catalogue.roles else NO_VIA,
        domain=settings.domain or "",
        free_only=settings.free_only,
        away=tuple(each for each in profile.pauses if each[1] >= today),
    )


def written(profile: Profile, before: Conditions, after: Conditions) -> Mapping[Key, Entry]:
    """Return what a profile says once these conditions hold in place of those before."""
    entries: dict[Key, Entry] = {
        ("settings", name): {"value": getattr(after, name)}
        for name in ("hours_per_week", "target", "via", "domain", "free_only")
        if getattr(after, name) != getattr(before, name)
    }
    if after.away != before.away:
        entries |= _time_off(profile, set(before.away), joined(after.away))
    return entries


def _time_off(profile: Profile, before: Collection[Away], after: Iterable[Away]) -> Mapping[Key, Entry]:
    """Return what is written so that the stretches to come are these and no others."""
    entries: dict[Key, Entry] = {}
    left = set(after)
    for name, entry in profile.tables.get("pauses", {}).items():
        pause = pause_of(entry)
        if pause in left:
            left.remove(pause)
        elif pause and any(first <= pause[0] and pause[1] <= last for first, last in before):
            entries["pauses", name] = {}
    return entries | {("pauses", first.isoformat()): {"from": first, "to": last} for first, last in left}
