"""Looks for a path in a thread: it takes most of a second, and nobody should wait for it."""

from collections.abc import Callable
from threading import Thread

from planner.core.learning_path import LearningPath
from planner.session import Session

Report = Callable[[Session, LearningPath], object]
"""Told for which session a path was sought, and the path."""


class PathFinder:
    """One search at a time; whoever is told looks again where the session has changed meanwhile."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._thread: Thread | None = None
        self._basis = ""

    def look(self, session: Session, *, daily: bool = False) -> None:
        """Look for a path where none is adopted, or for a shorter one where it stands on something else."""
        standing = session.standing
        if not session.is_set_up or self.is_looking:
            return
        plan, basis = session.profile.plan, standing.basis
        is_old = plan is not None and (plan.basis != basis or (daily and plan.day != session.today))
        if standing.adopted is None or (is_old and basis != self._basis):
            self._basis = basis
            self._thread = Thread(target=self._search, args=(session,), daemon=True, name="planner-path")
            self._thread.start()

    @property
    def is_looking(self) -> bool:
        """Whether a search is under way."""
        return self._thread is not None and self._thread.is_alive()

    def wait(self) -> None:
        """Wait for the search that is under way, if any is."""
        if self._thread is not None:
            self._thread.join()

    def _search(self, session: Session) -> None:
        found = session.standing.refined
        self._thread = None
        self._report(session, found)
