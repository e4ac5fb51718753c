"""A note on a resource, as long as one likes: what is typed is kept, however one leaves."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import TextArea

from planner.core.marking import MOST_OF_A_NOTE
from planner.core.text import clean
from planner.presentation.lines import Line, crop, line
from planner.session import Session
from planner.tui.screens.page import Deed, Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture

_NEAR = 2000
"""Characters from which on it is said how many are left."""


def _cleaned(text: str) -> str:
    """Return a text that a terminal will show and not obey, its lines kept."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"), len(text) + 1, newlines=True)


class NoteScreen(Page):
    """An editor over the note; ctrl+s and escape keep it."""

    BINDINGS = [
        Binding("escape", "keep", "keep", priority=True),
        Binding("ctrl+s", "keep", "keep", priority=True),
    ]

    def __init__(self, session: Session, about: str) -> None:
        super().__init__(session, about)
        self._resource = session.catalogue.resources[about]
        self._before = _cleaned(session.profile.note_of(self._resource))

    def compose(self) -> ComposeResult:
        """Lay out the title, the editor and the keys."""
        with Vertical(id="note", classes="page") as box:
            box.border_title = "Note"
            yield _Title(clean(self._resource.title))
            yield NoteArea(self._before, id="note-text")
            yield KeyLine([("esc", "keeps it and leads back", "keep"), ("ctrl+z", "undo", "undo")])

    def on_mount(self) -> None:
        """Go on where the note ends."""
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    @property
    def text(self) -> str:
        """The note as it stands in the editor, without empty lines at its end."""
        areas = self.query(NoteArea).results()
        return next((_cleaned(each.text).rstrip() for each in areas), self._before)

    def unfinished(self) -> Deed | None:
        """Return what keeps the note, however long it is; nothing where it is as it was."""
        name, text = self._resource.id, self.text
        return None if text == self._before.rstrip() else lambda session: session.note(name, text)

    def action_undo(self) -> None:
        """Take the last typing back."""
        self.query_one(NoteArea).undo()

    async def action_keep(self) -> None:
        """Keep the note and go back; one that is too long stays open, so that nothing of it is lost."""
        await self.typed_in(self.query_one(NoteArea))
        if (more := len(self.text) - MOST_OF_A_NOTE) > 0:
            self.tell(f"{more:,} characters too many: a note has {MOST_OF_A_NOTE:,} at the most.")
        else:
            self.dismiss(self.unfinished())

    @on(TextArea.Changed)
    def _count(self) -> None:
        """Say how much room is left where there is not much."""
        size = len(self.text)
        is_near = size > MOST_OF_A_NOTE - _NEAR
        words = f"{size:,} of {MOST_OF_A_NOTE:,} characters" if is_near else ""
        self.query_one("#note").border_subtitle = Content(clean(words))


class NoteArea(TextArea):
    """A plain editor: what is pasted into it is text and nothing else."""

    def on_paste(self, event: events.Paste) -> None:
        """Take the control characters out."""
        event.text = _cleaned(event.text)


class _Title(Picture):
    def __init__(self, title: str) -> None:
        super().__init__(id="note-title")
        self._title = title

    def draw(self, width: int, height: int) -> tuple[Line, ...]:
        del height
        return (line((crop(self._title, width), "strong")),)
