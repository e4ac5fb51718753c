"""The command export: progress, taken out."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from planner import text_files
from planner.cli.context import Files, file_options
from planner.cli.refusals import refused
from planner.cli.talk import RefusedError, say
from planner.core.text import clean
from planner.exchange import calendar, document, markdown, table
from planner.session import Session

_WRITERS: Mapping[str, Callable[[Session], str]] = {
    "toml": lambda session: session.as_toml(),
    "json": lambda session: document.as_text(session.catalogue, session.profile),
    "csv": lambda session: table.rows_of(session.planned().standing),
    "markdown": lambda session: markdown.checklist(session.catalogue, session.profile),
    "ics": lambda session: calendar.calendar(session.planned().standing, session.clock()),
}
_NEEDS_A_PROFILE = ("toml", "json")
_ENDINGS: Mapping[str, str] = {
    ".toml": "toml",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".ics": "ics",
}


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_WRITERS)),
    help="TOML is the profile itself. [default: what -o ends in, else toml]",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to stdout."
)
@click.option("--yes", is_flag=True, help="Replace a file that is there already without asking.")
@file_options
@click.pass_obj
def export(files: Files, form: str | None, output: Path | None, yes: bool) -> None:
    """Export your progress: as TOML or JSON, as a CSV table, a Markdown checklist, a calendar.

    Example: planner export -o path.ics
    """
    session = files.open()
    form = form or _ENDINGS.get(output.suffix.lower() if output else "", "toml")
    if session.is_new and form in _NEEDS_A_PROFILE:
        raise RefusedError(f"there is nothing to export yet: {session.file} does not exist")
    if output is None:
        click.echo(_WRITERS[form](session).encode(), nl=False)
        return
    if output.exists() and not yes and not _confirmed(f"{output} is there already. Replace it?"):
        raise RefusedError(f"{output} is there already; --yes replaces it")
    with refused():
        if form == "toml":
            session.export(output)
        else:
            text_files.write(output, _WRITERS[form](session))
    say(f"Exported to {output}.")


def _confirmed(question: str) -> bool:
    return sys.stdin.isatty() and click.confirm(clean(question), err=True)


COMMANDS = (export,)
