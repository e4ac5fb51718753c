"""The group of commands, and what `planner` alone does."""

import gc
import sys

import click

from planner.cli import authoring, changing, environment, exchanging, keeping, reading
from planner.cli.context import Files, file_options, say
from planner.session import report_crash


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unicorn-planner", prog_name="planner")
@file_options
@click.pass_context
def cli(context: click.Context) -> None:
    """Plan the way to machine-learning engineer: where you stand, what comes next, how long it takes.

    Without a command the screens open; where there is no terminal, the status is printed.
    """
    files = context.ensure_object(Files)
    if context.invoked_subcommand is None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            open_screens(files)
        else:
            reading.print_status(files.open())


def open_screens(files: Files) -> None:
    """Open planner full screen."""
    gc.disable()  # nothing that is loaded is garbage; the screens turn it on again
    session = files.open()
    from planner.tui.app import PlannerApp  # Textual is loaded here and nowhere else

    app = PlannerApp(session)
    app.run(mouse=True)
    if app.unsaved:
        say(f"planner: your last changes are NOT saved. {app.unsaved}")
    sys.exit(app.return_code or (1 if app.unsaved else 0))


for _module in (reading, changing, exchanging, keeping, authoring, environment):
    for _command in _module.COMMANDS:
        cli.add_command(_command)


def main() -> None:
    """Run planner; what goes wrong inside it is kept, and said in one line."""
    try:
        cli(prog_name="planner")
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        say(report_crash(error))
        sys.exit(1)
