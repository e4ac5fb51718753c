"""Text files that are either the old ones or the new ones, whatever happens in between.

Write a temporary file beside the target, flush it to the disk, read it back, put it in the target's
place, flush the folder. Without the last step a power cut loses what was already acknowledged.

Source: Pillai et al., All File Systems Are Not Created Equal, OSDI 2014.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

_NEW_FILE = 0o600
_NEW_FOLDER = 0o700
_NO_FOLDER_FLUSH = (PermissionError, NotADirectoryError)


def write_text(file: Path, text: str, check: Callable[[str], object]) -> None:
    """Replace a file's text; when this returns, it is on the disk.

    Links are written through, the mode of an existing file is kept. `check` gets the text as it was
    read back and raises when that is not what was meant. On any error the old file is as it was.

    Raises:
        OSError: the text could not be written; the message says why.
    """
    target = Path(os.path.realpath(file))
    target.parent.mkdir(mode=_NEW_FOLDER, parents=True, exist_ok=True)
    mode = _mode(target)
    temporary = target.with_name(f".{target.name}.{token_hex(4)}.tmp")
    try:
        _write_new(temporary, text.encode(), mode)
        check(temporary.read_text("utf-8"))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def _mode(target: Path) -> int:
    """Return the mode that the new file gets; refuse to replace what is not a regular file."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return _NEW_FILE
    if not stat.S_ISREG(found.st_mode):
        raise OSError(f"{target} is not a regular file")
    if not os.access(target, os.W_OK):
        raise PermissionError(f"{target} is read-only")
    return stat.S_IMODE(found.st_mode)


def _write_new(file: Path, content: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(file, flags, _NEW_FILE), "wb") as stream:
        if hasattr(os, "fchmod"):
            os.fchmod(stream.fileno(), mode)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Flush a folder's list of names; a system that cannot has nothing better to offer."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except _NO_FOLDER_FLUSH:
        return
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
