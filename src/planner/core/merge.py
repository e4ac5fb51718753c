"""Two versions of one profile become one, whoever wrote last."""

import json
from collections.abc import Mapping

from planner.core.profile import Entry, Profile
from planner.core.stamp import usable


def merge(ours: Profile, theirs: Profile) -> Profile:
    """Return the join of two versions of a profile: per key the entry with the greater stamp.

    Equal stamps are settled by the entry's canonical text, so the join is commutative, associative
    and idempotent. Tables that are not known join like any other.
    """
    tables = {
        name: _join(ours.tables.get(name, {}), theirs.tables.get(name, {}))
        for name in sorted(ours.tables.keys() | theirs.tables.keys())
    }
    extra = {
        name: max((side[name] for side in (ours.extra, theirs.extra) if name in side), key=_canonical)
        for name in sorted(ours.extra.keys() | theirs.extra.keys())
    }
    return Profile(min(ours.profile_id, theirs.profile_id), tables, extra)


def _join(ours: Mapping[str, Entry], theirs: Mapping[str, Entry]) -> Mapping[str, Entry]:
    joined = {**theirs, **ours}
    for name in ours.keys() & theirs.keys():
        if ours[name] is not theirs[name]:
            joined[name] = max(ours[name], theirs[name], key=_rank)
    return joined


def _rank(entry: Entry) -> tuple[str, str]:
    return usable(entry.get("at")), _canonical(entry)


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=lambda other: f"{type(other).__name__}:{other}")
