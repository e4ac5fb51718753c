"""A file that a command writes instead of stdout: never over another one unasked."""

import sys
from pathlib import Path

import click

from planner.cli.context import F
from planner.cli.stderr import RefusedError


def output_options(command: F) -> F:
    """Give a command `-o FILE` and `--yes`."""
    to_file = click.Path(path_type=Path, dir_okay=False)
    replacing = "Replace a file that is there already without asking."
    command = click.option("--yes", is_flag=True, help=replacing)(command)
    return click.option("-o", "--output", type=to_file, help="Write here, not to stdout.")(command)


def make_sure(output: Path, *, yes: bool) -> None:
    """Ask before a file is replaced.

    Raises:
        RefusedError: it is there already and is to stay.
    """
    if output.exists() and not yes and not _confirmed(f"{output} is there already. Replace it?"):
        raise RefusedError(f"{output} is there already; --yes replaces it")


def _confirmed(question: str) -> bool:
    return sys.stdin.isatty() and click.confirm(question, err=True)
