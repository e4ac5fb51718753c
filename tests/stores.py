"""A profile's store for tests, and what is done to it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from planner.core.change import write
from planner.core.pending import Pending
from planner.core.profile import Key, Profile
from planner.core.stamp import stamp_after
from planner.storage.profile_file import Snapshot
from planner.storage.profile_store import ProfileStore

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
DEVICE = "testtest"


def store_of(file: Path) -> ProfileStore:
    """Return the store of a profile, its state folder beside the file's."""
    return ProfileStore(file, file.parent.with_name(f"{file.parent.name}-state"), DEVICE)


def doing(base: Profile, entries: Mapping[Key, Mapping[str, Any]], *, is_new: bool = False) -> Pending:
    """Return a change to a profile that is still to be saved."""
    stamp = stamp_after(base.newest_stamp, NOW, DEVICE)
    _, change = write(base, entries, stamp=stamp, label="test")
    return Pending(base, (change,), is_new=is_new)


def done(*ids: str) -> Mapping[Key, Mapping[str, Any]]:
    """Return what marks resources as done."""
    return {("progress", each): {"status": "done"} for each in ids}


def save(
    store: ProfileStore,
    pending: Pending,
    seen: Snapshot | None = None,
    *,
    reason: str = "",
    later: timedelta = timedelta(),
) -> Snapshot:
    """Save a change at a fixed time, or so much later."""
    now = NOW + later

    def stamp_for(profile: Profile) -> str:
        return stamp_after(profile.newest_stamp, now, DEVICE)

    return store.save(pending, seen, stamp_for, now, reason)
