"""The group of commands, and what `planner` alone does."""

import sys

import click

from planner import __version__
from planner.cli.context import Files, file_options
from planner.cli.group import Commands, TableGroup
from planner.cli.talk import say


@click.group(
    cls=TableGroup,
    commands=Commands(),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="planner")
@file_options
@click.pass_context
def cli(context: click.Context) -> None:
    """Plan the way to machine-learning engineer: where you stand, what comes next, how long it takes.

    Without a command the screens open; where there is no terminal, the status is printed.
    """
    files = context.ensure_object(Files)
    if context.invoked_subcommand is not None:
        return
    from planner.cli.opening import has_screen, open_screens

    if has_screen():
        open_screens(files)
    from planner.cli.reading import print_status

    print_status(files.open().planned())


def main() -> None:
    """Run planner; what goes wrong inside it is kept, and said in one line."""
    try:
        cli(prog_name="planner")
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        from planner.session import report_crash

        say(report_crash(error))
        sys.exit(1)
