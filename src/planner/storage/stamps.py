"""What tells whether files have changed since, without reading them."""

import os
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path

Stamp = tuple[str, int, int, int]
"""Path, size, time of change in nanoseconds, inode."""


Signature = tuple[Stamp | None, ...]
"""One stamp a file; None where nothing can be told about it."""


def signature(files: Iterable[Path]) -> Signature:
    """Return the stamps of files as they are now."""
    return tuple(_stamp(each) for each in files)


def stamps_in(folder: Path, is_meant: Callable[[str], bool]) -> Signature:
    """Return the stamps of the files in a folder whose names are meant, none where there is no such folder.

    A folder that cannot be looked into counts as a file about which nothing can be told.
    """
    try:
        with os.scandir(folder) as entries:
            found = [each for each in entries if is_meant(each.name)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError:
        return (None,)
    return tuple([_stamp(each) for each in sorted(found, key=attrgetter("path"))])


def _stamp(file: "Path | os.DirEntry[str]") -> Stamp | None:
    try:
        about = file.stat()
    except OSError:
        return None
    return (os.fspath(file), about.st_size, about.st_mtime_ns, about.st_ino)
