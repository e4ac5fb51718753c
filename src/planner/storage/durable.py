"""Files that are either the old ones or the new ones, whatever happens in between.

Write a temporary file beside the target, flush it to the disk, read it back, put it in the target's
place, flush the folder. Without the last step a power cut loses what was already acknowledged.

Source: Pillai et al., All File Systems Are Not Created Equal, OSDI 2014.
"""

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_NEW_FILE = 0o600
_NEW_FOLDER = 0o700
_NO_FOLDER_FLUSH = (PermissionError, NotADirectoryError)
_FLUSHES_NO_FOLDERS = frozenset({errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.ENOSYS})
_HELD_ON_WINDOWS = frozenset({5, 32, 33})
"""Access denied, sharing violation, lock violation: a scanner or a sync tool looks at the file."""
_TRIES = 8


class UncertainError(OSError):
    """The new file is in place, but nobody can say whether it would survive a power cut."""


def write_text(file: Path, text: str, *, tag: str = "") -> None:
    """Replace a file's text; when this returns, it is on the disk.

    Raises:
        OSError: as of `write_bytes`.
    """
    write_bytes(file, text.encode(), tag=tag)


def write_bytes(
    file: Path, content: bytes, check: Callable[[bytes], object] | None = None, *, tag: str = ""
) -> None:
    """Replace a file's content; when this returns, it is on the disk.

    Links are written through, the mode of an existing file is kept. What was written is read back
    before it takes the target's place; `check` gets it too, and raises when it is not what was meant.
    On any error but an uncertain one the old file is as it was. `tag` (eight letters or digits) tells
    whose the temporary file is.

    Raises:
        UncertainError: it was written, but could not be flushed for certain.
        OSError: it could not be written; the message says why.
    """
    target = _target(file)
    make_folder(target.parent)
    there = _replaceable(target)
    temporary = target.with_name(f".{target.name}.{tag}{os.urandom(4).hex()}.tmp")
    try:
        _write_new(temporary, content, there)
        back = temporary.read_bytes()
        if back != content:
            raise OSError(errno.EIO, "what was written does not read back")  # noqa: TRY301 - the clean-up is the point
        if check:
            check(back)
        _replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, and those above it; what is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(_NEW_FOLDER)
        _flush_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, f"{folder} is not a folder")


def _target(file: Path) -> Path:
    """Return where a file really is; a link that cannot be read is not taken for a file."""
    try:
        return Path(os.path.realpath(file, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(file))


def _replaceable(target: Path) -> os.stat_result | None:
    """Return what is known about the file to replace; refuse what is not a regular one."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(f"{target} is not a regular file")
    if not os.access(target, os.W_OK):
        raise PermissionError(f"{target} is read-only")
    return found


def _write_new(file: Path, content: bytes, like: os.stat_result | None) -> None:
    """Write and flush a file that is not there yet, with the mode and owner of another one."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(file, flags | getattr(os, "O_BINARY", 0), _NEW_FILE), "wb") as stream:
        descriptor = stream.fileno()
        if like and hasattr(os, "fchown") and os.fstat(descriptor).st_uid != like.st_uid:
            with suppress(OSError):
                os.fchown(descriptor, like.st_uid, like.st_gid)
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, stat.S_IMODE(like.st_mode) if like else _NEW_FILE)
        stream.write(content)
        stream.flush()
        _flush(descriptor)


def _flush(descriptor: int) -> None:
    """Flush a file to the disk itself; macOS has a call of its own for that."""
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        os.fsync(descriptor)
        return
    try:
        fcntl(descriptor, F_FULLFSYNC)
    except OSError:
        os.fsync(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    """Put a file in another's place, with patience for what looks at it on Windows."""
    for attempt in range(_TRIES):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_ON_WINDOWS or attempt == _TRIES - 1:
                raise
            time.sleep(0.02 * 2**attempt)
        else:
            return


def _flush_folder(folder: Path) -> None:
    """Flush a folder's list of names; a system that cannot has nothing better to offer.

    Raises:
        UncertainError: it can, and it failed.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except _NO_FOLDER_FLUSH:
        return
    except OSError as error:
        raise UncertainError(error.errno, error.strerror) from None
    try:
        os.fsync(descriptor)
        os.close(os.open(folder, os.O_RDONLY))  # XFS that has shut down flushes folders without complaint
    except OSError as error:
        if error.errno not in _FLUSHES_NO_FOLDERS:
            raise UncertainError(error.errno, error.strerror) from None
    finally:
        os.close(descriptor)
