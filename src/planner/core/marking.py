"""What marking, ticking and setting up write into a profile."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import Resource
from planner.core.profile import Entry, Key, Profile
from planner.core.target import DEFAULT_TARGET, DEFAULT_VIA

Mark = Literal["todo", "doing", "done", "known", "skipped"]
MARKS: tuple[Mark, ...] = ("todo", "doing", "done", "known", "skipped")
NO_TITLE = "none"
"""Title of someone who is near none of the roles yet."""


def marked(profile: Profile, resource: Resource, mark: Mark, today: date) -> Mapping[Key, Entry]:
    """Return what marking a resource writes."""
    entry = _entry(profile, resource)
    if mark == "known":
        entry["known"] = True
        if entry.get("status") == "skipped":
            entry["status"] = "todo"
    else:
        entry["status"] = mark
    if mark == "todo":
        for name in ("known", "parts", "started", "finished"):
            entry.pop(name, None)
    if mark == "doing":
        entry.setdefault("started", today)
    if mark in ("doing", "skipped"):
        entry.pop("finished", None)
    if mark == "done" and profile.progress_of(resource).status != "done":
        entry["finished"] = today
    return {("progress", resource.id): entry}


def has_mark(profile: Profile, resource: Resource, mark: Mark) -> bool:
    """Return whether a resource is marked so."""
    progress = profile.progress_of(resource)
    return progress.known if mark == "known" else progress.status == mark


def mark_toggled(profile: Profile, resource: Resource, mark: Mark, today: date) -> Mapping[Key, Entry]:
    """Return what marking a resource writes; marked so already, it goes back to as it was."""
    if not has_mark(profile, resource, mark):
        return marked(profile, resource, mark, today)
    entry = _entry(profile, resource)
    if mark == "known":
        entry.pop("known", None)
    else:
        entry["status"] = _as_it_was(profile, resource, mark)
        entry.pop("finished", None)
    return {("progress", resource.id): entry}


def toggled(profile: Profile, resource: Resource, today: date) -> Mapping[Key, Entry]:
    """Return what checking a resource off writes; checked off already, it goes back to as it was."""
    return mark_toggled(profile, resource, "done", today)


def ticked(profile: Profile, resource: Resource, parts: int, today: date) -> Mapping[Key, Entry]:
    """Return what ticking this many parts of a resource writes; the first one starts it."""
    entry = _entry(profile, resource)
    entry["parts"] = max(0, min(resource.parts, parts))
    if entry["parts"] and profile.progress_of(resource).status == "todo":
        entry["status"] = "doing"
        entry.setdefault("started", today)
    return {("progress", resource.id): entry}


def logged(profile: Profile, resource: Resource, minutes: int, day: date, name: str) -> Mapping[Key, Entry]:
    """Return what a stretch of study writes, under a name of its own; it starts what was still to do."""
    entries: dict[Key, Entry] = {
        ("sessions", name): {"resource": resource.id, "day": day, "minutes": minutes},
    }
    if profile.progress_of(resource).status == "todo" and not profile.progress_of(resource).known:
        entries |= marked(profile, resource, "doing", day)
    return entries


def relogged(profile: Profile, name: str, minutes: int, day: date) -> Mapping[Key, Entry]:
    """Return what correcting a stretch of study writes; without minutes it is no more."""
    entry = dict(profile.entry(("sessions", name)) or {})
    return {("sessions", name): {**entry, "minutes": minutes, "day": day}}


def checked_off(
    catalogue: Catalogue,
    profile: Profile,
    marks: Mapping[str, Iterable[Mark]],
    parts: Mapping[str, int],
    today: date,
) -> Mapping[Key, Entry]:
    """Return what the marks and parts of a list write; what is so already, or further, is left alone."""
    found = profile
    for name, wanted in marks.items():
        resource = catalogue.resources[name]
        for mark in wanted:
            is_done = found.progress_of(resource).status == "done"
            if not has_mark(found, resource, mark) and not (is_done and mark in ("doing", "skipped")):
                found = found.with_entries(marked(found, resource, mark, today))
    for name, ticked_parts in parts.items():
        resource = catalogue.resources[name]
        progress = found.progress_of(resource)
        is_open = progress.status in ("todo", "doing") and not progress.known
        if is_open and progress.parts < ticked_parts:
            found = found.with_entries(ticked(found, resource, ticked_parts, today))
    table = found.tables.get("progress", {})
    before = profile.tables.get("progress", {})
    return {("progress", name): entry for name, entry in table.items() if entry != before.get(name)}


MOST_OF_A_NOTE = 20_000
"""Characters that a note has at the most."""


def noted(profile: Profile, resource: Resource, text: str) -> Mapping[Key, Entry]:
    """Return what a note writes, in place of the one before, whatever id that stands under."""
    former = (each for each in resource.formerly if each in profile.notes)
    return {("notes", resource.id): {"text": text}} | {("notes", each): {"text": ""} for each in former}


def pinned(resource: Resource, *, into_path: bool) -> Mapping[Key, Entry]:
    """Return what pinning a resource writes, or taking the pin out."""
    return {("pins", resource.id): {"value": into_path}}


def claimed(claims: Mapping[str, float]) -> Mapping[Key, Entry]:
    """Return what claims (competency id to percent) write."""
    return {("claims", each): {"value": value} for each, value in claims.items()}


class Answers(Struct, frozen=True):
    """What someone answers to the questions of the first run."""

    title: str
    """Id of the role they are nearest to, or "none"."""
    hours_per_week: float
    domain: str
    target: str = DEFAULT_TARGET
    via: str = DEFAULT_VIA


def set_up(catalogue: Catalogue, profile: Profile, answers: Answers) -> Mapping[Key, Entry]:
    """Return what the answers write: settings, and what someone with that title can usually claim.

    Claims made for another title before are put back to nothing; with the same title they stay.
    """
    entries: dict[Key, Entry] = {
        ("settings", "title"): {"value": answers.title},
        ("settings", "hours_per_week"): {"value": answers.hours_per_week},
        ("settings", "domain"): {"value": answers.domain},
        ("settings", "target"): {"value": answers.target},
        ("settings", "via"): {"value": answers.via},
    }
    role = catalogue.roles.get(answers.title)
    if answers.title == profile.settings.title:
        return entries
    claims = dict.fromkeys(profile.claims, 0.0) | dict(role.typical if role else {})
    return entries | {("claims", each): {"value": claim} for each, claim in claims.items()}


def with_election(entries: Mapping[Key, Entry], today: date) -> Mapping[Key, Entry]:
    """Return entries and, where a domain is chosen among them, on which day that was."""
    chosen = entries.get(("settings", "domain"))
    if chosen is None:
        return entries
    return {**entries, ("elections", today.isoformat()): {"value": chosen.get("value")}}


def _as_it_was(profile: Profile, resource: Resource, mark: Mark) -> str:
    """Return the status that a resource had before it was marked so."""
    progress = profile.progress_of(resource)
    return "doing" if mark != "doing" and (progress.started or progress.parts) else "todo"


def _entry(profile: Profile, resource: Resource) -> dict[str, object]:
    """Return a copy of a resource's entry, also where the profile knows it by a former id."""
    return dict(profile.entry(("progress", profile.key_of(resource))) or {})
