"""What the views of the main screen have in common."""

from textual.containers import Vertical
from textual.reactive import var

from planner.session import Session
from planner.tui.widgets.row_list import RowList


class Pane(Vertical):
    """A view: it hands the session down to what it is made of."""

    session: var[Session | None] = var(None)

    @property
    def rows(self) -> RowList:
        """The list that the keys act on."""
        return self.query_one(RowList)

    def toggle_zoom(self) -> None:
        """Look closer, or at the whole again, where there is something to look closer at."""
