"""The commands for authors of curricula: check."""

import click

from planner.cli.context import Files, RefusedError, file_options, say
from planner.core.lint import advise
from planner.presentation.figures import count


@click.command()
@file_options
@click.pass_obj
def check(files: Files) -> None:
    """Check curricula: what is wrong with them, and what could be better.

    Example: planner check --curricula ./my-curricula
    """
    session = files.open(quiet=True)
    for problem in session.problems:
        click.echo(str(problem))
    advice = advise(session.catalogue)
    for each in advice:
        click.echo(f"{each.curriculum}.toml: [{each.code}] {each.text}")
    if session.problems or advice:
        raise RefusedError(
            f"{count(len(session.problems), 'problem')}, {count(len(advice), 'piece')} of advice"
        )
    resources, curricula = len(session.catalogue.resources), len(session.catalogue.curricula)
    say(f"{count(resources, 'resource')} in {count(curricula, 'file')}: fine.")


COMMANDS = (check,)
