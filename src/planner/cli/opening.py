"""The commands that open the screens: demo, serve; and what `planner` alone does."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from planner.cli.context import Files, Whole, file_options
from planner.cli.recovery import opened
from planner.cli.talk import RefusedError, say

if TYPE_CHECKING:
    from planner.configuration import Configuration
    from planner.session import Session

_NEEDED = (
    "a browser needs textual-serve, which is not here: `pip install 'unicorn-planner[web]'`, or"
    " `pipx inject unicorn-planner textual-serve`"
)


def has_screen() -> bool:
    """Return whether there is something to draw the screens on: a terminal, or a browser's stand-in."""
    served = os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")
    return served or (sys.stdin.isatty() and sys.stdout.isatty())


def open_screens(files: Files) -> NoReturn:
    """Open planner full screen, and end with what it ended with."""
    gc.disable()  # nothing that is loaded is garbage; the screens turn it on again
    from planner.configuration import Configuration

    sys.exit(_run(opened(files), Configuration.read()))


def _run(session: "Session", configuration: "Configuration | None" = None) -> int:
    """Run the screens; return what planner ends with."""
    from planner.tui.app import PlannerApp  # Textual is loaded here and nowhere else

    app = PlannerApp(session, configuration)
    app.run(mouse=True)
    if app.unsaved:
        say(f"planner: your last changes are NOT saved. {app.unsaved}")
    return app.return_code or (1 if app.unsaved else 0)


@click.command()
def demo() -> None:
    """Open the screens on made-up data: a data scientist after a quarter of evenings.

    Try every key: your own files are neither read nor changed, and nothing is kept.

    Example: planner demo
    """
    if not has_screen():
        raise RefusedError("the demo needs a terminal")
    gc.disable()
    from planner.demo import throwaway

    with throwaway() as session:
        code = _run(session)
    say("That was the demo: nothing of it was kept. `planner` opens your own.")
    sys.exit(code)


@click.command()
@click.option("--port", type=Whole(1, 65535), default=8000, show_default=True, help="Where, on this machine.")
@file_options
@click.pass_obj
def serve(files: Files, port: int) -> None:
    """Open the screens in a browser, on this machine alone.

    Every page that is opened there is a planner of its own, on your files. It listens on 127.0.0.1 and
    cannot be told to listen elsewhere: there is no password, and every account of this machine may look.

    Example: planner serve --port 8080
    """
    try:
        from planner import web
    except ModuleNotFoundError:
        raise RefusedError(_NEEDED) from None
    try:
        web.serve(_options(files), port, say)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise RefusedError(f"port {port} cannot be used: {why}; --port chooses another one") from None


def _options(files: Files) -> list[str]:
    """Return the options that name the same files."""
    named: dict[str, Path | None] = {"--profile": files.profile, "--curricula": files.curricula}
    return [word for name, path in named.items() if path for word in (name, str(path.absolute()))]


COMMANDS = (demo, serve)
