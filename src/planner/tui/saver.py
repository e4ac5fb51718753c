"""Saves in the background, one save at a time, always the newest session."""

from collections.abc import Callable
from threading import Lock, Thread

from planner.core.profile import Profile
from planner.session import ProfileError, Session

Report = Callable[[Profile, Profile, str], object]
"""Gets the profile that was meant, the one on the disk, and words about what went wrong, if anything."""


class Saver:
    """The screen hands over sessions; a burst of them becomes one save."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lock = Lock()
        self._pending: Session | None = None
        self._thread: Thread | None = None

    def submit(self, session: Session) -> None:
        """Have a session saved; returns at once."""
        with self._lock:
            self._pending = session
            if self._thread is None:
                self._thread = Thread(target=self._work, name="planner-save")
                self._thread.start()

    def flush(self) -> None:
        """Wait until everything that was handed over is saved."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (session := self._take()) is not None:
            try:
                saved = session.save()
            except ProfileError as error:
                self._report(session.profile, session.profile, str(error))
            else:
                self._report(session.profile, saved.profile, "")

    def _take(self) -> Session | None:
        with self._lock:
            session, self._pending = self._pending, None
            if session is None:
                self._thread = None
            return session
