"""The way to the screens, short: click, which knows the commands, is not loaded for it."""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from planner.cli.files import Files
from planner.cli.recovery import opened
from planner.cli.stderr import say

if TYPE_CHECKING:
    from planner.configuration import Configuration
    from planner.session import Session


_FRAMES = "700"
"""Frames a second, at the most: what follows from a key waits for one or two such ticks."""


def has_screen() -> bool:
    """Return whether there is something to draw the screens on: a terminal, or a browser's stand-in."""
    served = os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")
    return served or (sys.stdin.isatty() and sys.stdout.isatty())


def open_screens(files: Files) -> NoReturn:
    """Open planner full screen, and end with what it ended with."""
    gc.disable()  # nothing that is loaded is garbage; the screens turn it on again
    from planner.configuration import Configuration

    sys.exit(run(opened(files), Configuration.read()))


def run(session: "Session", configuration: "Configuration | None" = None) -> int:
    """Run the screens; return what planner ends with."""
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    from planner.tui.app import PlannerApp  # Textual is loaded here and nowhere else

    app = PlannerApp(session, configuration)
    app.run(mouse=True)
    if app.unsaved:
        say(f"planner: your last changes are NOT saved. {app.unsaved}")
    from planner.keeping import prepare_start  # needed when one leaves

    prepare_start(session.file)
    return app.return_code or (1 if app.unsaved else 0)
