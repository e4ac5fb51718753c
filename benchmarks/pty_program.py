"""A program in a pty that is kept open: how long each key takes until all of its frame is written."""

import fcntl
import os
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from pty import fork
from types import TracebackType
from typing import Self

_QUIET = 0.12
"""Seconds of silence after which a frame is taken to be whole."""
_LONGEST = 20.0
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
}


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a key led to."""

    first: float
    """Seconds until the first byte."""
    last: float
    """Seconds until the last byte before silence."""
    cpu: float
    """Seconds that the program's main thread computed; 0 where the system does not say."""
    bytes: int


class Program:
    """Runs as long as the `with` lasts."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]) -> None:
        self._command = list(command)
        self._environment = {**os.environ, **environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._size = size
        self._child = self._terminal = 0

    def __enter__(self) -> Self:
        self._child, self._terminal = fork()
        if self._child == 0:
            os.execvpe(self._command[0], self._command, self._environment)  # noqa: S606
        columns, rows = self._size
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.close(self._terminal)
        os.waitpid(self._child, 0)

    def wait_for(self, wanted: bytes) -> None:
        """Wait until a text was written, and then for silence.

        Raises:
            RuntimeError: it never came.
        """
        written, end = b"", time.perf_counter() + _LONGEST
        while time.perf_counter() < end:
            arrived = self._read(_QUIET)
            written += arrived
            if not arrived and wanted in written:
                return
        raise RuntimeError(f"{wanted!r} never appeared; the last that did: {written[-200:]!r}")

    def press(self, key: bytes) -> Reaction:
        """Press a key; return when its frame is whole."""
        began, computed = time.perf_counter(), self._cpu()
        os.write(self._terminal, key)
        first = last = 0.0
        written = 0
        while arrived := self._read(_QUIET):
            last = time.perf_counter() - began
            first = first or last
            written += len(arrived)
        return Reaction(first, last, self._cpu() - computed, written)

    def _cpu(self) -> float:
        try:
            return int(Path(f"/proc/{self._child}/schedstat").read_text("ascii").split()[0]) / 1e9
        except OSError:
            return 0.0

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return b""
        try:
            arrived = os.read(self._terminal, 1 << 16)
        except OSError:
            return b""
        for question, answer in _ANSWERS.items():
            if question in arrived:
                os.write(self._terminal, answer)
        return arrived
