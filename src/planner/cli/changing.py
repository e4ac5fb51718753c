"""The commands that change the profile: setup, mark, log; and export."""

import sys
from datetime import datetime
from pathlib import Path

import click

from planner.cli.context import (
    HOURS,
    Files,
    RefusedError,
    file_options,
    known,
    print_lines,
    refused,
    save,
    say,
)
from planner.core.curriculum import AREAS
from planner.core.marking import MARKS, NO_TITLE, Answers, Mark
from planner.core.skill import Position
from planner.core.target import DEFAULT_TARGET, DEFAULT_VIA, NO_VIA
from planner.presentation import reports
from planner.presentation.figures import count, hours


@click.command()
@click.option(
    "--title", metavar="ROLE", required=True, help="The role you are nearest to; `none` for none yet."
)
@click.option("--hours-per-week", type=HOURS, required=True, help="Hours of study.")
@click.option("--domain", metavar="COMPETENCY", required=True, help="The domain you choose.")
@click.option(
    "--target", metavar="ROLE", default=DEFAULT_TARGET, show_default=True, help="The role you aim at."
)
@click.option(
    "--via", metavar="ROLE", default=DEFAULT_VIA, show_default=True, help="A stop on the way, or `none`."
)
@file_options
@click.pass_obj
def setup(files: Files, title: str, hours_per_week: float, domain: str, target: str, via: str) -> None:
    """Answer the questions of the first run in one go.

    Example: planner setup --title data-scientist --hours-per-week 8 --domain finance-fraud
    """
    session = files.open()
    roles = session.catalogue.roles
    answers = Answers(
        title=known(title, [*roles, NO_TITLE], "role"),
        hours_per_week=hours_per_week,
        domain=known(domain, [each.id for each in session.catalogue.domains], "domain"),
        target=known(target, roles, "role"),
        via=known(via, [*roles, NO_VIA], "role"),
    )
    session = save(session.set_up(answers))
    print_lines(reports.status(session.standing))
    presumed = len(session.standing.ground.presumed)
    if presumed:
        say(f"{count(presumed, 'resource')} presumed known: `planner list --status presumed` shows them.")


@click.command()
@click.argument("words", metavar="ID... STATUS", nargs=-1, required=True)
@file_options
@click.pass_obj
def mark(files: Files, words: tuple[str, ...]) -> None:
    """Mark resources: todo, doing, done, known or skipped.

    Example: planner mark ddia cs50-sql done
    """
    *ids, wanted = words
    status: Mark | None = next((each for each in MARKS if each == wanted), None)
    if status is None:
        raise click.UsageError(f"The last word is the status, one of: {', '.join(MARKS)}.")
    if not ids:
        raise click.UsageError("Name at least one resource before the status.")
    session = files.open()
    catalogue = session.catalogue
    names = [known(catalogue.now_called(each), catalogue.resources, "resource") for each in ids]
    before = session.standing.skill.position
    session = save(session.mark(names, status))
    say(f"{session.past[-1].label}. {_changes(before, session.standing.skill.position)}")


@click.command()
@click.argument("resource_id", metavar="ID")
@click.argument("minutes", type=click.IntRange(1, 24 * 60))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of it, instead of today.")
@file_options
@click.pass_obj
def log(files: Files, resource_id: str, minutes: int, day: datetime | None) -> None:
    """Log a stretch of study; it counts for what is in progress, and for your pace.

    Example: planner log backend-block-1 90 --day 2026-11-22
    """
    session = files.open()
    catalogue = session.catalogue
    name = known(catalogue.now_called(resource_id), catalogue.resources, "resource")
    before = session.standing.skill.position
    session = save(session.log(name, minutes, day.date() if day else session.today))
    left = hours(session.standing.remaining_hours(catalogue.resources[name]))
    say(f"{session.past[-1].label}, {left} left. {_changes(before, session.standing.skill.position)}")


def _changes(before: Position, after: Position) -> str:
    """Return the numbers that changed, before and after."""
    changed = [area for area in AREAS if abs(after.of(area) - before.of(area)) >= 0.05]  # noqa: PLR2004 - half a printed tenth
    return (
        ", ".join(f"{area} {before.of(area):.1f} → {after.of(area):.1f}" for area in changed)
        or "No number moves."
    )


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
    with refused():
        session.export(output)
    say(f"Exported to {output}.")


def _confirmed(question: str) -> bool:
    return sys.stdin.isatty() and click.confirm(question, err=True)


COMMANDS = (setup, mark, log, export)
