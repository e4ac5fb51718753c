"""A change to a profile, and taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.core.profile import Entry, Key, Profile


@dataclass(frozen=True, slots=True)
class Change:
    """The keys a change touched: what stood there, and what it wrote."""

    label: str
    """What happened, in words: `DDIA: done`."""
    before: Mapping[Key, Entry | None]
    after: Mapping[Key, Entry]
    takes_back: str = ""
    """Stamp of the change of which this is the opposite."""

    @property
    def stamp(self) -> str:
        """The stamp under which it was written, which names it."""
        return max((str(entry.get("at", "")) for entry in self.after.values()), default="")


def write(
    profile: Profile, entries: Mapping[Key, Entry], *, stamp: str, label: str
) -> tuple[Profile, Change]:
    """Return the profile with the entries written under one stamp, and the change that this was."""
    stamped = {key: {**entry, "at": stamp} for key, entry in entries.items()}
    before = {key: profile.entry(key) for key in stamped}
    return profile.with_entries(stamped), Change(label, before, stamped)


def take_back(profile: Profile, change: Change, *, stamp: str) -> tuple[Profile, Change, tuple[Key, ...]]:
    """Return the profile as it was before a change, the opposite change, and the keys left alone.

    A key is left alone where something else was written since. A key that did not exist before gets
    an entry with nothing but its stamp: a state, because absence is not a deletion.
    """
    intact = [key for key, entry in change.after.items() if _fields(profile.entry(key)) == _fields(entry)]
    left_alone = tuple(key for key in change.after if key not in intact)
    former = {key: _fields(change.before[key]) for key in intact}
    restored, opposite = write(profile, former, stamp=stamp, label=change.label)
    return restored, replace(opposite, takes_back=change.stamp), left_alone


def _fields(entry: Entry | None) -> Entry:
    """Return what an entry says, its stamp aside; none says as much as an empty one."""
    return {name: value for name, value in (entry or {}).items() if name != "at"}
