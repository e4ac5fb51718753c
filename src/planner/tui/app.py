"""The application: the main screen, its commands, and everything saved in the end."""

import asyncio
import time

from msgspec.structs import replace
from rich.console import RenderableType
from textual.binding import Binding
from textual.command import Provider
from textual.screen import Screen

from planner.configuration import Configuration
from planner.session import Session
from planner.tui.full_screen import FullScreen
from planner.tui.screens.main import MainScreen
from planner.tui.sweeper import Sweeper


def _commands() -> type[Provider]:
    """Return what the palette offers; it is imported when that is first opened."""
    from planner.tui.palette import PlannerCommands

    return PlannerCommands


class PlannerApp(FullScreen[None]):
    """planner on a profile, with the person's own keys, theme and motion."""

    COMMANDS = {_commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [Binding("ctrl+p", "command_palette", show=False, priority=True, id="palette")]

    def __init__(self, session: Session, configuration: Configuration | None = None) -> None:
        self.wanted = wanted = configuration or Configuration.usual()
        """What the person wants on this machine."""
        super().__init__(wanted.theme, session.profile.settings.theme)
        self._sweeper = Sweeper(self)
        problems = [*session.problems, *wanted.problems]
        if wanted.theme and wanted.theme not in self.available_themes:
            problems.append(wanted.without_theme(wanted.theme))
        self._main = MainScreen(replace(session, problems=tuple(problems)), wanted.keys)
        self.set_keymap(dict(wanted.keys.changed))
        if wanted.is_still:
            self.animation_level = "none"

    @property
    def unsaved(self) -> str:
        """Words about the last save, if it went wrong."""
        return self._main.unsaved

    def get_default_screen(self) -> Screen[None]:
        """Begin on the main screen."""
        return self._main

    def on_mount(self) -> None:
        """Turn the garbage collector on again, which was off while everything was loaded."""
        self.call_after_refresh(self._sweeper.begin)

    def post_display_hook(self) -> None:
        """Let the frame out before anything else is computed; tell who collects garbage about it."""
        time.sleep(0)  # the thread that writes has its turn
        self._sweeper.stir()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, with what is half done on an open page done."""
        if self._main.is_mounted:
            self._main.finish(self.screen_stack)
        super().exit(result, return_code, message)

    def watch_theme(self, name: str) -> None:
        """Remember the theme that was chosen, unless the config file names one for this machine."""
        if not self.is_running or not self._main.is_mounted:
            return
        if self.wanted.theme:
            self._main.tell(f"Until you leave: {self.wanted.config.file.name} names another theme.")
        elif name != self._main.session.profile.settings.theme:
            self._main.session = self._main.session.set_setting("theme", name)

    async def on_unmount(self) -> None:
        """Leave only when everything is on the disk; a lock is waited for without holding up anything."""
        await asyncio.to_thread(self._main.flush)
