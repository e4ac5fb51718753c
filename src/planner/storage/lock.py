"""One planner at a time: the lock around a save."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.storage.durable import make_folder
from planner.storage.failures import BusyError

PATIENCE = 5.0
"""Seconds to wait for another planner."""
_POLL = 0.02


def key_of(file: Path) -> str:
    """Return the name under which a file's lock and backups are kept: the same for every link to it."""
    try:
        real = os.path.realpath(file)
    except OSError:  # a link that cannot be read: the save will say so
        real = os.path.abspath(file)  # noqa: PTH100 - of a text, as above
    import hashlib  # needed to save, not to start

    return hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:16]


@contextmanager
def locked(file: Path) -> Iterator[bool]:
    """Hold a lock file, made where it is missing and never removed; say whether it is really held.

    A file system without locks goes on without: merging bounds the damage.

    Raises:
        BusyError: another planner did not let go of it.
    """
    import filelock

    lock = filelock.FileLock(file, PATIENCE, 0o600, fallback_to_soft=False, poll_interval=_POLL)
    try:
        make_folder(file.parent)
        lock.acquire()
    except filelock.Timeout:
        raise BusyError("another planner is saving; try again in a moment") from None
    except (OSError, NotImplementedError):
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
