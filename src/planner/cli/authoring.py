"""The commands for authors of curricula: check, new, schema."""

from pathlib import Path

import click

from planner import authoring
from planner.cli.context import file_options, json_option
from planner.cli.files import Files
from planner.cli.refusals import refused
from planner.cli.stderr import RefusedError, say
from planner.cli.talk import print_json
from planner.exchange.starter import starter
from planner.exchange.words import slug
from planner.presentation import documents
from planner.presentation.figures import count

CURRICULUM_FILE = click.Path(path_type=Path, dir_okay=False)
"""Where a curriculum is to be written."""


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
@click.option("-o", "--output", type=CURRICULUM_FILE, help="Write it here, not among your own curricula.")
def curriculum(title: str, output: Path | None) -> None:
    """Write a curriculum with comments to fill in, and its schema beside it.

    Example: planner new curriculum "Pottery at home"
    """
    name = id_of_file(output) if output else slug(title) or "my-curriculum"
    file = output or authoring.own_folder() / f"{name}.toml"
    if file.exists():
        raise RefusedError(f"{file} is there already; choose another title, or a place with -o")
    with refused():
        authoring.write(file, starter(name, title))
    say(f"Written: {file}. `planner check {file}` looks it over.")


def id_of_file(file: Path) -> str:
    """Return the id that a curriculum in this file has.

    Raises:
        RefusedError: the file's name cannot be one.
    """
    name = file.stem
    if file.suffix != ".toml" or slug(name, len(name)) != name:
        better = f"{slug(name) or 'my-curriculum'}.toml"
        raise RefusedError(f"call it '{better}': its name is its id, of a-z, 0-9 and -")
    return name


COMMANDS = (check, new, schema)
