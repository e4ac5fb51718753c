"""A view of the main screen: it hands the session down, and says what the keys act on."""

from textual.containers import Vertical
from textual.reactive import var

from planner.presentation.sheet import Target
from planner.session import Session
from planner.tui.widgets.row_list import RowList


class Pane(Vertical):
    """A view: a list with what belongs to it."""

    session: var[Session | None] = var(None)

    @property
    def rows(self) -> RowList:
        """The list that the keys act on."""
        return self.query_one(RowList)

    def open(self) -> Target | None:
        """Open what is highlighted; return what is left for the screen to do about it."""
        self.rows.open_row()
        return None

    def back(self) -> bool:
        """Leave the innermost thing that was opened here; return whether there was one."""
        return False
