"""Time a program as its user sees it: in a pty, from the start to the text on the screen."""

import os
import select
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pty import fork
from resource import RUSAGE_CHILDREN, getrusage

_QUIET = 0.15
_LONGEST = 20.0
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


def time_start(command: Sequence[str], wanted: bytes, environment: Mapping[str, str]) -> Start:
    """Start a program, wait for its text and for silence, end it.

    Raises:
        RuntimeError: the text never came.
    """
    before = _cpu()
    began = time.perf_counter()
    child, terminal = fork()
    if child == 0:
        os.execvpe(command[0], list(command), {**os.environ, **environment, "TERM": "xterm-256color"})  # noqa: S606
    try:
        text, settled = _watch(terminal, wanted, began)
    finally:
        os.kill(child, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(child, 0)
    return Start(text, settled, _cpu() - before)


def _watch(terminal: int, wanted: bytes, began: float) -> tuple[float, float]:
    written, text, last = b"", 0.0, 0.0
    while time.perf_counter() - began < _LONGEST:
        ready, _, _ = select.select([terminal], [], [], _QUIET)
        if not ready:
            if text:
                return text, last
            continue
        if not (arrived := _read(terminal)):
            break
        last = time.perf_counter() - began
        written += arrived
        _answer(terminal, arrived)
        if not text and wanted in written:
            text = last
    if text:
        return text, last
    raise RuntimeError(f"{wanted!r} never appeared; the last that did: {written[-200:]!r}")


def _read(terminal: int) -> bytes:
    """Return what has arrived; nothing once the program has ended."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def _answer(terminal: int, arrived: bytes) -> None:
    """Answer what programs ask a terminal."""
    for question, answer in _ANSWERS.items():
        if question in arrived:
            os.write(terminal, answer)


def _cpu() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
