"""Going back to a backup, from the running program."""

from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message

from planner import keeping
from planner.core.former import Former
from planner.core.profile import Profile
from planner.presentation.keeping_rows import moment
from planner.session import ProfileError
from planner.tui.screens.page import Page
from planner.tui.widgets.backup_chooser import STAYS, BackupChooser, BackupChosen, Words

_KEYS = (("esc", "back", "screen.leave"),)
_SOUND = "Your profile is sound. Going back can be undone."


@dataclass
class BackupOpened(Message):
    """The chosen backup was read."""

    former: Former
    then: Profile


class RestorePage(Page):
    """The backups, and what restoring one would change."""

    BINDINGS = [Binding("q", "leave", "back")]

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        session = self.session
        yield BackupChooser(
            self._words,
            lambda: keeping.former(session.file, session.clock, session.profile),
            session.clock(),
            _KEYS,
        )

    def _words(self) -> Words:
        wrong = keeping.trouble_with(self.session.file)
        return Words(wrong, STAYS, is_wrong=True) if wrong else Words(_SOUND)

    @on(BackupChosen)
    def _choose(self, message: BackupChosen) -> None:
        self._open(message.former)

    @work(thread=True, exclusive=True)
    def _open(self, former: Former) -> None:
        try:
            opened = BackupOpened(former, keeping.taken_at(former.taken, self.session.file))
        except ProfileError as error:
            self.query_one(BackupChooser).post_message(Words(str(error), is_wrong=True))
        else:
            self.post_message(opened)

    @on(BackupOpened)
    def _restore(self, message: BackupOpened) -> None:
        label = f"As it was {moment(message.former.taken, self.session.clock())}"
        self.dismiss(lambda session: session.restored(message.then, label))
