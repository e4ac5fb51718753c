"""Garbage is collected while nothing happens, not while a key waits to be painted."""

import gc
from typing import Any

from textual.app import App

_REST = 0.3
"""Seconds without a frame after which nobody is taken to be at the keys."""
_LITTLE = 2_000
"""So few new things are not worth a look."""
_ALL_OF = 100
"""One sweep in so many goes through everything not frozen: the key after it finds nothing at hand."""
_AT_WORK = 100_000, 20, 20
"""How much is made before Python collects by itself, however much happens: some hundreds of keys."""


class Sweeper:
    """Told of every frame; sweeps once there has been none for a while."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._is_waiting = self._is_stirred = False
        self._sweeps = 0

    def begin(self) -> None:
        """Collect from now on, all that was loaded passed over."""
        gc.freeze()
        gc.set_threshold(*_AT_WORK)
        gc.enable()

    def stir(self) -> None:
        """Note that something was painted."""
        self._is_stirred = True
        if not self._is_waiting and self._app.is_running:
            self._wait()

    def _wait(self) -> None:
        self._is_waiting, self._is_stirred = True, False
        self._app.set_timer(_REST, self._look)

    def _look(self) -> None:
        self._is_waiting = False
        if self._is_stirred:
            self._wait()
        elif gc.isenabled() and gc.get_count()[0] > _LITTLE:
            self._sweeps += 1
            gc.collect(1 if self._sweeps % _ALL_OF else 2)
