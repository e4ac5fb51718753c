"""What any program of ours has that fills the terminal: themes, stylesheet, and a proper way out."""

import asyncio
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import App, ReturnType
from textual.filter import LineFilter
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from planner.core.text import clean
from planner.session import report_crash
from planner.tui.ink import SafeOutput
from planner.tui.themes import DARK, THEMES

_AT_REST = 0.1
"""Seconds after which a window has its new size."""
_LEAST = 60, 20
"""Columns and rows that the screens need."""
_TURN = 0.0005
"""Seconds that a thread computes before one that waits, like the screen, has its turn."""
PAGES = Path(__file__).with_name("pages.tcss")
"""How pages look that lie over the main screen; read when the first of them is opened."""
_LEAVE = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class FullScreen(App[ReturnType]):
    """planner, full screen."""

    TITLE = "planner"
    CSS_PATH: ClassVar[str | list[str | PurePath]] = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (_LEAST[0], "-small"), (80, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (_LEAST[1], "-short"), (36, "-tall")]

    def __init__(self, *themes: str | None) -> None:
        """Begin with the first of these themes that there is, else with ours."""
        super().__init__()
        self._repaint: Timer | None = None
        self._is_painted = False
        self._gate = SafeOutput()  # one: what it let out is remembered under it
        for each in THEMES:
            self.register_theme(each)
        self.theme = next((each for each in themes if each in self.available_themes), DARK.name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character out, whatever else was forgotten."""
        return [*super().get_line_filters(), self._gate]

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is anything, note the colours alone, which saves a parse."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Let keys interrupt what threads compute; leave properly when told to, the terminal as it was."""
        sys.setswitchinterval(_TURN)
        loop = asyncio.get_running_loop()
        for number in _LEAVE:
            with suppress(NotImplementedError, ValueError):
                loop.add_signal_handler(number, partial(self.exit, None, 128 + number))

    def on_resize(self) -> None:
        """Paint everything again once sizes come to rest: a frame for another size may have come between."""
        if self._repaint is not None:
            self._repaint.stop()
        if self._is_painted:
            self._repaint = self.set_timer(_AT_REST, self._paint_all)

    def on_ready(self) -> None:
        """Note that the first frame is there."""
        self._is_painted = True

    def _paint_all(self) -> None:
        for each in self.screen_stack:
            each.refresh()

    def _fatal_error(self) -> None:
        """Show one line instead of a traceback, which is kept for whoever mends it."""
        error = sys.exc_info()[1]
        said = report_crash(error) if error else "planner: something went wrong"
        self.panic(Text(clean(said)))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink, wherever one types."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def action_help_quit(self) -> None:
        """Leave on ctrl+c; it copies first where something is selected."""
        self.exit()


def is_too_small(size: Size) -> bool:
    """Return whether a window has no room for the screens: the stylesheet says so over them."""
    return size.width < _LEAST[0] or size.height < _LEAST[1]


def fit(screen: Screen[Any]) -> None:
    """Give a screen its classes for the size of the terminal before it is laid out, not only after."""
    app = screen.app
    for cells, steps in (
        (app.size.width, app.HORIZONTAL_BREAKPOINTS or ()),
        (app.size.height, app.VERTICAL_BREAKPOINTS or ()),
    ):
        fits = [name for least, name in sorted(steps) if least <= cells][-1:]
        screen.update_classes(dict.fromkeys(fits, True), update=False)
