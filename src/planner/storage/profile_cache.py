"""A profile as it was parsed last, for the next start; never trusted blindly, never needed.

It is taken only where the file still holds the very same bytes. A cache that is missing, torn or of
another planner is silently passed over, and the profile is parsed again.
"""

import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from planner.core.profile import FORMAT, TABLES, Profile
from planner.storage import profile_file
from planner.storage.guard import PROFILE_BYTES
from planner.storage.profile_file import Snapshot
from planner.storage.sealed import seal, unseal

_MAGIC = b"planner profile 1\n"
_MOST = 4 * PROFILE_BYTES
_KEY = (sys.version, FORMAT, TABLES, Profile.__struct_fields__)
"""Changes with what is made of a profile, so that another planner's cache is never taken for ours."""


def read(file: Path, cache: Path) -> Snapshot | None:
    """Return the profile in a file, or None when there is no such file; what was parsed anew is kept.

    Raises:
        ProfileError: there is one, but it cannot be read as a profile.
    """
    known = _recall(cache)
    seen = profile_file.read(file, known)
    if seen is not None and seen is not known:
        _keep(cache, seen)
    return seen


def _recall(cache: Path) -> Snapshot | None:
    """Return the profile that was kept last, with what its file held then."""
    payload = unseal(cache, _MAGIC, _MOST)
    if payload is None:
        return None
    try:
        key, content, version, name, tables, extra = marshal.loads(payload)  # noqa: S302 - ours: its checksum is right
        if key != _KEY:
            return None
        unpacked = {
            table: {each: _unpacked(entry) for each, entry in entries.items()}
            for table, entries in tables.items()
        }
        return Snapshot(Profile(name, unpacked, extra), content, version)
    except (ValueError, TypeError, EOFError):
        return None


def _keep(cache: Path, parsed: Snapshot) -> None:
    """Keep a profile; one that holds what marshal does not know, as a time, is parsed again each time."""
    profile = parsed.profile
    tables = {
        table: {each: _packed(entry) for each, entry in entries.items()}
        for table, entries in profile.tables.items()
    }
    whole: Any = (_KEY, parsed.content, parsed.format, profile.profile_id, tables, profile.extra)
    with suppress(ValueError):
        seal(cache, _MAGIC, marshal.dumps(whole))


def _packed(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an entry as marshal knows it: a day as a tuple with its number, as TOML has no tuples."""
    return {name: (each.toordinal(),) if type(each) is date else each for name, each in entry.items()}


def _unpacked(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    for each in entry.values():
        if type(each) is tuple:
            return {
                name: date.fromordinal(*value) if type(value) is tuple else value
                for name, value in entry.items()
            }
    return entry
