"""What one person has done, claims and wants; a change returns a new profile."""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, get_args

from msgspec import Struct, field
from msgspec.structs import replace

from planner.core.curriculum import Resource
from planner.core.pauses import joined, pause_of
from planner.core.stamp import OLDEST, usable
from planner.core.values import day_in, day_named, list_in, number_in, text_in, texts_in

FORMAT: Final = 1
"""The version of the profile format that is written here."""

Status = Literal["todo", "doing", "done", "skipped"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)

Entry = Mapping[str, Any]
"""Fields of one entry, its stamp `at` among them; fields that are not known are kept."""
Key = tuple[str, str]
"""Table and name of an entry: ("progress", "ddia")."""

TABLES: Final = (
    *("settings", "claims", "progress", "notes", "sessions", "pauses", "pins", "plan", "timer"),
    "elections",
)

_READ_FROM: Final = {**{name: name for name in TABLES}, "stretches": "sessions", "minutes": "sessions"}
"""By what a profile is read as, the table that says it."""


class Progress(Struct, frozen=True):
    """How far someone is with one resource."""

    status: Status = "todo"
    known: bool = False
    """Knew it before planner."""
    parts: int = 0
    """Parts ticked."""
    started: date | None = None
    finished: date | None = None


class Stretch(Struct, frozen=True):
    """One stretch of study."""

    resource: str
    """Id of the resource as it was called then."""
    minutes: int
    day: date | None
    """The person's own day; None where the entry names none."""
    name: str = ""
    """Name of its entry."""


class Settings(Struct, frozen=True):
    """What someone told planner about themselves; None where they did not."""

    title: str | None = None
    """The role they were nearest to at the start."""
    target: str | None = None
    via: str | None = None
    """The role on the way; "none" for no stop."""
    domain: str | None = None
    hours_per_week: float | None = None
    free_only: bool = False
    theme: str | None = None


class Plan(Struct, frozen=True):
    """The path that someone adopted."""

    legs: tuple[tuple[str, tuple[str, ...]], ...]
    """Each role on the way with the items that lead to it, in order, those done since included."""
    day: date | None = None
    """When it was adopted."""
    hours: float = 0.0
    """Hours that it had left then."""
    short: frozenset[str] = frozenset()
    """Roles that could not be reached then."""
    pins: frozenset[str] = frozenset()
    """What was pinned then: an item that no longer is leaves the path."""
    moved: frozenset[str] = frozenset()
    """Items to which the person gave another place."""
    within: float | None = None
    """Share by which it was longer than the shortest path there may be, at the most; None if nobody knew."""
    basis: str = ""
    """What it was computed on, in brief: what could not be reached may be reached on another basis."""


class Profile(Struct, frozen=True, dict=True):
    """One person's entries, by table and name, each with the stamp of when it was written.

    The typed views read what they understand and pass over the rest, which is kept all the same.
    """

    profile_id: str
    tables: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Anything else found at the top of the file."""

    def entry(self, key: Key) -> Entry | None:
        """Return one entry as it stands, or None."""
        return self.tables.get(key[0], {}).get(key[1])

    def with_entries(self, entries: Mapping[Key, Entry]) -> "Profile":
        """Return this profile with these entries in place of what was there."""
        tables = dict(self.tables)
        touched = {table: dict(tables.get(table, {})) for table, _ in entries}
        for (table, name), entry in entries.items():
            touched[table][name] = entry
        changed = Profile(self.profile_id, tables | touched, self.extra)
        vars(changed).update(self._still_known(touched, entries))
        return changed

    def _still_known(
        self, touched: Container[str], entries: Mapping[Key, Entry]
    ) -> Iterator[tuple[str, object]]:
        """Go through what was read from tables that stay, and what these entries change little of."""
        for view, value in vars(self).copy().items():  # another thread may be reading more
            if view in _READ_FROM and _READ_FROM[view] not in touched:
                yield view, value
            elif view == "progress":
                anew = {name: _progress(each) for (table, name), each in entries.items() if table == view}
                yield view, {**self.progress, **anew}
        newest = max((usable(each.get("at")) for each in entries.values()), default=OLDEST)
        if "newest_stamp" in vars(self) and newest >= self.newest_stamp:
            yield "newest_stamp", newest

    @cached_property
    def newest_stamp(self) -> str:
        """The greatest stamp in the profile."""
        stamps = (usable(entry.get("at")) for table in self.tables.values() for entry in table.values())
        return max(stamps, default=OLDEST)

    @cached_property
    def claims(self) -> Mapping[str, float]:
        """Competency id to what is said to be known already, 0-100; zeros are left out."""
        values = {name: number_in(entry.get("value")) for name, entry in self._table("claims").items()}
        return {name: min(100.0, value) for name, value in values.items() if value > 0}

    @cached_property
    def settings(self) -> Settings:
        """What someone told planner about themselves."""
        hours = number_in(self._setting("hours_per_week"))
        return Settings(
            title=text_in(self._setting("title")),
            target=text_in(self._setting("target")),
            via=text_in(self._setting("via")),
            domain=text_in(self._setting("domain")),
            hours_per_week=hours if hours > 0 else None,
            free_only=self._setting("free_only") is True,
            theme=text_in(self._setting("theme")),
        )

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Resource id to how far someone is with it."""
        return {name: _progress(entry) for name, entry in self._table("progress").items()}

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """What was studied when; deleted stretches, which have no minutes, are left out."""
        found = (_stretch(name, entry) for name, entry in self._table("sessions").items())
        return tuple(each for each in found if each is not None)

    @cached_property
    def minutes(self) -> Mapping[str, int]:
        """Resource id to the minutes logged on it."""
        logged: dict[str, int] = {}
        for each in self.stretches:
            logged[each.resource] = logged.get(each.resource, 0) + each.minutes
        return logged

    @cached_property
    def last_stamps(self) -> Mapping[str, str]:
        """Resource id to the stamp of what was last told about it: its progress, or time spent on it."""
        last = {name: usable(entry.get("at")) for name, entry in self._table("progress").items()}
        for entry in self._table("sessions").values():
            name = text_in(entry.get("resource")) or ""
            last[name] = max(last.get(name, OLDEST), usable(entry.get("at")))
        return last

    @cached_property
    def pins(self) -> frozenset[str]:
        """Ids of resources that a path must contain."""
        return frozenset(name for name, entry in self._table("pins").items() if entry.get("value") is True)

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """Resource id to what someone wrote about it."""
        texts = {name: text_in(entry.get("text")) for name, entry in self._table("notes").items()}
        return {name: text for name, text in texts.items() if text}

    def note_of(self, resource: Resource) -> str:
        """Return what someone wrote about a resource, under today's id or a former one."""
        ids = (resource.id, *resource.formerly)
        return next((self.notes[each] for each in ids if each in self.notes), "")

    @cached_property
    def pauses(self) -> tuple[tuple[date, date], ...]:
        """First and last days of the stretches without study, in order; what touches is one stretch."""
        found = (pause_of(entry) for entry in self._table("pauses").values())
        return joined(each for each in found if each is not None)

    @cached_property
    def elections(self) -> tuple[tuple[date, str], ...]:
        """The days on which a domain was chosen, with the domain, in order."""
        pairs = (
            (day_named(name), text_in(entry.get("value"))) for name, entry in self._table("elections").items()
        )
        return tuple(sorted((day, domain) for day, domain in pairs if day and domain))

    @cached_property
    def plan(self) -> Plan | None:
        """The adopted path, if there is one."""
        entry = self._table("plan").get("adopted", {})
        legs = tuple(filter(None, map(_planned_leg, list_in(entry.get("legs")))))
        plan = Plan(
            legs,
            day=day_in(entry.get("day")),
            hours=number_in(entry.get("hours")),
            short=frozenset(texts_in(entry.get("short"))),
            pins=frozenset(texts_in(entry.get("pins"))),
            moved=frozenset(texts_in(entry.get("moved"))),
            within=number_in(entry["within"]) if "within" in entry else None,
            basis=text_in(entry.get("basis")) or "",
        )
        return plan if legs else None

    def pins_now(self, renamed: Mapping[str, str]) -> frozenset[str]:
        """Return the pinned ids as they are called today, given former ids and what became of them."""
        table = self._table("pins")
        former = {each for each in self.pins if table.get(renamed.get(each, ""), {}).keys() - {"at"}}
        return frozenset(renamed.get(each, each) for each in self.pins - former)

    def progress_of(self, resource: Resource) -> Progress:
        """Return how far someone is with a resource, under today's id or a former one."""
        found = self.progress.get(self.key_of(resource), _UNTOUCHED)
        return found if found.parts <= resource.parts else replace(found, parts=resource.parts)

    def minutes_of(self, resource: Resource) -> int:
        """Return the minutes logged on a resource, under today's id and former ones."""
        if not self.minutes:
            return 0
        return sum(self.minutes.get(each, 0) for each in (resource.id, *resource.formerly))

    def key_of(self, resource: Resource) -> str:
        """Return the id under which the profile knows a resource; an undone entry knows nothing."""
        if not resource.formerly:
            return resource.id
        table = self._table("progress")
        ids = (resource.id, *resource.formerly)
        return next((each for each in ids if table.get(each, {}).keys() - {"at"}), resource.id)

    def _table(self, name: str) -> Mapping[str, Entry]:
        return self.tables.get(name, {})

    def _setting(self, name: str) -> object:
        return self._table("settings").get(name, {}).get("value")


_UNTOUCHED: Final = Progress()


def _progress(entry: Entry) -> Progress:
    status = entry.get("status")
    return Progress(
        status=status if status in STATUSES else "todo",
        known=entry.get("known") is True,
        parts=int(number_in(entry.get("parts"))),
        started=day_in(entry.get("started")),
        finished=day_in(entry.get("finished")),
    )


def _stretch(name: str, entry: Entry) -> Stretch | None:
    resource, minutes = entry.get("resource"), int(number_in(entry.get("minutes")))
    if not isinstance(resource, str) or minutes <= 0:
        return None
    return Stretch(resource, minutes, day_in(entry.get("day")), name)


def _planned_leg(leg: object) -> tuple[str, tuple[str, ...]] | None:
    if not isinstance(leg, Mapping) or not isinstance(leg.get("target"), str):
        return None
    return leg["target"], texts_in(leg.get("items"))
