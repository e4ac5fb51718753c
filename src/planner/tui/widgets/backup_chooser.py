"""What is wrong, the backups there are, and what the highlighted one says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from planner.core.former import Former
from planner.core.text import clean
from planner.presentation import keeping_rows
from planner.presentation.lines import Line
from planner.tui.messages import CommandChosen
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.page_list import PageList
from planner.tui.widgets.picture import Picture

STAYS = "It stays as it is until you choose. What it holds now is kept among the backups, too."
"""What is said below the reason why a profile cannot be read."""
_EMPTY = "There are no backups yet: the first one is made before your next change is saved."


@dataclass
class Words(Message):
    """What is to be said above the list."""

    text: str
    more: str = ""
    is_wrong: bool = False


@dataclass
class BackupRead(Message):
    """One more backup was read; None after the last one."""

    former: Former | None


@dataclass
class BackupChosen(Message):
    """Someone wants to go back to a backup."""

    former: Former


class FormerView(Picture):
    """What a backup says that now is not so."""

    former: Former | None = None

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return what is known about the backup."""
        del height
        return keeping_rows.draw_sample(self.former, width) if self.former else ()


class BackupChooser(Vertical):
    """Backups are read in the background, the newest first; enter chooses the highlighted one."""

    BINDINGS = [Binding("enter", "choose", show=False)]

    def __init__(
        self,
        words: Callable[[], Words],
        read: Callable[[], Iterator[Former]],
        now: datetime,
        keys: Sequence[tuple[str, str, str]],
    ) -> None:
        super().__init__(classes="page wide-page")
        self._words = words
        self._read = read
        self._now = now
        self._keys = (("enter", "restore", "choose"), *keys)
        self._formers: list[Former] = []
        self.is_read = False
        """Whether all backups are listed."""

    def compose(self) -> ComposeResult:
        """Lay out the words over the list, and the details below."""
        self.border_title = "Restore"
        yield Static(id="restore-words")
        rows = PageList(self._row, id="backups")
        rows.EMPTY = ""
        yield rows
        with VerticalScroll(id="differs", can_focus=False):
            yield FormerView(id="former")
        yield KeyLine(self._keys)

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(PageList).focus()
        self.run_worker(self._work, thread=True)

    @on(Words)
    def say(self, message: Words) -> None:
        """Say what is wrong, or what choosing will do."""
        said = Content.assemble((clean(message.text, 1000), "$error" if message.is_wrong else ""))
        more = Content(clean(f"\n{message.more}" if message.more else "", newlines=True))
        self.query_one("#restore-words", Static).update(Content.assemble(said, more))

    def _work(self) -> None:
        worker = get_current_worker()
        self.post_message(self._words())
        for each in self._read():
            if worker.is_cancelled:
                return
            self.post_message(BackupRead(each))
        self.post_message(BackupRead(None))

    @on(BackupRead)
    def _list(self, message: BackupRead) -> None:
        message.stop()
        rows = self.query_one(PageList)
        if message.former is not None:
            self._formers.append(message.former)
        else:
            rows.EMPTY, self.is_read = _EMPTY, True
        rows.show(len(self._formers))

    def _row(self, index: int, width: int) -> Line:
        del width
        return keeping_rows.draw_choice(self._formers[index], self._now)

    @on(PageList.Moved)
    def _show(self, message: PageList.Moved) -> None:
        view = self.query_one(FormerView)
        view.former = self._formers[message.index] if message.index < len(self._formers) else None
        view.redraw(layout=True)

    @on(PageList.Chosen)
    def action_choose(self) -> None:
        """Go back to the highlighted backup."""
        cursor = self.query_one(PageList).cursor
        if cursor < len(self._formers):
            self.post_message(BackupChosen(self._formers[cursor]))

    @on(CommandChosen)
    async def _clicked(self, message: CommandChosen) -> None:
        """Do what was clicked in the line of keys."""
        message.stop()
        await self.run_action(message.action)
