"""What tells whether files have changed since, without reading them."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

Stamp = tuple[str, int, int, int]
"""Path, size, time of change in nanoseconds, inode."""


Signature = tuple[Stamp | None, ...]
"""One stamp a file; None where nothing can be told about it."""


def signature(files: Iterable[Path]) -> Signature:
    """Return the stamps of files as they are now."""
    return tuple(_stamp(os.fspath(each)) for each in files)


def stamps_in(folder: Path, is_meant: Callable[[str], bool]) -> Signature:
    """Return the stamps of the files in a folder whose names are meant, none where there is no such folder.

    A folder that cannot be looked into counts as a file about which nothing can be told.
    """
    try:
        found = sorted([each for each in os.listdir(folder) if is_meant(each)])  # noqa: PTH208 - every start
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError:
        return (None,)
    return tuple([_stamp(f"{folder}{os.sep}{each}") for each in found])


def _stamp(file: str) -> Stamp | None:
    try:
        about = os.stat(file)  # noqa: PTH116 - a path that is not needed costs as much again
    except OSError:
        return None
    return (file, about.st_size, about.st_mtime_ns, about.st_ino)
