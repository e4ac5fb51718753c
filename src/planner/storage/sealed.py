"""Files of our own that are whole or nothing: a line that says what it is, a checksum, and what it holds."""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from planner.storage.guard import RefusedError, read_bytes

_CHECKSUM = 4


def unseal(file: Path, magic: bytes, most: int) -> memoryview | None:
    """Return what a file of at most this many bytes holds; None where it is missing, torn or another one."""
    try:
        stored = memoryview(read_bytes(file, most))
    except (OSError, RefusedError):
        return None
    start = len(magic) + _CHECKSUM
    payload = stored[start:]
    return payload if stored[:start] == magic + _checksum(payload) else None


def seal(file: Path, magic: bytes, payload: bytes) -> None:
    """Replace what a file holds; a folder that is not there is not made for it, and failing is no trouble."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        temporary.write_bytes(magic + _checksum(payload) + payload)
        temporary.chmod(0o600)
        temporary.replace(file)


def _checksum(payload: bytes | memoryview) -> bytes:
    return crc32(payload).to_bytes(_CHECKSUM, "big")
