"""Every number: what it is made of, and what one claims to know of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Thread

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from planner.core.curriculum import AREAS
from planner.core.leverage import leverage
from planner.core.text import clean
from planner.presentation import number_rows
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.screens.page import Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.page_list import PageList
from planner.tui.widgets.picture import Picture

_STEP = 5
_KEYS = (
    ("← →", "claim less, more", "raise(5)"),
    ("s", "by what it saves", "sort"),
    ("enter", "keep", "keep"),
    ("esc", "back", "leave"),
)


@dataclass
class Weighed(Message):
    """It is known how much path each claim would save."""

    saves: Mapping[str, float]


class NumbersScreen(Page):
    """A list of all numbers; beside it the shares of the highlighted one, and what a claim would do."""

    BINDINGS = [
        Binding("left,h,minus", "raise(-5)", show=False, priority=True),
        Binding("right,l,plus,equals_sign", "raise(5)", show=False, priority=True),
        Binding("s", "sort", show=False),
        Binding("enter", "keep", show=False, priority=True),
        Binding("q", "leave", show=False),
    ]

    BY_EFFECT = False
    """Whether it begins with what would save most."""

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__(session, about)
        self._preview = session
        self._claims: dict[str, float] = {}
        self._by_effect = self.BY_EFFECT
        self._saves: Mapping[str, float] | None = None
        self._weighing = Thread(target=self._weigh, daemon=True, name="planner-claims")
        self._names: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """Lay out the list beside the shares."""
        with Vertical(classes="page wide-page") as page:
            page.border_title = "Your numbers"
            yield Static(Content("…"), id="numbers-head")
            with Horizontal():
                rows = PageList(self._row, id="numbers")
                rows.session = self.session
                yield rows
                with VerticalScroll(id="shares", can_focus=False):
                    yield _Shares(self._detail)
            yield KeyLine(_KEYS)

    def on_mount(self) -> None:
        """Show all numbers, the one asked for under the cursor, and weigh the claims meanwhile."""
        self._list(self.about)
        self.query_one(PageList).focus()
        self._weighing.start()

    def settle(self) -> None:
        """Wait until the claims are weighed."""
        self._weighing.join()

    def action_raise(self, by: int) -> None:
        """Claim more, or less, of the highlighted competency."""
        name = self._current
        if name in AREAS:
            return
        before = self._preview.profile.claims.get(name, 0.0)
        self._claims[name] = max(0.0, min(100.0, before // _STEP * _STEP + by))
        self._preview = self.session.if_claimed(self._claims)
        self._show()

    def action_sort(self) -> None:
        """Put first what would save most, or go back to the order of the areas."""
        self._by_effect = not self._by_effect
        self._list(self._current)

    def action_keep(self) -> None:
        """Keep the claims that were changed."""
        was = self.session.profile.claims
        changed = {each: value for each, value in self._claims.items() if value != was.get(each, 0.0)}
        self.dismiss((lambda session: session.claim(changed)) if changed else None)

    @property
    def _current(self) -> str:
        return self._names[self.query_one(PageList).cursor] if self._names else ""

    def _weigh(self) -> None:
        self.post_message(Weighed(leverage(self.session.catalogue, self.session.profile)))

    @on(Weighed)
    def _weighed(self, message: Weighed) -> None:
        self._saves = message.saves
        self._list(self._current if self._claims or not self._by_effect else None)

    @on(PageList.Moved)
    def _moved(self) -> None:
        self.query_one(_Shares).redraw(layout=True)

    def _list(self, name: str | None) -> None:
        """List the numbers in the order that is wanted, the cursor on one of them."""
        saves = (self._saves or {}) if self._by_effect else None
        self._names = number_rows.names(self.session.standing, saves)
        rows = self.query_one(PageList)
        rows.show(len(self._names))
        rows.cursor = self._names.index(name) if name in self._names else 0
        self._show()

    def _show(self) -> None:
        self.query_one(PageList).refresh()
        self.query_one(_Shares).redraw(layout=True)
        self.query_one("#numbers-head", Static).update(Content(clean(self._head())))

    def _head(self) -> str:
        if not self._by_effect:
            return "Coverage of the curricula, not ability. A claim says what you know already."
        if self._saves is None:
            return "Weighing what each claim would save …"
        return "Hours saved by claiming 20 more, most first. Claim what you could show."

    def _row(self, index: int, width: int) -> Line:
        name = self._names[index]
        saves = self._saves.get(name, 0.0) if self._by_effect and self._saves is not None else None
        return number_rows.draw(self._preview.standing, name, width, saves)

    def _detail(self, width: int) -> Sequence[Line]:
        return number_rows.detail(self._preview.standing, self.session.standing, self._current, width)


class ClaimsScreen(NumbersScreen):
    """The same, the claims that matter most first."""

    BY_EFFECT = True


class _Shares(Picture):
    def __init__(self, lines: Callable[[int], Sequence[Line]]) -> None:
        super().__init__()
        self._lines = lines

    def draw(self, width: int, height: int) -> Sequence[Line]:
        del height
        return self._lines(width)
