"""The commands that take progress out and in: export, import."""

import sys
from pathlib import Path

import click

from planner.cli.context import Files, RefusedError, file_options, print_lines, save, say
from planner.presentation import reports
from planner.session import ProfileError, Session


@click.command()
@click.option("--format", "form", type=click.Choice(["toml"]), default="toml", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to stdout."
)
@click.option("--yes", is_flag=True, help="Replace a file that is there already without asking.")
@file_options
@click.pass_obj
def export(files: Files, form: str, output: Path | None, yes: bool) -> None:
    """Export your progress as TOML, readable by people and by `planner import`.

    Example: planner export -o progress.toml
    """
    del form
    session = files.open()
    if session.is_new:
        raise RefusedError(f"there is nothing to export yet: {session.file} does not exist")
    if output is None:
        click.echo(session.as_toml(), nl=False)
        return
    if output.exists() and not yes and not _confirmed(f"{output} is there already. Replace it?"):
        raise RefusedError(f"{output} is there already; --yes replaces it")
    try:
        session.export(output)
    except ProfileError as error:
        raise RefusedError(str(error)) from None
    say(f"Exported to {output}.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@file_options
@click.pass_obj
def import_(files: Files, file: Path) -> None:
    """Take over an exported profile where there is none yet.

    Example: planner import progress.toml
    """
    session = _adopted(files.open(), file)
    session = save(session)
    say(f"Imported into {session.file}.")
    print_lines(reports.status(session.standing))


def _adopted(session: Session, file: Path) -> Session:
    try:
        return session.adopt(file)
    except ProfileError as error:
        raise RefusedError(str(error)) from None


def _confirmed(question: str) -> bool:
    return sys.stdin.isatty() and click.confirm(question, err=True)


COMMANDS = (export, import_)
