"""Searches for as short a path as can be found, in a thread: always the one asked for last."""

from collections.abc import Callable
from threading import Lock, Thread

from planner.core.learning_path import LearningPath
from planner.session import Session

Report = Callable[[Session, LearningPath], object]
"""Told for which session a path was sought, and the path."""


class PathSearch:
    """One search at a time; of those asked for meanwhile the last one comes next."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lock = Lock()
        self._asked: Session | None = None
        self._thread: Thread | None = None

    def seek(self, session: Session) -> None:
        """Have a path sought; returns at once."""
        with self._lock:
            self._asked = session
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True, name="planner-what-if")
                self._thread.start()

    def wait(self) -> None:
        """Wait for all searches."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (session := self._take()) is not None:
            self._report(session, session.standing.refined)

    def _take(self) -> Session | None:
        with self._lock:
            session, self._asked = self._asked, None
            if session is None:
                self._thread = None
            return session
