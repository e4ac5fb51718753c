"""The commands that read: status, list, show, path, why, where."""

from collections.abc import Mapping
from datetime import datetime

import click

from planner.cli.context import (
    HOURS,
    Files,
    RefusedError,
    file_options,
    json_option,
    known,
    print_json,
    print_lines,
    say,
    width,
)
from planner.core.curriculum import AREAS, KINDS
from planner.core.lint import advise
from planner.core.standing import STATES, Standing
from planner.core.target import NO_VIA
from planner.presentation import curriculum_rows, documents, path_rows, reports, resource_detail
from planner.presentation.figures import count
from planner.session import Session, places, released_ids

_HINT = "Not set up yet: `planner setup --help` tells how, or run `planner` and answer three questions."


def hint_at_setup(session: Session) -> None:
    """Say how to begin to someone who has not."""
    if not session.is_set_up:
        say(_HINT)


def print_status(session: Session) -> None:
    """Print where a person stands."""
    hint_at_setup(session)
    print_lines(reports.status(session.standing))


@click.command()
@json_option
@file_options
@click.pass_obj
def status(files: Files, as_json: bool) -> None:
    """Show where you stand, the nearest titles and what lies ahead.

    Example: planner status --json | jq .position
    """
    session = files.open()
    if as_json:
        hint_at_setup(session)
        print_json(documents.status(session.standing))
    else:
        print_status(session)


@click.command("list")
@click.option("--area", type=click.Choice(AREAS), help="Only resources of this area.")
@click.option("--status", "state", type=click.Choice(STATES), help="Only resources in this state.")
@click.option("--kind", type=click.Choice(KINDS), help="Only resources of this kind.")
@click.option("--ready", is_flag=True, help="Only what can be begun now.")
@click.option("--search", metavar="WORDS", default="", help="Only where all these words occur.")
@json_option
@file_options
@click.pass_obj
def list_(
    files: Files,
    area: str | None,
    state: str | None,
    kind: str | None,
    ready: bool,
    search: str,
    as_json: bool,
) -> None:
    """List resources.

    Example: planner list --area ml --ready --search "deep learning"
    """
    standing = files.open().standing
    found = curriculum_rows.find(standing.catalogue, search)
    listed = [
        each
        for each in standing.catalogue.resources.values()
        if each.id in found
        and kind in (None, each.kind)
        and area in (None, standing.catalogue.area_of(each))
        and state in (None, standing.state_of(each))
        and (not ready or standing.state_of(each) in ("ready", "doing"))
    ]
    if as_json:
        print_json(documents.resources(standing, listed))
    else:
        print_lines(reports.resources(standing, listed, width()))
    if not listed:
        say("No resource fits.")


@click.command()
@click.argument("resource_id", metavar="ID")
@json_option
@file_options
@click.pass_obj
def show(files: Files, resource_id: str, as_json: bool) -> None:
    """Show everything about one resource.

    Example: planner show ddia
    """
    standing = files.open().standing
    name = known(standing.catalogue.now_called(resource_id), standing.catalogue.resources, "resource")
    resource = standing.catalogue.resources[name]
    if as_json:
        print_json(documents.resource(standing, resource))
    else:
        print_lines(resource_detail.draw(standing, resource, min(width(), 90)))


@click.command()
@click.option("--target", metavar="ROLE", help="Aim at this role instead.")
@click.option("--via", metavar="ROLE", help="Stop at this role on the way; `none` for no stop.")
@click.option("--hours-per-week", type=HOURS, help="Study this much.")
@click.option("--domain", metavar="COMPETENCY", help="Choose this domain instead.")
@click.option("--free-only", is_flag=True, help="Leave out what has to be paid for.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="Begin on this day instead of today.")
@json_option
@file_options
@click.pass_obj
def path(  # noqa: PLR0913, PLR0917 - one argument an option
    files: Files,
    target: str | None,
    via: str | None,
    hours_per_week: float | None,
    domain: str | None,
    free_only: bool,
    start: datetime | None,
    as_json: bool,
) -> None:
    """Show the learning path, or what it would be if.

    Example: planner path --hours-per-week 12 --target ml-engineer
    """
    session = files.open()
    changed = {
        "target": target and known(target, session.catalogue.roles, "role"),
        "via": via and known(via, [*session.catalogue.roles, NO_VIA], "role"),
        "domain": domain and known(domain, [each.id for each in session.catalogue.domains], "domain"),
        "hours_per_week": hours_per_week,
        "free_only": free_only or None,
    }
    standing = _what_if(session, changed)
    if as_json:
        print_json(documents.path(standing, start.date() if start else session.today))
    else:
        print_lines(path_rows.draw(standing, width(), start.date() if start else None))


def _what_if(session: Session, changed: Mapping[str, object]) -> Standing:
    settings = {name: value for name, value in changed.items() if value is not None}
    return session.what_if(**settings).standing if settings else session.standing


@click.command()
@click.argument("name", metavar="AREA|COMPETENCY")
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


@click.command()
@json_option
@file_options
@click.pass_obj
def where(files: Files, as_json: bool) -> None:
    """Show where the files are."""
    found = places(files.profile, files.curricula)
    if as_json:
        print_json({"format": documents.FORMAT, **found})
        return
    for name, place in found.items():
        click.echo(f"{name:14} {place}")


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
    advice = advise(session.catalogue, released_ids(files.curricula))
    for each in advice:
        click.echo(f"{each.curriculum}.toml: [{each.code}] {each.text}")
    if session.problems or advice:
        raise RefusedError(
            f"{count(len(session.problems), 'problem')}, {count(len(advice), 'piece')} of advice"
        )
    resources, curricula = len(session.catalogue.resources), len(session.catalogue.curricula)
    say(f"{count(resources, 'resource')} in {count(curricula, 'file')}: fine.")


COMMANDS = (status, list_, show, path, why, where, check)
