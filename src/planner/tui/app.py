"""The application: themes, stylesheet, and the way in and out."""

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from planner.session import Session
from planner.tui.ink import SafeOutput
from planner.tui.palette import PlannerCommands
from planner.tui.screens.main import MainScreen
from planner.tui.themes import DARK, THEMES


class PlannerApp(App[None]):
    """planner, full screen."""

    TITLE = "planner"
    CSS_PATH = "app.tcss"
    COMMANDS = {PlannerCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]
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

    def on_unmount(self) -> None:
        """Leave only when everything is on the disk."""
        self._main.flush()
