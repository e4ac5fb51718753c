"""What differs between two profiles, and what to write so that it no longer does."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from planner.core.change import fields_of
from planner.core.merge import canonical
from planner.core.profile import Entry, Key, Profile

_OF_THE_DEVICE = frozenset({"timer"})
"""Tables whose entries mean nothing elsewhere or at another time."""


class Disagreement(Struct, frozen=True):
    """One entry that says something else, or nothing, in another profile; stamps aside."""

    key: Key
    ours: Entry
    """What it says here; empty where it says nothing."""
    theirs: Entry
    """What it says there."""


def disagreements(ours: Profile, theirs: Profile) -> tuple[Disagreement, ...]:
    """Return what differs in another profile, by table and name."""
    keys = {(table, name) for side in (ours, theirs) for table in side.tables for name in side.tables[table]}
    found = (
        Disagreement(key, fields_of(ours.entry(key)), fields_of(theirs.entry(key)))
        for key in sorted(keys)
        if key[0] not in _OF_THE_DEVICE
    )
    return tuple(each for each in found if canonical(each.ours) != canonical(each.theirs))


def additions(different: Iterable[Disagreement], *, replacing: bool) -> Mapping[Key, Entry]:
    """Return what the other profile adds; with `replacing`, also where it says something else than ours."""
    return {each.key: each.theirs for each in different if each.theirs and (replacing or not each.ours)}


def restorations(different: Iterable[Disagreement]) -> Mapping[Key, Entry]:
    """Return what makes ours say the same as the other profile; where that says nothing, so will ours."""
    return {each.key: each.theirs for each in different}
