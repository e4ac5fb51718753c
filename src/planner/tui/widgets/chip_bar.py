"""The line over the list of the Curriculum that says what narrows it."""

from textual.reactive import var

from planner.presentation import chips
from planner.presentation.sheet import Sheet
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.sheet_picture import SheetPicture


class ChipBar(SheetPicture):
    """One line of chips; a click takes one out."""

    typing: var[bool] = var(False)
    """Whether someone types what to search for, in the line above."""

    def follow(self, *, typing: bool) -> None:
        """Say how the list is narrowed by now, where there is anything to say."""
        self.typing = typing
        self.display = typing or self._listed.listing.has_chips
        self.redraw()

    def watch_typing(self) -> None:
        """Say what was typed, or leave it to the line above."""
        self.redraw()

    def __init__(self, listed: CurriculumList, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._listed = listed

    def sheet(self, width: int) -> Sheet:
        """Return the one line."""
        listed = self._listed
        if listed.session is None:
            return Sheet(())
        left, total = len(listed.places), len(listed.session.catalogue.listed)
        line = chips.draw(listed.listing, listed.found, left, total, width, typing=self.typing)
        return Sheet((line,))
