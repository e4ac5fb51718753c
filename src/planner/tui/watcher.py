"""Looks every second whether a file has changed, in a thread of its own: nobody waits for a disk."""

from collections.abc import Callable
from threading import Event, Thread

from planner.session import ProfileError, Session

INTERVAL = 1.0
"""Seconds between two looks."""

Report = Callable[[Session | None, str], object]
"""Told the session with what was read; None, and words, where the profile could not be."""


class Watcher:
    """Another terminal, a file sync, an editor: what they write is read here and told."""

    def __init__(self, current: Callable[[], Session | None], report: Report) -> None:
        self._current = current
        self._report = report
        self._known: object = None
        self._failed = False
        self._ended = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to look, if that has not begun yet."""
        if self._thread is None:
            self._thread = Thread(target=self._work, daemon=True, name="planner-watch")
            self._thread.start()

    def stop(self) -> None:
        """Look no more; a look that is under way is waited for."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def forget(self) -> None:
        """Look again, though nothing may have changed: what was told last did not count."""
        self._known = None

    def look(self) -> None:
        """Look once; read and tell where something has changed since the last look."""
        session = self._current()
        if session is None or (found := session.signature()) == self._known:
            return
        self._known = found
        try:
            fresh = session.refreshed()
        except ProfileError as error:
            self._failed = True
            self._report(None, str(error))
        else:
            if fresh is not session or self._failed:
                self._report(fresh, "")
            self._failed = False

    def _work(self) -> None:
        while not self._ended.wait(INTERVAL):
            self.look()
