"""What is presumed known, to be reviewed and overruled."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from planner.presentation import presumed_rows
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.screens.page import Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.page_list import PageList
from planner.tui.widgets.picture import Picture

_KEYS = (("space", "into the path", "overrule"), ("enter", "keep", "keep"), ("esc", "back", "leave"))


class PresumedScreen(Page):
    """A list; space says that one does not know it after all, which pins it into the path."""

    BINDINGS = [
        Binding("space,x", "overrule", show=False, priority=True),
        Binding("enter", "keep", show=False, priority=True),
        Binding("q", "leave", show=False),
    ]

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__(session, about)
        self._ids = presumed_rows.presumed(session.standing)
        self._overruled: set[str] = set()

    def compose(self) -> ComposeResult:
        """Lay out the heading over the list."""
        with Vertical(classes="page wide-page") as page:
            page.border_title = "Presumed known"
            yield _Heading(self)
            rows = PageList(self._row, id="presumed")
            rows.EMPTY = "Nothing is presumed: you claim nothing that makes a resource superfluous."
            rows.session = self.session
            yield rows
            yield KeyLine(_KEYS)

    def on_mount(self) -> None:
        """Show them all."""
        rows = self.query_one(PageList)
        rows.show(len(self._ids))
        rows.focus()

    def action_overrule(self) -> None:
        """Have the highlighted one in the path, or leave it presumed."""
        if self._ids:
            self._overruled ^= {self._ids[self.query_one(PageList).cursor]}
            self.query_one(PageList).refresh()
            self.query_one(_Heading).redraw()

    def action_keep(self) -> None:
        """Keep what was overruled."""
        chosen = [each for each in self._ids if each in self._overruled]
        self.dismiss((lambda session: session.pin(chosen)) if chosen else None)

    @on(PageList.Chosen)
    def _twice(self) -> None:
        self.action_overrule()

    def heading(self) -> Line:
        """Return what the page is about."""
        return presumed_rows.heading(self.session.standing, self._overruled)

    def _row(self, index: int, width: int) -> Line:
        name = self._ids[index]
        return presumed_rows.draw(self.session.standing, name, width, overruled=name in self._overruled)


class _Heading(Picture):
    def __init__(self, page: PresumedScreen) -> None:
        super().__init__()
        self._page = page

    def draw(self, width: int, height: int) -> Sequence[Line]:
        del width, height
        return (self._page.heading(), ())
