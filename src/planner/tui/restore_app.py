"""The way back to a backup where the profile is damaged, or is not there any more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from planner import keeping
from planner.core.former import Former
from planner.session import ProfileError
from planner.tui.full_screen import PAGES, FullScreen
from planner.tui.widgets.backup_chooser import STAYS, BackupChooser, BackupChosen, Words

Outcome = Literal["restored", "anew"]
"""A backup was restored, or someone wants to begin anew."""


@dataclass
class Restored(Message):
    """A backup is in the profile's place."""


_OR_ANEW = "Go back to one of them, or begin anew: they stay."


class Trouble(Struct, frozen=True):
    """A profile that cannot be opened."""

    file: Path | None
    """None for the one at the usual place."""
    words: str
    """What is wrong with it."""
    is_there: bool
    """Whether there is a file, damaged as it is."""
    clock: Callable[[], datetime]

    def said(self) -> Words:
        """Return what to say about it."""
        return Words(self.words, STAYS if self.is_there else _OR_ANEW, is_wrong=True)


class RestoreScreen(Screen[None]):
    """Says what is wrong, and restores what is chosen."""

    BINDINGS = [Binding("escape,q", "leave", "leave"), Binding("n", "begin_anew", "begin anew")]

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        trouble = self._trouble
        anew = () if trouble.is_there else (("n", "begin anew", "screen.begin_anew"),)
        yield BackupChooser(
            trouble.said,
            lambda: keeping.former(trouble.file, trouble.clock),
            trouble.clock(),
            (*anew, ("esc", "leave", "screen.leave")),
        )

    @on(BackupChosen)
    def _choose(self, message: BackupChosen) -> None:
        self._restore(message.former)

    @work(thread=True, exclusive=True)
    def _restore(self, former: Former) -> None:
        try:
            keeping.restore_taken(former.taken, self._trouble.file, clock=self._trouble.clock)
        except ProfileError as error:
            self.query_one(BackupChooser).post_message(Words(str(error), is_wrong=True))
        else:
            self.post_message(Restored())

    @on(Restored)
    def _go_on(self) -> None:
        self.app.exit("restored")

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.app.exit()

    def action_begin_anew(self) -> None:
        """Leave the backups alone, and begin with the three questions."""
        if not self._trouble.is_there:
            self.app.exit("anew")


class RestoreApp(FullScreen[Outcome]):
    """planner before there is a profile that it can open."""

    CSS_PATH = ["app.tcss", PAGES]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self._first = RestoreScreen(trouble)

    def get_default_screen(self) -> Screen[None]:
        """Begin with what is wrong."""
        return self._first
