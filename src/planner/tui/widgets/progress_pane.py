"""Progress: what was studied, and where it leads."""

from textual.app import ComposeResult

from planner.tui.widgets.pane import Pane
from planner.tui.widgets.progress import ProgressList


class ProgressPane(Pane):
    """What was studied, and where it leads."""

    def compose(self) -> ComposeResult:
        """Lay out the one list."""
        yield ProgressList(id="progress-list").data_bind(ProgressPane.session)

    def toggle_zoom(self) -> None:
        """Draw the burn-up to the next flag, or to the target again."""
        page = self.query_one(ProgressList)
        page.near = not page.near
