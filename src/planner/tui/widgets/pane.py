"""A view of the main screen: it hands the session down, and says what the keys act on."""

from collections.abc import Sequence

from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from planner.presentation.commands import Hint
from planner.presentation.sheet import Target
from planner.session import Session
from planner.tui.widgets.row_list import RowList


class _Covered(Widget):
    """Holds things that cover it: there is nothing of its own to paint."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return nothing: behind a gap, if there should be one, is the screen."""
        del crop
        return []


class Beside(_Covered):
    """Things side by side."""


class Stacked(_Covered):
    """Things one below the other."""


class Pane(Stacked):
    """A view: a list with what belongs to it."""

    session: var[Session | None] = var(None)

    def take(self, session: Session) -> None:
        """Take a session, if there is anything else to be seen of it than of the one before."""
        if self.session is None or self.session.standing is not session.standing:
            self.session = session

    @property
    def rows(self) -> RowList:
        """The list that the keys act on."""
        return self.query_one(RowList)

    def toggle_zoom(self) -> None:
        """Look closer, or at the whole again, where there is something to look closer at."""

    @property
    def hints(self) -> Sequence[Hint]:
        """The keys that work where the cursor is, where they are not those of the view."""
        return ()

    @property
    def chosen(self) -> Sequence[str]:
        """The resources that are selected for the next mark."""
        return ()

    @property
    def part(self) -> int:
        """The part that the cursor is on; 0 for none."""
        return 0

    def unchoose(self) -> None:
        """Select nothing any more."""

    def reveal(self, resource_id: str) -> None:
        """Put the cursor on a resource, where there are any."""

    def open(self) -> Target | None:
        """Open what is highlighted; return what is left for the screen to do about it."""
        self.rows.open_row()
        return None

    def back(self) -> bool:
        """Leave the innermost thing that was opened here; return whether there was one."""
        return False
