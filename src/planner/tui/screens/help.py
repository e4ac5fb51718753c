"""The keys, and what the numbers mean."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from planner.core.states import STATES
from planner.presentation.glyphs import STATE_GLYPHS, STATE_WORDS
from planner.presentation.keys import Keys, keys_of
from planner.presentation.lines import Line, cells, fit, line, wrap
from planner.tui.messages import CommandChosen
from planner.tui.screens.page import Page
from planner.tui.widgets.picture import Picture

MEANING = (
    "The numbers are coverage of the curricula, not ability and not job readiness. Each competency has "
    "a mastery from 0 to 100: what you claim to know, and of the rest what you have studied and done. "
    "Reading alone fills it to 70 at the most. Your position is the weighted mean in each area."
)
MARKS = (
    ("◉", "you"),
    ("⚑", "the end of this leg"),
    ("★", "your target"),
    ("·", "the way there"),
    ("▓ ▒ ░", "done here, claimed, to go"),
    ("•", "on your path"),
    ("▌", "selected for the next mark"),
)


_WIDEST_KEYS = 24


class HelpScreen(Page):
    """One page, generated from the table of commands."""

    BINDINGS = [
        Binding("enter", "leave", "back"),
        Binding("q", "leave", "back", id="quit"),
        Binding("question_mark,f1", "leave", "back", id="help"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        page = VerticalScroll(_HelpPage(self.keys), id="help")
        page.border_title = "Keys and numbers"
        page.border_subtitle = "a click does it · esc back"
        yield page

    def do(self, action: str) -> None:
        """Go back, and do what was clicked there."""
        self.dismiss(None)
        self.app.screen_stack[0].post_message(CommandChosen(action))


class _HelpPage(Picture):
    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self._actions: list[str] = []
        """What each line from the top does when it is clicked; nothing where that is nothing."""

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the mouse."""
        action = self._actions[event.y] if event.y < len(self._actions) else ""
        if action and isinstance(self.screen, HelpScreen):
            self.screen.do(action)

    def draw(self, width: int, height: int) -> Sequence[Line]:
        del height
        keys = [(" ".join(keys_of(each)), each.tooltip, each.action) for each in self._keys.commands]
        rows = [*((key, text, "") for key, text in self._keys.moves_in_pairs), *keys]
        column = min(_WIDEST_KEYS, max(cells(key) for key, _, _ in rows) + 2)
        lines: list[Line] = []
        self._actions = []
        for key, text, action in rows:
            first, *more = wrap(text, max(10, width - column - 1))
            lines.append(line((fit(f" {key}", column), "key"), f" {first}"))
            lines += [line(f"{'':{column + 1}}{each}") for each in more]
            self._actions += [action] * (1 + len(more))
        lines += [(), *(line(f" {each}") for each in wrap(MEANING, max(10, width - 2))), ()]
        states = [(STATE_GLYPHS[state], STATE_WORDS[state]) for state in STATES]
        lines += [line((fit(f" {glyph}", column), "key"), f" {words}") for glyph, words in (*MARKS, *states)]
        return lines
