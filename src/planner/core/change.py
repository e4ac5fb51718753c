"""A change to a profile, and taking it back."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import usable

_FIELD_BY_FIELD = frozenset({"progress"})
"""Tables whose entries hold several facts; an entry of the others is one fact."""


class Change(Struct, frozen=True):
    """The keys a change touched: what stood there, and what it wrote."""

    label: str
    """What happened, in words: `DDIA: done`."""
    before: Mapping[Key, Entry | None]
    after: Mapping[Key, Entry]
    takes_back: str = ""
    """Stamp of the change of which this is the opposite."""
    reason: str = ""
    """Why a backup is made before it is saved, in any case; empty where the hourly one will do."""

    @property
    def stamp(self) -> str:
        """The stamp under which it was written, which names it."""
        return max((str(entry.get("at", "")) for entry in self.after.values()), default="")


def write(
    profile: Profile, entries: Mapping[Key, Entry], *, stamp: str, label: str, reason: str = ""
) -> tuple[Profile, Change]:
    """Return the profile with the entries written under one stamp, and the change that this was."""
    stamped = {key: {**entry, "at": stamp} for key, entry in entries.items()}
    before = {key: profile.entry(key) for key in stamped}
    return profile.with_entries(stamped), Change(label, before, stamped, reason=reason)


def apply_again(profile: Profile, changes: Iterable[Change], stamp_for: Callable[[Profile], str]) -> Profile:
    """Return a profile with changes applied to it that were made on an earlier state of it.

    Of someone's progress only the fields that a change touched are written, so that what others wrote
    beside them stays.
    Where another clock has stamped something later, the change gets a new stamp: what the person did
    last is what counts.
    """
    for change in changes:
        entries = {key: _applied(profile.entry(key), change, key) for key in change.after}
        if any(_is_behind(entry, profile.entry(key)) for key, entry in entries.items()):
            stamp = stamp_for(profile)
            entries = {key: {**entry, "at": stamp} for key, entry in entries.items()}
        profile = profile.with_entries(entries)
    return profile


def _applied(there: Entry | None, change: Change, key: Key) -> Entry:
    """Return an entry with what a change wrote into it."""
    before, after = fields_of(change.before[key]), change.after[key]
    if fields_of(there) == before or key[0] not in _FIELD_BY_FIELD:
        return after
    kept = {name: value for name, value in fields_of(there).items() if name not in before or name in after}
    written = {name: value for name, value in after.items() if name not in before or before[name] != value}
    return {**kept, **written}


def _is_behind(entry: Entry, there: Entry | None) -> bool:
    """Return whether an entry would lose against the one that is there."""
    return there is not None and there is not entry and usable(entry.get("at")) <= usable(there.get("at"))


def take_back(profile: Profile, change: Change, *, stamp: str) -> tuple[Profile, Change, tuple[Key, ...]]:
    """Return the profile as it was before a change, the opposite change, and the keys left alone.

    A key is left alone where something else was written since. A key that did not exist before gets
    an entry with nothing but its stamp: a state, because absence is not a deletion.
    """
    intact = [key for key, entry in change.after.items() if fields_of(profile.entry(key)) == fields_of(entry)]
    left_alone = tuple(key for key in change.after if key not in intact)
    former = {key: fields_of(change.before[key]) for key in intact}
    restored, opposite = write(profile, former, stamp=stamp, label=change.label, reason=change.reason)
    return restored, replace(opposite, takes_back=change.stamp), left_alone


def fields_of(entry: Entry | None) -> Entry:
    """Return what an entry says, its stamp aside; none says as much as an empty one."""
    return {name: value for name, value in (entry or {}).items() if name != "at"}
