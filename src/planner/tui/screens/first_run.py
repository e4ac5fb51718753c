"""The three questions of the first run: nearest title, hours per week, domain."""

from collections.abc import Sequence
from typing import cast

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from planner.core.marking import NO_TITLE, Answers
from planner.core.text import clean
from planner.session import Session
from planner.tui.full_screen import PAGES, fit
from planner.tui.widgets.views import ChartView

HOURS = (3, 5, 8, 12, 20, 35)
_USUAL_HOURS = 8


class Question(Struct, frozen=True):
    """One question and its answers, each with an id."""

    text: str
    hint: str
    answers: Sequence[tuple[str, str]]
    usual: int = 0
    """The answer that is highlighted first."""


def questions(session: Session) -> tuple[Question, ...]:
    """Return the three questions under this catalogue."""
    settings = session.profile.settings
    titles = [
        *((role.id, role.title) for role in session.catalogue.roles.values()),
        (NO_TITLE, "none of these yet"),
    ]
    every = sorted({*HOURS, settings.hours_per_week or _USUAL_HOURS})
    hours = [(f"{each:g}", f"{each:g} hours") for each in every]
    domains = [(each.id, each.title) for each in session.catalogue.domains]
    return (
        Question(
            "Which title are you nearest to?",
            "It says what you can usually claim to know; everything can be changed later.",
            titles,
            _index(titles, settings.title),
        ),
        Question(
            "How many hours a week will you study?",
            "An honest number makes honest dates.",
            hours,
            _index(hours, f"{settings.hours_per_week or _USUAL_HOURS:g}"),
        ),
        Question(
            "Which domain do you know, or want to know?",
            "A model serves somebody; the essay finds this knowledge underrated.",
            domains,
            _index(domains, settings.domain),
        ),
    )


def _index(answers: Sequence[tuple[str, str]], given: str | None) -> int:
    """Return where the answer stands that was given before; the first one where none was."""
    return next((index for index, (name, _) in enumerate(answers) if name == given), 0)


class FirstRunScreen(ModalScreen[Answers | None]):
    """Asks one question at a time; the chart beside it shows what each answer means."""

    CSS_PATH = PAGES
    BINDINGS = [
        Binding("escape", "back", "back"),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    session: var[Session] = var(cast("Session", None))
    """Set before the screen is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.set_reactive(FirstRunScreen.session, session)
        self._asked = session
        self._questions = questions(session)
        self._given: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out the question and the chart."""
        with Vertical(id="first-run"):
            yield Static(Content("Where are you, and where do you want to go?"), id="welcome")
            with Horizontal():
                with Vertical(id="question"):
                    yield Static(id="asked")
                    yield OptionList(id="answers")
                    yield Static(id="hint")
                yield ChartView(id="preview").data_bind(FirstRunScreen.session)
            yield Static(Content("↑ ↓ choose   enter next   esc back"), id="first-run-keys")

    def on_mount(self) -> None:
        """Ask the first question."""
        fit(self)
        self._ask()

    def _ask(self) -> None:
        number = len(self._given)
        question = self._questions[number]
        self.query_one("#asked", Static).update(
            Content(clean(f"{number + 1} of {len(self._questions)}\n{question.text}", newlines=True))
        )
        self.query_one("#hint", Static).update(Content(clean(question.hint)))
        answers = self.query_one("#answers", OptionList)
        answers.clear_options()
        answers.add_options(
            [Option(Content(clean(text)), id=f"{number}:{name}") for name, text in question.answers]
        )
        answers.highlighted = question.usual if question.answers else None
        answers.focus()

    @on(OptionList.OptionHighlighted)
    def _preview(self, message: OptionList.OptionHighlighted) -> None:
        """Show where one would stand with the answer under the cursor."""
        number, _, answer = (message.option_id or "").partition(":")
        if number == "0" and not self._given:
            self.session = self._asked.set_up(Answers(answer, _USUAL_HOURS, ""))

    @on(OptionList.OptionSelected)
    def _answer(self, message: OptionList.OptionSelected) -> None:
        number, _, answer = (message.option_id or "").partition(":")
        if number != str(len(self._given)):
            return
        self._given.append(answer)
        if len(self._given) < len(self._questions) and self._questions[len(self._given)].answers:
            self._ask()
            return
        title, hours, domain = (*self._given, "", "")[:3]
        settings = self._asked.profile.settings
        kept = {name: value for name in ("target", "via") if (value := getattr(settings, name))}
        self.dismiss(Answers(title, float(hours or _USUAL_HOURS), domain, **kept))

    def action_back(self) -> None:
        """Go back a question; from the first one, leave with nothing changed."""
        if self._given:
            self._given.pop()
            self._ask()
        else:
            self.dismiss(None)

    def action_down(self) -> None:
        """Move down."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Move up."""
        self.query_one(OptionList).action_cursor_up()
