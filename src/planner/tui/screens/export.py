"""Write one's progress to a file: in which form, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from planner import exporting
from planner.core.problem import ProblemError
from planner.core.text import clean
from planner.exporting import ENDINGS, FORMS, Form
from planner.presentation.lines import Line, fit, line, wrap
from planner.session import Session
from planner.tui.screens.page import Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture

_ABOUT: dict[Form, tuple[str, str]] = {
    "toml": ("TOML", "your profile itself, for another machine"),
    "json": ("JSON", "everything, for other programs"),
    "csv": ("CSV", "a row per resource, for a spreadsheet"),
    "markdown": ("Markdown", "a checklist; its ticks can come back in"),
    "ics": ("Calendar", "the weeks of your path, as all-day events"),
}
_USUAL = [("enter", "export", "export"), ("↑ ↓", "form", "move(1)"), ("esc", "back", "leave")]
_ASKING = [("enter", "replace it", "export"), ("esc", "another name", "leave")]


@dataclass
class Exported(Message):
    """A file was written, or could not be."""

    error: str = ""


class ExportScreen(Page):
    """The form decides the ending of the file's name, and the ending the form."""

    BINDINGS = [
        Binding("enter", "export", "export", priority=True),
        Binding("up", "move(-1)", priority=True),
        Binding("down", "move(1)", priority=True),
    ]

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__(session, about)
        self.form: Form = "toml"
        self._agreed = ""
        """The name of a file that is there already and was asked about."""

    def compose(self) -> ComposeResult:
        """Lay out the forms, the file and the keys."""
        with Vertical(id="export", classes="page") as box:
            box.border_title = "Export"
            yield _Forms(self, id="forms")
            name = exporting.usual_name(self.session.today, self.form)
            file = Input(id="export-file", compact=True, max_length=1000, select_on_focus=False)
            file.value = f"~/{name}"
            yield file
            yield _Words(id="export-words")
            yield KeyLine(_USUAL, id="export-keys")

    def on_mount(self) -> None:
        """Let the file's name be typed at once; the arrows choose the form."""
        self.set_focus(self.file)

    @property
    def file(self) -> Input:
        """Where the file's name is typed."""
        return self.query_one("#export-file", Input)

    def say(self, words: str, *, asking: bool = False) -> None:
        """Say something under the file's name; where it is a question, say what the keys answer."""
        self.query_one(_Words).say(words)
        self.query_one("#export-keys", KeyLine).show(_ASKING if asking else _USUAL)
        self._agreed = self.file.value if asking else ""

    def choose(self, form: Form) -> None:
        """Take another form, and its ending for the file's name."""
        if form != self.form:
            self.form = form
            self.query_one(_Forms).redraw()
            name = Path(self.file.value)
            if exporting.form_of(name) not in (None, form):
                self.file.value = f"{self.file.value.removesuffix(name.suffix)}{ENDINGS[form]}"

    @on(Input.Changed)
    def _named(self, message: Input.Changed) -> None:
        if message.value != self._agreed:
            self.say("")
        self.choose(exporting.form_of(Path(message.value)) or self.form)

    def action_move(self, by: int) -> None:
        """Choose another form."""
        self.choose(FORMS[(FORMS.index(self.form) + by) % len(FORMS)])

    async def action_export(self) -> None:
        """Write the file; ask first where there is one of that name."""
        await self.typed_in(self.file)
        try:
            file = exporting.place(self.file.value)
        except ProblemError as error:
            self.say(str(error))
            return
        if file.exists() and self._agreed != self.file.value:
            self.say("There is a file of that name already.", asking=True)
            return
        self.say("… writing")
        self.run_worker(partial(self._write, file), thread=True, exclusive=True)

    def _write(self, file: Path) -> None:
        """Write the file, in a thread: a calendar may need a path first, and disks may be slow."""
        try:
            exporting.export(self.session, self.form, file)
        except ProblemError as error:
            self.post_message(Exported(str(error)))
        else:
            self.post_message(Exported())

    @on(Exported)
    def _written(self, message: Exported) -> None:
        if message.error:
            self.say(message.error)
            return
        where = clean(self.file.value)
        self.dismiss(None)
        self.app.notify(f"Exported to {where}", timeout=8, markup=False)

    def action_leave(self) -> None:
        """Go back: from the question to the file's name, else to the main screen."""
        if self._agreed:
            self.say("")
        else:
            super().action_leave()


class _Forms(Picture):
    """The forms, line by line; a click chooses one."""

    def __init__(self, page: ExportScreen, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._page = page

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return a line for each form."""
        del width, height
        lines = []
        for form in FORMS:
            name, about = _ABOUT[form]
            sign = "▸ " if form == self._page.form else "  "
            lines.append(line((sign, "key"), (fit(name, 11), "strong"), (about, "dim")))
        return lines

    def is_highlighted(self, y: int) -> bool:
        """Return whether a line is the chosen form."""
        return y < len(FORMS) and FORMS[y] == self._page.form

    def on_click(self, event: events.Click) -> None:
        """Choose a form."""
        if event.y < len(FORMS):
            self._page.choose(FORMS[event.y])


class _Words(Picture):
    """What there is to say about the file."""

    _text = ""

    def say(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.redraw(layout=True)

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the words, wrapped."""
        del height
        return [line((each, "caption")) for each in wrap(self._text, width)]
