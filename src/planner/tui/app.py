"""The application: the main screen, its commands, and everything saved in the end."""

import asyncio
import gc

from textual.screen import Screen

from planner.session import Session
from planner.tui.full_screen import FullScreen
from planner.tui.palette import PlannerCommands
from planner.tui.screens.main import MainScreen


def _collect_from_now_on() -> None:
    """Let the garbage collector pass over all that was loaded."""
    gc.freeze()
    gc.enable()


class PlannerApp(FullScreen[None]):
    """planner on a profile."""

    COMMANDS = {PlannerCommands}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, session: Session) -> None:
        super().__init__(session.profile.settings.theme)
        self._main = MainScreen(session)

    @property
    def unsaved(self) -> str:
        """Words about the last save, if it went wrong."""
        return self._main.unsaved

    def get_default_screen(self) -> Screen[None]:
        """Begin on the main screen."""
        return self._main

    def on_mount(self) -> None:
        """Turn the garbage collector on again, which was off while everything was loaded."""
        self.call_after_refresh(_collect_from_now_on)

    def watch_theme(self, name: str) -> None:
        """Remember the theme that was chosen."""
        if self.is_running and self._main.is_mounted and name != self._main.session.profile.settings.theme:
            self._main.session = self._main.session.set_setting("theme", name)

    async def on_unmount(self) -> None:
        """Leave only when everything is on the disk; a lock is waited for without holding up anything."""
        await asyncio.to_thread(self._main.flush)
