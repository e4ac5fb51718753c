"""What may be read at all: regular files of a sane size, in UTF-8, not nested without end."""

import os
import re
import stat
from pathlib import Path

CURRICULUM_BYTES = 1 << 20
PROFILE_BYTES = 32 << 20
_DEEPEST = 32
_MOST_PARTS = 16
_DOTTED = re.compile(r"(?:^|[{,\n])[ \t]*\[{0,2}[ \t]*(?:[\w-]++[ \t]*+\.[ \t]*+){16}")
_STRINGS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"""'
    r"|'''(?:[^']|'(?!''))*+'''"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+",
    re.DOTALL,
)


class RefusedError(Exception):
    """A file that planner does not read; the message says why and what would be right."""


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
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise RefusedError("not a regular file")
        return stream.read(most + 1)


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
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RefusedError(f"not UTF-8 text (at line {line}); save it as UTF-8") from None


def check_depth(text: str) -> None:
    """Refuse TOML that nests or dots deeper than anyone writes, before a parser has to live through it.

    Raises:
        RefusedError: more than 32 open brackets or more than 16 parts in a key.
    """
    bare = _STRINGS.sub(lambda match: "s" if match[0][0] != "#" else "", text)
    depth = 0
    for match in re.finditer(r"[\[\]{}]", bare):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            raise RefusedError(
                f"nested more than {_DEEPEST} deep (at line {bare.count(chr(10), 0, match.start()) + 1})"
            )
    if dotted := _DOTTED.search(bare):
        line = bare.count("\n", 0, dotted.end()) + 1
        raise RefusedError(f"a key has more than {_MOST_PARTS} parts (at line {line})")
