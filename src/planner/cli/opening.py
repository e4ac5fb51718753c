"""The screens, opened from the shell."""

import gc
import sys

from planner.cli.context import Files
from planner.cli.talk import say


def open_screens(files: Files) -> None:
    """Open planner full screen, and end with what it ended with."""
    gc.disable()  # nothing that is loaded is garbage; the screens turn it on again
    session = files.open()
    from planner.tui.app import PlannerApp  # Textual is loaded here and nowhere else

    app = PlannerApp(session)
    app.run(mouse=True)
    if app.unsaved:
        say(f"planner: your last changes are NOT saved. {app.unsaved}")
    sys.exit(app.return_code or (1 if app.unsaved else 0))
