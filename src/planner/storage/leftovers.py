"""What lies beside a profile and is to be put away: copies of file sync, what killed saves left behind."""

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from planner.storage import conflict_copies

_STALE = 3600.0
"""Seconds after which a temporary file of another device is nobody's any more."""
_UNTOUCHED_AFTER = 10.0
"""Seconds after which a temporary file of this device is looked at without a lock: no save takes so long."""


def are_beside(file: Path, tag: str) -> bool:
    """Return whether there is anything to put away; most of the time there is not."""
    return bool(conflict_copies.find(file) or stale(file, tag, own_after=_UNTOUCHED_AFTER))


def stale(file: Path, tag: str, *, own_after: float = 0.0) -> list[Path]:
    """Return the temporary files that saves of a file have left behind when they were killed.

    Those with our own tag are stale after `own_after` seconds, which is at once under the lock;
    others might still be in use on another machine.
    """
    found = []
    with suppress(OSError):
        target = Path(os.path.realpath(file))
        for name in os.listdir(target.parent):  # noqa: PTH208 - a name that matches is rare, a Path for each is not free
            if not (name.startswith(f".{target.name}.") and name.endswith(".tmp")):
                continue
            match = re.fullmatch(r"([a-z0-9]{8})?[0-9a-f]{8}", name[len(target.name) + 2 : -4])
            if match and _age(target.with_name(name)) >= (own_after if tag and match[1] == tag else _STALE):
                found.append(target.with_name(name))
    return found


def sweep(file: Path, tag: str) -> None:
    """Remove the stale temporary files of a file; the lock is held."""
    for each in stale(file, tag):
        with suppress(OSError):
            each.unlink()


def sweep_folder(folder: Path) -> None:
    """Remove the temporary files in a folder of ours, whatever they are of, that nobody writes any more."""
    with suppress(OSError):
        for each in folder.glob(".*.tmp"):
            if _age(each) >= _STALE:
                each.unlink()


def _age(file: Path) -> float:
    """Return the seconds since a file was changed."""
    with suppress(OSError):
        return time.time() - file.lstat().st_mtime
    return 0.0
