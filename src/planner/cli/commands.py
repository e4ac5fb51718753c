"""The group of commands, and what `planner` without one does."""

import click

from planner import __version__
from planner.cli.context import file_options
from planner.cli.files import Files
from planner.cli.group import Commands, TableGroup


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
    from planner.cli.screens import has_screen, open_screens

    if has_screen():
        open_screens(files)
    from planner.cli.reading import print_status

    print_status(files.open().planned())
