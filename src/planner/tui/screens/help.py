"""The keys, and what the numbers mean."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from planner.core.standing import STATES
from planner.presentation.glyphs import STATE_GLYPHS, STATE_WORDS
from planner.presentation.lines import Line, fit, line, wrap
from planner.tui.commands import COMMANDS, MOVES, Command
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


_NAMES = {"question_mark": "?", "slash": "/", "colon": ":", "plus": "+", "minus": "-", "equals_sign": "="}


class HelpScreen(Page):
    """One page, generated from the table of commands."""

    BINDINGS = [Binding("q,question_mark,f1,enter", "leave", "back")]

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        page = VerticalScroll(_HelpPage(), id="help")
        page.border_title = "Keys and numbers"
        page.border_subtitle = "esc back"
        yield page


class _HelpPage(Picture):
    def draw(self, width: int, height: int) -> Sequence[Line]:
        del height
        keys = [(key_names(each), each.tooltip) for each in COMMANDS]
        lines: list[Line] = []
        for key, text in [*MOVES, *keys]:
            first, *more = wrap(text, max(10, width - 17))
            lines.append(line((fit(f" {key}", 16), "key"), f" {first}"))
            lines += [line(f"{'':17}{each}") for each in more]
        lines += [(), *(line(f" {each}") for each in wrap(MEANING, max(10, width - 2))), ()]
        states = [(STATE_GLYPHS[state], STATE_WORDS[state]) for state in STATES]
        lines += [line((fit(f" {glyph}", 16), "key"), f" {words}") for glyph, words in (*MARKS, *states)]
        return lines


def key_names(command: Command) -> str:
    """Return a command's keys as people write them."""
    first, *others = command.keys.split(",")
    return " ".join((command.shown or _NAMES.get(first, first), *(_NAMES.get(each, each) for each in others)))
