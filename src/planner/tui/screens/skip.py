"""Not this one: what the path would be without an item, before one skips it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from planner.presentation.lines import Line, line, wrap
from planner.tui.screens.other_path import DifferenceView, OtherPathPage
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture

_KEYS = (("enter", "skip it", "skip"), ("esc", "keep it", "leave"))


class SkipScreen(OtherPathPage):
    """The consequence first; enter skips."""

    BINDINGS = [
        Binding("enter", "skip", show=False, priority=True),
        Binding("q", "leave", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the question over the difference."""
        with Vertical(classes="page", id="skip") as page:
            page.border_title = "Without it"
            yield _Question(self)
            yield DifferenceView(self)
            yield KeyLine(_KEYS)

    def on_mount(self) -> None:
        """Ask what the path would be."""
        self.consider(self.session.if_marked(self.resource_id, "skipped"))

    @property
    def resource_id(self) -> str:
        """The item that may be skipped."""
        return self.about or ""

    def action_skip(self) -> None:
        """Skip it, and go the path that is left, as one change."""
        resource_id, path = self.resource_id, self.found
        self.dismiss(lambda session: session.skip(resource_id, path))


class _Question(Picture):
    def __init__(self, page: SkipScreen) -> None:
        super().__init__(id="question-of-skipping")
        self._page = page

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return what is asked, and about what."""
        del height
        title = self._page.session.catalogue.resources[self._page.resource_id].title
        return [
            *(line((text, "strong")) for text in wrap(title, width)),
            line(("Your path without it:", "dim")),
            (),
        ]
