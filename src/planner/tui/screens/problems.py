"""What is wrong with curricula and copies of the profile, and what would be right."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from planner.presentation import problem_rows
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.screens.page import Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture

_KEYS = (("↑ ↓", "scroll", "scroll(1)"), ("esc", "back", "leave"))


class ProblemsScreen(Page):
    """One page, which scrolls."""

    BINDINGS = [
        Binding("q,enter,exclamation_mark", "leave", show=False),
        Binding("down,j", "scroll(1)", show=False, priority=True),
        Binding("up,k", "scroll(-1)", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the problems over the line of keys."""
        with Vertical(classes="page wide-page") as page:
            page.border_title = "Problems"
            with VerticalScroll(id="problems"):
                yield _Problems(self.session)
            yield KeyLine(_KEYS)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one("#problems").focus()

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one("#problems").scroll_relative(y=by, animate=False)


class _Problems(Picture):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def draw(self, width: int, height: int) -> Sequence[Line]:
        del height
        return problem_rows.draw(self._session.problems, width)
