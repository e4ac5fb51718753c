"""What tells whether files have changed since, without reading them."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

Stamp = tuple[str, int, int, int]
"""Path, size, time of change in nanoseconds, inode."""


Signature = tuple[Stamp | None, ...]
"""One stamp a file; None where nothing can be told about it."""


def signature(files: Iterable[Path]) -> Signature:
    """Return the stamps of files as they are now."""
    return tuple(_stamp(each) for each in files)


def stamps_in(folder: Path) -> Signature | None:
    """Return the stamps of the TOML files in a folder, none where there is no such folder."""
    try:
        files = sorted(Path(each.path) for each in os.scandir(folder) if each.name.endswith(".toml"))
    except FileNotFoundError:
        return ()
    except OSError:
        return None
    found = signature(files)
    return None if None in found else found


def _stamp(file: Path) -> Stamp | None:
    with suppress(OSError):
        about = file.stat()
        return (os.fspath(file), about.st_size, about.st_mtime_ns, about.st_ino)
    return None
