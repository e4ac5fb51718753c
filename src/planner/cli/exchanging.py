"""The command that takes progress out, and what takes the check marks of a list in."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from planner import text_files
from planner.cli.context import Files, RefusedError, file_options, refused, save, say
from planner.exchange import calendar, document, markdown, table
from planner.exchange.checklist import ticks_of
from planner.presentation.figures import count
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
LISTS = (".md", ".markdown")
_SHOWN = 20


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


def import_checklist(files: Files, file: Path) -> None:
    """Mark what is ticked in a Markdown list, and say what in it is no resource here."""
    session = files.open()
    with refused():
        ticks = ticks_of(text_files.read(file), session.catalogue)
    before = len(session.past)
    session = session.check_off(ticks.marks, ticks.parts, file.name)
    if len(session.past) > before:
        session = save(session)
        say(f"{session.past[-1].label}; `planner undo` takes that back.")
    else:
        say("Nothing in it is new.")
    if ticks.unmatched:
        say(f"{count(len(ticks.unmatched), 'ticked item')} of {ticks.ticked} no resource, or several:")
        for text in ticks.unmatched[:_SHOWN]:
            say(f"  {text}")
        if len(ticks.unmatched) > _SHOWN:
            say(f"  and {len(ticks.unmatched) - _SHOWN} more")


def _confirmed(question: str) -> bool:
    return sys.stdin.isatty() and click.confirm(question, err=True)


COMMANDS = (export,)
