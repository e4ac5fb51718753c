"""The command convert: a Markdown list becomes a curriculum."""

from pathlib import Path
from typing import Any

import click

from planner import authoring, text_files
from planner.cli.authoring import CURRICULUM_FILE, id_of_file
from planner.cli.context import Number, file_options
from planner.cli.files import Files
from planner.cli.refusals import refused
from planner.cli.stderr import RefusedError, say
from planner.core.curriculum import AREAS
from planner.exchange.conversion import DEFAULT_COURSE_HOURS, DEFAULT_HOURS, Conversion, Wish
from planner.exchange.conversion import convert as converted
from planner.exchange.words import slug
from planner.presentation.figures import count

_EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)
_SPENT = Number(0.1, 400)


@click.command()
@click.argument("source", metavar="FILE.md", type=_EXISTING)
@click.option(
    "-o", "--output", type=CURRICULUM_FILE, help="Write it here, with its schema beside it, not to stdout."
)
@click.option("--area", type=click.Choice(AREAS), default="software", show_default=True, help="Of all of it.")
@click.option(
    "--hours", type=_SPENT, default=DEFAULT_HOURS, show_default=True, help="Of an item that says nothing."
)
@click.option(
    "--course-hours",
    type=_SPENT,
    default=DEFAULT_COURSE_HOURS,
    show_default=True,
    help="Of a course that says nothing.",
)
@click.option("--base", metavar="URL", default="", help="Where relative links start from.")
@click.option("--yes", is_flag=True, help="Replace a file that is there already.")
@file_options
@click.pass_obj
def convert(files: Files, /, source: Path, output: Path | None, *, yes: bool, **wish: Any) -> None:  # noqa: ANN401
    """Turn a Markdown list into a curriculum: headings become competencies, items and courses resources.

    Understood are lists, with boxes or links, and tables with courses, duration, effort, prerequisites.
    What is ticked becomes a profile beside the curriculum, for `planner import`.

    Example: planner convert README.md -o interview.toml
    """
    if output and output.exists() and not yes:
        raise RefusedError(f"{output} is there already; --yes replaces it")
    name = id_of_file(output) if output else slug(source.stem) or "converted"
    with refused():
        found = converted(text_files.read(source), Wish(name, **wish))
    if not found.resources:
        raise RefusedError(f"{source} has no list with boxes or links, and no table of courses")
    if output is None:
        click.echo(found.text, nl=False)
    else:
        with refused():
            _write(output, found, files)
    _report(found)


def _write(output: Path, found: Conversion, files: Files) -> None:
    authoring.write(output, found.text)
    say(f"Written: {output}")
    if found.done:
        beside = output.with_name(output.stem + authoring.PROFILE_ENDING)
        text_files.write(beside, authoring.profile_of(found.done, files.clock()))
        say(f"Written: {beside}, with {count(len(found.done), 'ticked item')} for `planner import`")
    looked_over = authoring.check([output], files.curricula)
    for each in looked_over.problems:
        say(str(each))
    if looked_over.remarks:
        say(f"`planner check {output}` has {count(len(looked_over.remarks), 'piece')} of advice.")


def _report(found: Conversion) -> None:
    """Say what was understood, and what was not."""
    own = f"{found.linked} with a link, {found.timed} with hours of their own"
    say(f"{count(found.resources, 'resource')}: {own}.")
    if found.required or found.unmatched:
        names = ", ".join(dict.fromkeys(found.unmatched)) or "none"
        say(f"{count(found.required, 'prerequisite')} found; not found: {names}.")


COMMANDS = (convert,)
