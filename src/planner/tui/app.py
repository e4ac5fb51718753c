"""The application: themes, stylesheet, and the way in and out."""

import asyncio
import gc
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from rich.text import Text
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from planner.session import Session, report_crash
from planner.tui.ink import SafeOutput
from planner.tui.palette import PlannerCommands
from planner.tui.screens.main import MainScreen
from planner.tui.themes import DARK, THEMES

_LEAVE = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def _collect_from_now_on() -> None:
    """Let the garbage collector pass over all that was loaded."""
    gc.freeze()
    gc.enable()


class PlannerApp(App[None]):
    """planner, full screen."""

    TITLE = "planner"
    CSS_PATH = "app.tcss"
    COMMANDS = {PlannerCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-small"), (80, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (20, "-short"), (36, "-tall")]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._main = MainScreen(session)
        for theme in THEMES:
            self.register_theme(theme)
        chosen = session.profile.settings.theme
        self.theme = chosen if chosen in self.available_themes else DARK.name

    @property
    def unsaved(self) -> str:
        """Words about the last save, if it went wrong."""
        return self._main.unsaved

    def get_default_screen(self) -> Screen[None]:
        """Begin on the main screen."""
        return self._main

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character out, whatever else was forgotten."""
        return [*super().get_line_filters(), SafeOutput()]

    def on_mount(self) -> None:
        """Leave properly when told to: everything saved, the terminal as it was."""
        self.call_after_refresh(_collect_from_now_on)
        loop = asyncio.get_running_loop()
        for number in _LEAVE:
            with suppress(NotImplementedError, ValueError):
                loop.add_signal_handler(number, partial(self.exit, None, 128 + number))

    def _fatal_error(self) -> None:
        """Show one line instead of a traceback, which is kept for whoever mends it."""
        error = sys.exc_info()[1]
        self.panic(Text(report_crash(error) if error else "planner: something went wrong"))

    def action_help_quit(self) -> None:
        """Leave on ctrl+c; it copies first where something is selected."""
        self.exit()

    def watch_theme(self, name: str) -> None:
        """Remember the theme that was chosen."""
        if self._main.is_mounted and name != self._main.session.profile.settings.theme:
            self._main.session = self._main.session.set_setting("theme", name)

    def on_unmount(self) -> None:
        """Leave only when everything is on the disk."""
        self._main.flush()
