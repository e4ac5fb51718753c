"""What one person has done, claims and wants; a change returns a new profile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, get_args

from planner.core.curriculum import Resource
from planner.core.stamp import OLDEST, usable

FORMAT: Final = 1
"""The version of the profile format that is written here."""

Status = Literal["todo", "doing", "done", "skipped"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)

Entry = Mapping[str, Any]
"""Fields of one entry, its stamp `at` among them; fields that are not known are kept."""
Key = tuple[str, str]
"""Table and name of an entry: ("progress", "ddia")."""

TABLES: Final = ("settings", "claims", "progress", "notes", "sessions", "pauses", "pins", "plan", "timer")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far someone is with one resource."""

    status: Status = "todo"
    known: bool = False
    """Knew it before planner."""
    parts: int = 0
    """Parts ticked."""
    started: date | None = None
    finished: date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
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


@dataclass(frozen=True)
class Profile:
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
        tables = {name: dict(table) for name, table in self.tables.items()}
        for (table, name), entry in entries.items():
            tables.setdefault(table, {})[name] = entry
        return Profile(self.profile_id, tables, self.extra)

    @cached_property
    def newest_stamp(self) -> str:
        """The greatest stamp in the profile."""
        stamps = (usable(entry.get("at")) for table in self.tables.values() for entry in table.values())
        return max(stamps, default=OLDEST)

    @cached_property
    def claims(self) -> Mapping[str, float]:
        """Competency id to what is said to be known already, 0-100; zeros are left out."""
        values = {name: _number(entry.get("value")) for name, entry in self._table("claims").items()}
        return {name: min(100.0, value) for name, value in values.items() if value > 0}

    @cached_property
    def settings(self) -> Settings:
        """What someone told planner about themselves."""
        hours = _number(self._setting("hours_per_week"))
        return Settings(
            title=_text(self._setting("title")),
            target=_text(self._setting("target")),
            via=_text(self._setting("via")),
            domain=_text(self._setting("domain")),
            hours_per_week=hours if hours > 0 else None,
            free_only=self._setting("free_only") is True,
            theme=_text(self._setting("theme")),
        )

    @cached_property
    def progress(self) -> Mapping[str, Progress]:
        """Resource id to how far someone is with it."""
        return {name: _progress(entry) for name, entry in self._table("progress").items()}

    @cached_property
    def minutes(self) -> Mapping[str, int]:
        """Resource id to the minutes logged on it."""
        logged: dict[str, int] = {}
        for entry in self._table("sessions").values():
            resource, minutes = entry.get("resource"), _number(entry.get("minutes"))
            if isinstance(resource, str) and minutes > 0:
                logged[resource] = logged.get(resource, 0) + int(minutes)
        return logged

    @cached_property
    def pins(self) -> frozenset[str]:
        """Ids of resources that a path must contain."""
        return frozenset(name for name, entry in self._table("pins").items() if entry.get("value") is True)

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
    started, finished = entry.get("started"), entry.get("finished")
    return Progress(
        status=status if status in STATUSES else "todo",
        known=entry.get("known") is True,
        parts=int(_number(entry.get("parts"))),
        started=started if isinstance(started, date) else None,
        finished=finished if isinstance(finished, date) else None,
    )


def _number(value: object) -> float:
    """Return a finite number of at least 0; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < float("inf") else 0.0


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
