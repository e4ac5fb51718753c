"""A real terminal for tests: the program runs in a pty, pyte shows what its user would see."""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

KEYS = {
    "down": "\x1b[B",
    "up": "\x1b[A",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "ctrl+r": "\x12",
}


class Terminal:
    """One program in one terminal."""

    def __init__(
        self,
        *words: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        under: Sequence[str] = (),
    ) -> None:
        """Run planner with these words, under another program where one is given."""
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        planner = Path(sys.executable).with_name("planner")
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        for name in ("COLUMNS", "LINES"):
            environment.pop(name, None)
        command = [*under, str(planner), *words]
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            command[0], command[1:], dimensions=(rows, columns), env=environment
        )

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def forget(self) -> None:
        """Show nothing any more, as after another program wrote over it."""
        self._screen.erase_in_display(2)

    def wait_for(self, words: str, seconds: float = 15) -> str:
        """Wait until these words stand on the screen; return the screen."""
        end = time.monotonic() + seconds
        while words not in self.text:
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"{words!r} never appeared:\n{self.text}")
        return self.text

    def wait_until_gone(self, words: str, seconds: float = 15) -> str:
        """Wait until these words no longer stand on the screen; return the screen."""
        end = time.monotonic() + seconds
        while words in self.text:
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"{words!r} never went away:\n{self.text}")
        return self.text

    def wait_until(self, holds: Callable[[], bool], seconds: float = 15) -> None:
        """Wait until something holds."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"it never came to hold:\n{self.text}")

    def press(self, *keys: str) -> None:
        """Press keys, by name or by letter."""
        for key in keys:
            self.process.send(KEYS.get(key, key))
            self._read()

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing has been written for a while, as someone does who looks before the next key."""
        end = time.monotonic() + quiet
        while time.monotonic() < end:
            before = len(self.raw)
            if not self._read():
                return
            if len(self.raw) > before:
                end = time.monotonic() + quiet

    def wait_for_end(self, seconds: float = 15) -> int | None:
        """Wait until the program has ended; return its exit code."""
        end = time.monotonic() + seconds
        while self._read() and time.monotonic() < end:
            pass
        self.process.close()
        return self.process.exitstatus

    def _read(self) -> bool:
        """Read what has arrived; return whether the program still runs."""
        try:
            arrived = self.process.read_nonblocking(1 << 16, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += arrived
        self._stream.feed(arrived)
        return True
