"""The list of a page: its rows are what the page says they are."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from planner.presentation.lines import Line
from planner.tui.widgets.row_list import RowList

Draw = Callable[[int, int], Line]
"""Row and width to the row, drawn."""


class PageList(RowList):
    """Rows that are nothing but rows; a double click on one counts as enter."""

    @dataclass
    class Moved(Message):
        """Another row is under the cursor."""

        index: int

    @dataclass
    class Chosen(Message):
        """Someone clicked on a row twice."""

        index: int

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self._count = 0

    def show(self, amount: int) -> None:
        """Show this many rows, drawn anew."""
        self._count = amount
        self.update_rows()

    @property
    def is_ready(self) -> bool:
        """Whether there is something to list: the page says so."""
        return True

    def row_count(self) -> int:
        """Return how many rows there are."""
        return self._count

    def row_line(self, index: int, width: int) -> Line:
        """Return one row."""
        return self._draw(index, width)

    def resource_at(self, index: int) -> str | None:
        """Return nothing: what a row stands for, the page knows."""
        del index
        return None

    def announce(self) -> None:
        """Say which row is under the cursor."""
        self.post_message(self.Moved(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; twice, as enter does."""
        index = event.y + self.scroll_offset.y
        if index < self._count:
            self.cursor = index
            if event.chain > 1:
                self.post_message(self.Chosen(index))
