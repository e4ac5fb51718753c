"""Two versions of one profile become one, whoever wrote last."""

from collections.abc import Mapping
from typing import Any

from planner.core.profile import Entry, Profile
from planner.core.stamp import usable


def merge(ours: Profile, theirs: Profile) -> Profile:
    """Return the join of two versions of a profile: per key the entry with the greater stamp.

    Equal stamps are settled by the entry's canonical text, so the join is commutative, associative
    and idempotent. Tables that are not known join like any other; what else a later planner may have
    written has no stamps, and joins field by field.
    """
    tables = {
        name: _join(ours.tables.get(name, {}), theirs.tables.get(name, {}))
        for name in sorted(ours.tables.keys() | theirs.tables.keys())
    }
    extra = _joined_fields(ours.extra, theirs.extra)
    return Profile(min(ours.profile_id, theirs.profile_id), tables, _without_entries(extra, tables))


def _join(ours: Mapping[str, Entry], theirs: Mapping[str, Entry]) -> Mapping[str, Entry]:
    if ours is theirs:
        return ours
    joined = {**theirs, **ours}
    for name in ours.keys() & theirs.keys():
        if ours[name] is not theirs[name]:
            joined[name] = _later(ours[name], theirs[name])
    return joined


def _later(ours: Entry, theirs: Entry) -> Entry:
    """Return the entry that was written later."""
    if ours.get("at") == theirs.get("at") and repr(ours) == repr(theirs):
        return ours
    one, other = usable(ours.get("at")), usable(theirs.get("at"))
    if one != other:
        return ours if one > other else theirs
    return max(ours, theirs, key=canonical)


def _joined_fields(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Mapping[str, Any]:
    both = {name: _joined_value(ours[name], theirs[name]) for name in ours.keys() & theirs.keys()}
    return {**ours, **theirs, **both}


def _joined_value(one: object, other: object) -> object:
    """Return the join of two values without stamps: a table says more than a value."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _joined_fields(one, other)
    return max(one, other, key=lambda value: (isinstance(value, Mapping), canonical(value)))


def _without_entries(
    extra: Mapping[str, Any], tables: Mapping[str, Mapping[str, Entry]]
) -> Mapping[str, Any]:
    """Return the fields without those whose place an entry has taken."""
    kept: dict[str, Any] = {}
    for name, value in extra.items():
        if not tables.get(name):
            kept[name] = value
        elif isinstance(value, Mapping):
            kept[name] = {field: each for field, each in value.items() if field not in tables[name]}
    return kept


def canonical(value: object) -> str:
    """Return a text that two values share only where they are the same, whatever the order of their keys."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{name!r}:{canonical(value[name])}" for name in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return repr(value)
