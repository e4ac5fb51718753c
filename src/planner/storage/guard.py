"""What may be read at all: regular files of a sane size, in UTF-8."""

import errno
import os
import stat
from codecs import BOM_UTF8
from pathlib import Path

CURRICULUM_BYTES = 1 << 20
PROFILE_BYTES = 32 << 20
_PIECE = 1 << 20
_ODD = "not a regular file; put the file itself there"


class RefusedError(Exception):
    """A file that planner does not read; the message says why and what would be right."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line
        """The line, counted from 1, where there is one."""


def read_text(file: Path, most: int) -> str:
    """Return the text of a regular file of at most this many bytes, without its byte-order mark.

    Raises:
        RefusedError: the file is of another kind, too large, or not UTF-8.
        OSError: it cannot be opened or read.
    """
    return decode(read_bytes(file, most), most)


def read_bytes(file: Path, most: int) -> bytes:
    """Return the content of a regular file, cut one byte after the most that it may have.

    Raises:
        RefusedError: the file is of another kind.
        OSError: it cannot be opened or read.
    """
    descriptor = _opened(file)
    try:
        about = os.fstat(descriptor)
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(about.st_mode):
            raise RefusedError(_ODD)
        content = os.read(descriptor, min(about.st_size, most) + 1)  # room is made for what is asked for
        while len(content) != about.st_size and len(content) <= most:  # it grows, or is given in pieces
            more = os.read(descriptor, min(_PIECE, most + 1 - len(content)))
            if not more:
                break
            content += more
        return content
    finally:
        os.close(descriptor)


def _opened(file: Path) -> int:
    """Return the descriptor of a file that is opened without waiting for anybody."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
    )
    try:
        return os.open(file, flags)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket, or a device that is not there
            raise RefusedError(_ODD) from None
        raise


def whole(file: Path, most: int = PROFILE_BYTES) -> bytes:
    """Return the content of a regular file, all of it.

    Raises:
        RefusedError: the file is of another kind, or too large.
        OSError: it cannot be opened or read.
    """
    content = read_bytes(file, most)
    if len(content) > most:
        raise RefusedError(f"larger than {most // (1 << 20)} MiB, which planner does not read")
    return content


def decode(content: bytes, most: int) -> str:
    """Return bytes as text, unless there are too many or they are not UTF-8.

    Raises:
        RefusedError: as said.
    """
    if len(content) > most:
        raise RefusedError(f"larger than {most // (1 << 20)} MiB, which planner does not read")
    try:
        return content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RefusedError("not UTF-8 text; save it as UTF-8", line) from None
