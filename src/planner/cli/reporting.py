"""The command report: a page to send to a mentor or a manager."""

from pathlib import Path

import click

from planner import text_files
from planner.cli.context import file_options
from planner.cli.files import Files
from planner.cli.output import make_sure, output_options
from planner.cli.refusals import refused
from planner.cli.stderr import hint_at_setup, say
from planner.presentation import report_page


@click.command()
@output_options
@file_options
@click.pass_obj
def report(files: Files, output: Path | None, yes: bool) -> None:
    """Write a page about where you stand, to send to a mentor or a manager: one HTML file, printable.

    It holds chart, pyramid, numbers, progress and the path in chapters. Your notes stay with you.

    Example: planner report -o report.html
    """
    session = files.open().planned()
    hint_at_setup(session)
    text = report_page.page(session.standing)
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    make_sure(output, yes=yes)
    with refused():
        text_files.write(output, text)
    say(f"The report is in {output}; any browser opens and prints it.")


COMMANDS = (report,)
