"""The commands that open the screens: demo, serve."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.context import Whole, file_options
from planner.cli.files import Files
from planner.cli.screens import has_screen, run
from planner.cli.stderr import RefusedError, say

if TYPE_CHECKING:
    pass

_NEEDED = (
    "a browser needs textual-serve, which is not here: `pip install 'unicorn-planner[web]'`, or"
    " `pipx inject unicorn-planner textual-serve`"
)


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
        code = run(session)
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
