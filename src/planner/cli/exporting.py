"""The command export: progress, taken out."""

from pathlib import Path

import click

from planner import exporting
from planner.cli.context import file_options
from planner.cli.files import Files
from planner.cli.output import make_sure, output_options
from planner.cli.refusals import refused
from planner.cli.stderr import say
from planner.exporting import Form


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(exporting.FORMS),
    help="TOML is the profile itself. [default: what -o ends in, else toml]",
)
@output_options
@file_options
@click.pass_obj
def export(files: Files, form: Form | None, output: Path | None, yes: bool) -> None:
    """Export your progress: as TOML or JSON, as a CSV table, a Markdown checklist, a calendar.

    Example: planner export -o path.ics
    """
    session = files.open()
    form = form or (exporting.form_of(output) if output else None) or "toml"
    if output is None:
        with refused():
            click.echo(exporting.text_of(session, form).encode(), nl=False)
        return
    make_sure(output, yes=yes)
    with refused():
        exporting.export(session, form, output)
    say(f"Exported to {output}.")


COMMANDS = (export,)
