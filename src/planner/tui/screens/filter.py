"""The page of filters: choices with a letter each, and how many resources each would leave."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from planner.presentation import filter_board
from planner.presentation.filter_board import Choice, every_choice
from planner.presentation.lines import Line
from planner.presentation.listing import found_by
from planner.presentation.selection import Selection
from planner.presentation.sheet import Sheet, Target
from planner.session import Session
from planner.tui.messages import TargetChosen
from planner.tui.screens.page import Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture
from planner.tui.widgets.sheet_picture import SheetPicture

_KEYS = (
    ("enter", "show", "keep"),
    ("space", "on, off", "toggle_highlighted"),
    ("0", "all off", "clear"),
    ("esc", "as it was", "leave"),
)
_KEY_NAMES: Final = {"$": "dollar_sign"}


class FilterScreen(Page):
    """Letters, arrows with space, and clicks set filters; enter shows what passes them."""

    BINDINGS = [
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("left,h", "go(-1)", show=False, priority=True),
        Binding("right,l", "go(1)", show=False, priority=True),
        Binding("space", "toggle_highlighted", show=False, priority=True),
        Binding("0,backspace", "clear", show=False, priority=True),
        Binding("enter", "keep", show=False, priority=True),
        Binding("q", "leave", show=False),
        *(
            Binding(_KEY_NAMES.get(each.letter, each.letter), f"set({number})", show=False, priority=True)
            for number, each in enumerate(every_choice())
        ),
    ]

    def __init__(self, session: Session, selection: Selection, keep: Callable[[Selection], None]) -> None:
        super().__init__(session)
        self.selection = selection
        self._keep = keep
        self.found = found_by(session.catalogue, selection.search)

    def compose(self) -> ComposeResult:
        """Lay out the board over how many are left."""
        with Vertical(classes="page wide-page", id="filter") as page:
            page.border_title = "Filter"
            board = Board(self)
            board.set_reactive(Board.highlighted, every_choice()[0].target)
            yield board
            yield Outcome(self)
            yield KeyLine(_KEYS)

    def action_move(self, by: int) -> None:
        """Go to the choice above or below."""
        self._go("below", by)

    def action_go(self, by: int) -> None:
        """Go to the choice beside this one."""
        self._go("beside", by)

    def action_set(self, number: int) -> None:
        """Set a filter, or take it out."""
        self._toggle(every_choice()[number])

    def action_toggle_highlighted(self) -> None:
        """Set the highlighted filter, or take it out."""
        self._toggle(_choice_of(self.query_one(Board).highlighted))

    def action_clear(self) -> None:
        """Take all filters out; the search stays."""
        self.selection = Selection(search=self.selection.search)
        self._show()

    def action_keep(self) -> None:
        """Show what passes."""
        self._keep(self.selection)
        self.dismiss(None)

    @on(TargetChosen)
    def _chosen(self, message: TargetChosen) -> None:
        message.stop()
        self._toggle(_choice_of(message.target))

    def _toggle(self, choice: Choice) -> None:
        self.selection = self.selection.toggled(choice.group, choice.value)
        self.query_one(Board).highlighted = choice.target
        self._show()

    def _go(self, where: Literal["below", "beside"], by: int) -> None:
        board = self.query_one(Board)
        if board.highlighted is not None:
            sheet = board.sheet(board.size.width)
            there = sheet.below if where == "below" else sheet.beside
            board.highlighted = there(board.highlighted, by) or board.highlighted

    def _show(self) -> None:
        for each in self.query(Picture):
            each.redraw()


class Board(SheetPicture):
    """The choices, in columns."""

    def __init__(self, page: FilterScreen) -> None:
        super().__init__()
        self._page = page
        self._sheet: tuple[Selection | None, int, Sheet] = (None, 0, Sheet(()))

    def sheet(self, width: int) -> Sheet:
        """Return the choices with how many resources each would leave."""
        page = self._page
        if self._sheet[:2] != (page.selection, width):
            board = filter_board.sheet(page.session.standing, page.selection, page.found, width)
            self._sheet = (page.selection, width, board)
        return self._sheet[2]


class Outcome(Picture):
    """How many resources pass."""

    def __init__(self, page: FilterScreen) -> None:
        super().__init__()
        self._page = page

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del width, height
        page = self._page
        return [filter_board.outcome(page.session.standing, page.selection, page.found)]


def _choice_of(target: Target | None) -> Choice:
    return next(each for each in every_choice() if each.target == target)
