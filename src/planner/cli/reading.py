"""The commands that read: status, list, show, why."""

from typing import Any, get_args

import click

from planner.cli.completion import areas_and_competencies, competencies, resources
from planner.cli.context import Whole, file_options, json_option
from planner.cli.files import Files
from planner.cli.refusals import known
from planner.cli.stderr import hint_at_setup, say
from planner.cli.talk import print_json, print_lines, width
from planner.core.curriculum import AREAS, KINDS, Cost
from planner.core.states import STATES
from planner.presentation import documents, reports, resource_detail
from planner.presentation.selection import Selection
from planner.session import Session


def print_status(session: Session) -> None:
    """Print where a person stands."""
    hint_at_setup(session)
    print_lines(reports.status(session.standing, width()))


@click.command()
@json_option
@file_options
@click.pass_obj
def status(files: Files, as_json: bool) -> None:
    """Show where you stand, the nearest titles and what lies ahead.

    Example: planner status --json | jq .position
    """
    session = files.open().planned()
    if as_json:
        hint_at_setup(session)
        print_json(documents.status(session.standing))
    else:
        print_status(session)


@click.command("list")
@click.option("--area", "areas", type=click.Choice(AREAS), multiple=True, help="Only resources of this area.")
@click.option(
    "--status", "states", type=click.Choice(STATES), multiple=True, help="Only those in this state."
)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only resources of this kind.")
@click.option(
    "--cost", "costs", type=click.Choice(get_args(Cost)), multiple=True, help="Only those that cost this."
)
@click.option("--level", "levels", type=Whole(1, 3), multiple=True, help="Only resources of this level.")
@click.option(
    "--competency", metavar="ID", default="", shell_complete=competencies, help="Only what teaches it."
)
@click.option("--ready", is_flag=True, help="Only what can be begun now, or is being done.")
@click.option("--on-path", is_flag=True, help="Only what is on your path.")
@click.option("--search", metavar="WORDS", default="", help="Words to find; a slip is forgiven.")
@json_option
@file_options
@click.pass_obj
def list_(files: Files, /, *, as_json: bool, **filters: Any) -> None:  # noqa: ANN401 - one argument an option
    """List resources. Filters combine; one that is given twice lets both through.

    Example: planner list --area ml --ready --search "deep learning"
    """
    standing = files.open().standing
    if filters["competency"]:
        known(filters["competency"], standing.catalogue.competencies, "competency")
    listed = Selection(**filters).of(standing)
    if as_json:
        print_json(documents.resources(standing, listed))
    else:
        print_lines(reports.resources(standing, listed, width()))
    if not listed:
        say("No resource fits.")


@click.command()
@click.argument("resource_id", metavar="ID", shell_complete=resources)
@json_option
@file_options
@click.pass_obj
def show(files: Files, resource_id: str, as_json: bool) -> None:
    """Show everything about one resource.

    Example: planner show ddia
    """
    standing = files.open().planned().standing
    name = known(standing.catalogue.now_called(resource_id), standing.catalogue.resources, "resource")
    resource = standing.catalogue.resources[name]
    if as_json:
        print_json(documents.resource(standing, resource))
    else:
        print_lines(resource_detail.draw(standing, resource, min(width(), 90)))


@click.command()
@click.argument("name", metavar="AREA|COMPETENCY", shell_complete=areas_and_competencies)
@json_option
@file_options
@click.pass_obj
def why(files: Files, name: str, as_json: bool) -> None:
    """Show what a number is made of; the printed column adds up.

    Example: planner why software
    """
    standing = files.open().standing
    known(name, [*AREAS, *standing.catalogue.competencies], "area or competency")
    if as_json:
        print_json(documents.why(standing, name) or {})
    else:
        print_lines(reports.why(standing, name, width()) or ())


COMMANDS = (status, list_, show, why)
