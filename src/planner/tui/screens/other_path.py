"""A page that shows what another path would be: the first answer at once, the shortest a moment later."""

from collections.abc import Sequence

from textual import on
from textual.reactive import var
from textual.timer import Timer

from planner.core.adopted import kept_or
from planner.core.learning_path import LearningPath
from planner.presentation import what_if_rows
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.messages import PathFound
from planner.tui.path_search import PathSearch
from planner.tui.screens.page import Page
from planner.tui.widgets.picture import Picture

_PAUSE = 0.1
"""Seconds without a key after which a search begins."""
_PATIENCE = 0.2
"""Seconds of search after which the page says that it searches."""


class OtherPathPage(Page):
    """Holds the session as if; what the path is like then, a subclass lets people decide on."""

    other: var[Session | None] = var(None)
    """The session as if, with as short a path as was found so far."""

    looking: var[bool] = var(False)
    """Whether a search has lasted long enough to be mentioned."""

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__(session, about)
        self._search = PathSearch(lambda *found: self.post_message(PathFound(*found)))
        self._asked: Session | None = None
        self._waiting: list[Timer] = []
        self.found: LearningPath | None = None
        """The path to adopt; None while it is being sought, or where the one there is stays."""

    def consider(self, asked: Session) -> None:
        """Show what the path would be under another session, and search for the shortest."""
        self._asked, self.found, self.looking = asked, None, False
        self.other = asked
        for each in self._waiting:
            each.stop()
        self._waiting = []
        if self._is_other_search(asked):
            self._waiting = [
                self.set_timer(_PAUSE, self._seek),
                self.set_timer(_PAUSE + _PATIENCE, self._say_so),
            ]

    def settle(self) -> None:
        """Wait until the search is over, without waiting for anyone to stop pressing keys."""
        if self._waiting and self._asked is not None and self.found is None:
            self._seek()
        self._search.wait()

    def watch_other(self) -> None:
        """Draw the difference."""
        for each in self.query(DifferenceView):
            each.redraw(layout=True)

    def watch_looking(self) -> None:
        """Say whether there is a search."""
        for each in self.query(DifferenceView):
            each.redraw()

    def _is_other_search(self, asked: Session) -> bool:
        """Return whether another path could be the shortest there."""
        now, then = self.session.standing, asked.standing
        return (now.basis, now.stops) != (then.basis, then.stops) and bool(then.path.legs)

    def _seek(self) -> None:
        if self._asked is not None:
            self._search.seek(self._asked)

    def _say_so(self) -> None:
        self.looking = self.found is None

    @on(PathFound)
    def _found(self, message: PathFound) -> None:
        """Show the path that was found, unless something else was asked for meanwhile."""
        message.stop()
        if message.sought is self._asked:
            self.found = kept_or(message.sought.standing.adopted, message.path)
            self.looking = False
            self.other = message.sought.as_if({}, self.found)


class DifferenceView(Picture):
    """Today's path and the other one, side by side."""

    def __init__(self, page: OtherPathPage) -> None:
        super().__init__(id="difference")
        self._page = page

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the difference at this size."""
        if self._page.other is None:
            return ()
        here, there = self._page.session.standing, self._page.other.standing
        return what_if_rows.draw(here, there, width, height, looking=self._page.looking)
