"""Saves in the background, one save at a time, always the newest session."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from time import sleep

from planner.session import ProfileError, Session

Report = Callable[[Session, str], object]
"""Gets the session as it was saved, or as it could not be, with words about what went wrong."""


_A_FRAME = 0.01
"""Seconds that a save waits for, so that the screen first shows what is saved: both want the interpreter."""


class Saver:
    """The screen hands over sessions; a burst of them becomes one save."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lock = Lock()
        self._pending: Session | None = None
        self._failed: Session | None = None
        self._saved: Session | None = None
        self._thread = ThreadPoolExecutor(1, "planner-save")
        """One that stays: nobody waits for it to start but the first time."""
        self._under_way: Future[None] | None = None

    def submit(self, session: Session) -> None:
        """Have a session saved; returns at once."""
        with self._lock:
            self._pending = session
            if self._under_way is None or self._under_way.done():  # one that failed is no reason to stop
                self._under_way = self._thread.submit(self._work)

    def flush(self) -> None:
        """Wait until everything that was handed over is saved; try once more what could not be."""
        self._wait()
        if self._failed is not None:
            self.submit(self._failed)
            self._wait()

    def _wait(self) -> None:
        with self._lock:
            under_way = self._under_way
        if under_way is not None:
            under_way.result()

    def _work(self) -> None:
        sleep(_A_FRAME)
        while (session := self._take()) is not None:
            if self._saved is not None:
                session = session.after(self._saved)
            try:
                self._saved = session.save()
            except ProfileError as error:
                self._failed = session
                self._report(session, str(error))
            else:
                self._failed = None
                self._report(self._saved, "")

    def _take(self) -> Session | None:
        with self._lock:
            session, self._pending = self._pending, None
            if session is None:
                self._under_way = None
            return session
