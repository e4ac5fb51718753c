"""What if: other hours, another target, another domain, time off; and what that would do to the path."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.strip import Strip

from planner.core.conditions import Conditions
from planner.presentation import what_if_choices
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.screens.other_path import DifferenceView, OtherPathPage
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture

_KEYS = (
    ("enter", "go this way", "adopt"),
    ("← →", "change", "step(1)"),
    ("↑ ↓", "choose", "move(1)"),
    ("r", "as it is", "reset"),
    ("esc", "leave it", "leave"),
)


class WhatIfScreen(OtherPathPage):
    """Conditions that one changes with the arrow keys, over the difference that they make."""

    BINDINGS = [
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("down,j,tab", "move(1)", show=False, priority=True),
        Binding("left,h,minus", "step(-1)", show=False, priority=True),
        Binding("right,l,plus,equals_sign,space", "step(1)", show=False, priority=True),
        Binding("enter", "adopt", show=False, priority=True),
        Binding("r", "reset", show=False, priority=True),
        Binding("q,w", "leave", show=False, priority=True),
    ]

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__(session, about)
        self.wanted: Conditions = session.conditions
        self.row = 0
        """The condition that the keys change, counted from 0."""

    @property
    def choices(self) -> Sequence[what_if_choices.Choice]:
        """The conditions with their values."""
        return what_if_choices.choices(self.session.standing, self.wanted)

    def compose(self) -> ComposeResult:
        """Lay out the conditions over the difference that they make."""
        with Vertical(classes="page", id="what-if") as page:
            page.border_title = "What if"
            yield _Choices(self)
            yield DifferenceView(self)
            yield KeyLine(_KEYS)

    def on_mount(self) -> None:
        """Begin with the path as it is."""
        self.consider(self.session)

    def action_move(self, by: int) -> None:
        """Choose another condition."""
        self.row = (self.row + by) % len(self.choices)
        self._redraw()

    def action_step(self, by: int) -> None:
        """Take the next value of the condition, or the one before."""
        self._want(self.choices[self.row].step(by))

    def action_reset(self) -> None:
        """Go back to how it is."""
        self._want(self.session.conditions)

    def action_adopt(self) -> None:
        """Have it so: the conditions and the path that follows from them, as one change."""
        wanted, path = self.wanted, self.found
        if wanted == self.session.conditions:
            self.dismiss(None)
            return
        label = what_if_choices.summary(self.session.standing, wanted)
        self.dismiss(lambda session: session.go(session.under(wanted), path, label))

    def point(self, row: int, x: int) -> None:
        """Choose a condition with the mouse, and change it where an arrow is hit."""
        if row < len(self.choices):
            self.row = row
            by = what_if_choices.arrow_at(self.choices[row], x)
            self.action_step(by) if by else self._redraw()

    def _want(self, wanted: Conditions) -> None:
        self.wanted = wanted
        self.row = min(self.row, len(self.choices) - 1)
        self.consider(self.session.as_if(self.session.under(wanted)))
        self._redraw()

    def _redraw(self) -> None:
        for each in self.query(_Choices):
            each.redraw(layout=True)


class _Choices(Picture):
    def __init__(self, page: WhatIfScreen) -> None:
        super().__init__(id="choices")
        self._page = page

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the conditions."""
        del height
        return [what_if_choices.draw(each, width) for each in self._page.choices]

    def render_line(self, y: int) -> Strip:
        """Return one condition; the one that the keys change stands out."""
        lines = self.draw(self.size.width, self.size.height)
        return self._ink.strip(
            lines[y] if y < len(lines) else (), self.size.width, highlighted=y == self._page.row
        )

    def on_click(self, event: events.Click) -> None:
        """Choose or change what is under the mouse."""
        self._page.point(event.y, event.x)
