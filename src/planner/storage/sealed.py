"""Files of our own that are whole or nothing: a line that says what it is, a digest, and what it holds."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from planner.storage.guard import RefusedError, read_bytes

Digest = Callable[[bytes], bytes]
"""Returns a few bytes, always as many, that other contents do not have."""


def unseal(file: Path, magic: bytes, digest: Digest, most: int) -> bytes | None:
    """Return what a file of at most this many bytes holds; None where it is missing, torn or another one."""
    try:
        stored = read_bytes(file, most)
    except (OSError, RefusedError):
        return None
    if not stored.startswith(magic):
        return None
    start = len(magic) + len(digest(b""))
    payload = stored[start:]
    return payload if digest(payload) == stored[len(magic) : start] else None


def seal(file: Path, magic: bytes, digest: Digest, payload: bytes) -> None:
    """Replace what a file holds; a folder that is not there is not made for it, and failing is no trouble."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        temporary.write_bytes(magic + digest(payload) + payload)
        temporary.chmod(0o600)
        temporary.replace(file)
