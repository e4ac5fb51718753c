"""The commands that draw: chart, progress."""

import click

from planner.cli.context import file_options, json_option
from planner.cli.files import Files
from planner.cli.stderr import hint_at_setup
from planner.cli.talk import print_json, print_lines, width
from planner.presentation import documents, map_page, progress_document, progress_page


@click.command()
@json_option
@file_options
@click.pass_obj
def progress(files: Files, as_json: bool) -> None:
    """Show hours by week and by area, the burn-up, the streak, the year, what you finished.

    Example: planner progress --json | jq .total
    """
    standing = files.open().standing
    if as_json:
        print_json(progress_document.document(standing))
    else:
        print_lines(progress_page.text(standing, width()))


@click.command()
@click.option("--zoom", is_flag=True, help="Only the way from you to the next stop.")
@json_option
@file_options
@click.pass_obj
def chart(files: Files, zoom: bool, as_json: bool) -> None:
    """Draw the chart, the pyramid and your numbers.

    Example: planner chart --zoom
    """
    session = files.open()
    if as_json:
        print_json(documents.chart(session.standing))
    else:
        hint_at_setup(session)
        print_lines(map_page.draw(session.standing, width(), zoom=zoom))


COMMANDS = (chart, progress)
