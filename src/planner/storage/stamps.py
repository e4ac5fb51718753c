"""What tells whether files have changed since, without reading them."""

import os
from collections.abc import Iterable
from pathlib import Path

Stamp = tuple[str, int, int, int]
"""Path, size, time of change in nanoseconds, inode."""


def stamps(files: Iterable[Path]) -> tuple[Stamp, ...] | None:
    """Return what tells whether files have changed; None where that cannot be told."""
    found = []
    try:
        for file in files:
            about = file.stat()
            found.append((os.fspath(file), about.st_size, about.st_mtime_ns, about.st_ino))
    except OSError:
        return None
    return tuple(found)


def stamps_in(folder: Path) -> tuple[Stamp, ...] | None:
    """Return the stamps of the TOML files in a folder, none where there is no such folder."""
    try:
        files = sorted(Path(each.path) for each in os.scandir(folder) if each.name.endswith(".toml"))
    except FileNotFoundError:
        return ()
    except OSError:
        return None
    return stamps(files)
