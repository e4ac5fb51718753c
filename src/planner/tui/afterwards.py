"""What follows from a key: drawn in the frame after the one that shows the key, once for a whole burst."""

import asyncio
from collections.abc import Callable
from time import sleep
from typing import Any

from textual.message_pump import MessagePump

_WRITTEN = 0.0002
"""Seconds after which a frame is on its way to the terminal."""


class Afterwards:
    """Things to do once the screen has painted what was asked for before them."""

    def __init__(self, owner: MessagePump) -> None:
        self._owner = owner
        self._due: dict[Callable[[], Any], None] = {}

    def do(self, *what: Callable[[], Any]) -> None:
        """Do these things after the next frame; what is due already is done once, where it stood."""
        if not self._due:
            # a turn later: who is to be painted first has said so to the screen by then
            asyncio.get_running_loop().call_soon(self._owner.call_after_refresh, self._once_written)
        for each in what:
            self._due.setdefault(each)

    def _once_written(self) -> None:
        """Let the thread that writes the frame have its turn first: both want the interpreter."""
        sleep(_WRITTEN)
        self.now()

    def forget(self, what: Callable[[], Any]) -> None:
        """Do one thing not at all."""
        self._due.pop(what, None)

    def now(self) -> None:
        """Do what is due, and wait no longer."""
        while self._due:
            what = next(iter(self._due))
            del self._due[what]
            what()
