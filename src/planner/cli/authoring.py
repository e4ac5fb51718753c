"""The commands for authors of curricula: check, convert, new, schema."""

from pathlib import Path
from typing import Any

import click

from planner import authoring, text_files
from planner.cli.context import Files, RefusedError, file_options, json_option, print_json, refused, say
from planner.core.curriculum import AREAS
from planner.exchange.conversion import DEFAULT_COURSE_HOURS, DEFAULT_HOURS, Conversion, Wish
from planner.exchange.conversion import convert as converted
from planner.exchange.starter import starter
from planner.exchange.words import slug
from planner.presentation import documents
from planner.presentation.figures import count

_EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)
_SPENT = click.FloatRange(0.1, 400)


@click.command()
@click.argument("named", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--strict", is_flag=True, help="Refuse what could be better as well.")
@json_option
@file_options
@click.pass_obj
def check(files: Files, named: tuple[Path, ...], strict: bool, as_json: bool) -> None:
    """Check curricula: what is wrong with them, and what could be better.

    FILE may also be a folder; without any, all curricula are checked. Advice ends in a code, which a line
    like silence = ["link"] in the file, or in one of its tables, makes quiet.

    Example: planner check pottery.toml
    """
    found = authoring.check(named, files.curricula)
    if as_json:
        print_json(documents.check(found.files, found.resources, found.problems, found.remarks))
    else:
        for each in (*found.problems, *found.remarks):
            click.echo(str(each))
    said = f"{count(len(found.problems), 'problem')}, {count(len(found.remarks), 'piece')} of advice"
    if found.problems or (strict and found.remarks):
        raise RefusedError(said)
    verdict = f"fine, with {count(len(found.remarks), 'piece')} of advice" if found.remarks else "fine"
    say(f"{count(found.resources, 'resource')} in {count(found.files, 'file')}: {verdict}.")


@click.command()
def schema() -> None:
    """Print the JSON Schema of a curriculum file, for editors and other programs.

    Example: planner schema > curriculum.schema.json
    """
    click.echo(authoring.schema(), nl=False)


@click.group()
def new() -> None:
    """Begin something of your own.

    Example: planner new curriculum "Pottery at home"
    """


@new.command()
@click.argument("title")
@click.option("-o", "--output", type=_FILE, help="Write it here, not among your own curricula.")
def curriculum(title: str, output: Path | None) -> None:
    """Write a curriculum with comments to fill in, and its schema beside it.

    Example: planner new curriculum "Pottery at home"
    """
    name = _name_of(output) if output else slug(title) or "my-curriculum"
    file = output or authoring.own_folder() / f"{name}.toml"
    if file.exists():
        raise RefusedError(f"{file} is there already; choose another title, or a place with -o")
    with refused():
        authoring.write(file, starter(name, title))
    say(f"Written: {file}. `planner check {file}` looks it over.")


@click.command()
@click.argument("source", metavar="FILE.md", type=_EXISTING)
@click.option("-o", "--output", type=_FILE, help="Write it here, with its schema beside it, not to stdout.")
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
    name = _name_of(output) if output else slug(source.stem) or "converted"
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


def _name_of(file: Path) -> str:
    """Return the id that a curriculum in this file has.

    Raises:
        RefusedError: the file's name cannot be one.
    """
    name = file.stem
    if file.suffix != ".toml" or slug(name, len(name)) != name:
        better = f"{slug(name) or 'my-curriculum'}.toml"
        raise RefusedError(f"call it '{better}': its name is its id, of a-z, 0-9 and -")
    return name


COMMANDS = (check, convert, new, schema)
