"""Time a program as its user sees it: in a pty, from a start or a key to the last byte of a frame."""

import fcntl
import os
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from pty import fork
from resource import RUSAGE_CHILDREN, getrusage
from types import TracebackType
from typing import Self

SIZE = (120, 40)
_QUIET = 0.12
"""Seconds of silence after which a frame is taken to be whole."""
_LONGEST = 60.0
_FAVOURED = -15
FRAME = b"\x1b[?2026l"
"""What ends a frame where the terminal takes it as a whole."""
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
}


@dataclass(frozen=True, slots=True)
class Start:
    """One start."""

    text: float
    """Seconds until the wanted text was written."""
    settled: float
    """Seconds until the last byte before silence."""
    cpu: float
    """Seconds of processor time, user and system."""
    memory: int
    """Most bytes that it held in memory; 0 where the system does not say."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What keys led to."""

    frames: tuple[float, ...]
    """Seconds until each frame was whole."""
    last: float
    """Seconds until the last byte before silence; 0 where nothing was written."""
    cpu: float
    """Seconds that the program's main thread computed; 0 where the system does not say."""
    written: bytes


class Program:
    """Runs in a terminal of its own for as long as the `with` lasts."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], *, folder: Path | None = None
    ) -> None:
        self._command = list(command)
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._environment = {**os.environ, **environment, **terminal}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever installs planner has it compiled
        self._folder = folder
        self._child = self._terminal = 0
        self._began = 0.0

    def __enter__(self) -> Self:
        self._began = time.perf_counter()
        self._child, self._terminal = fork()
        if self._child == 0:
            favour()
            if self._folder:
                os.chdir(self._folder)
            os.execvpe(self._command[0], self._command, self._environment)  # noqa: S606
        columns, rows = SIZE
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.close(self._terminal)
        os.waitpid(self._child, 0)

    def wait_for(self, wanted: bytes | Callable[[bytes], bool]) -> tuple[float, float]:
        """Wait until a text was written, and then for silence; return when each was, from the start on.

        Raises:
            RuntimeError: it never came.
        """
        written, text, last = b"", 0.0, 0.0
        while time.perf_counter() - self._began < _LONGEST:
            arrived = self._read(_QUIET)
            if arrived is None or (not arrived and text):
                break
            if not arrived:
                continue
            last = time.perf_counter() - self._began
            written += arrived
            if not text and (wanted in written if isinstance(wanted, bytes) else wanted(written)):
                text = last
        if not text:
            raise RuntimeError(f"{wanted!r} never appeared; the last that did: {written[-200:]!r}")
        return text, last

    def press(self, keys: bytes, until: bytes = FRAME, quiet: float = _QUIET) -> Reaction:
        """Press keys in one go; return when all is painted, and a text was written that is waited for.

        Raises:
            RuntimeError: it never came.
        """
        began, computed = time.perf_counter(), self._cpu()
        os.write(self._terminal, keys)
        frames: list[float] = []
        written, last = b"", 0.0
        while (arrived := self._read(quiet)) or until not in written:
            if arrived is None or time.perf_counter() - began > _LONGEST:
                raise RuntimeError(f"{until!r} did not follow {keys!r}")
            if not arrived:
                continue
            last = time.perf_counter() - began
            ended = (written[-len(FRAME) + 1 :] + arrived).count(FRAME)
            frames += [last] * ended
            written += arrived
        return Reaction(tuple(frames), last, self._cpu() - computed, written)

    @property
    def memory(self) -> int:
        """The most bytes that the program has held in memory; 0 where the system does not say."""
        try:
            lines = Path(f"/proc/{self._child}/status").read_text("ascii").splitlines()
        except OSError:
            return 0
        return next((int(each.split()[1]) << 10 for each in lines if each.startswith("VmHWM:")), 0)

    def _cpu(self) -> float:
        try:
            return int(Path(f"/proc/{self._child}/schedstat").read_text("ascii").split()[0]) / 1e9
        except OSError:
            return 0.0

    def _read(self, seconds: float) -> bytes | None:
        """Return what arrives within a time, what is asked answered; None once the program has ended."""
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return b""
        try:
            arrived = os.read(self._terminal, 1 << 16)
        except OSError:
            return None
        for question, answer in _ANSWERS.items():
            if question in arrived:
                os.write(self._terminal, answer)
        return arrived or None


def favour() -> None:
    """Let others wait, where one may: a machine that does something else meanwhile tells little."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, _FAVOURED)


def time_start(
    command: Sequence[str],
    wanted: bytes | Callable[[bytes], bool],
    environment: Mapping[str, str],
    folder: Path | None = None,
) -> Start:
    """Start a program, wait for its text and for silence, end it.

    Raises:
        RuntimeError: the text never came.
    """
    before = _spent()
    with Program(command, environment, folder=folder) as program:
        text, settled = program.wait_for(wanted)
        memory = program.memory
    return Start(text, settled, _spent() - before, memory)


def _spent() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
