"""The commands that read: status, next, path, chart, progress, list, show, why."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, get_args

import click

from planner.cli.completion import areas_and_competencies, competencies, domains, resources, roles
from planner.cli.context import (
    HOURS,
    Files,
    file_options,
    json_option,
    known,
    print_json,
    print_lines,
    say,
    width,
)
from planner.core.curriculum import AREAS, KINDS, Cost
from planner.core.standing import STATES
from planner.core.target import NO_VIA
from planner.core.tonight import upcoming
from planner.presentation import (
    difference_rows,
    documents,
    map_page,
    next_rows,
    path_document,
    path_rows,
    progress_rows,
    reports,
    resource_detail,
)
from planner.presentation.selection import Selection
from planner.session import Session

_HINT = "Not set up yet: `planner setup --help` tells how, or run `planner` and answer three questions."


def hint_at_setup(session: Session) -> None:
    """Say how to begin to someone who has not."""
    if not session.is_set_up:
        say(_HINT)


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


@click.command("next")
@click.option("-n", "amount", type=click.IntRange(1, 1000), default=1, show_default=True, help="How many.")
@click.option("--short", is_flag=True, help="One line, for a shell prompt; nothing where there is nothing.")
@json_option
@file_options
@click.pass_obj
def next_(files: Files, amount: int, short: bool, as_json: bool) -> None:
    """Show what to do now: what it costs, what it moves, why it is next, its link.

    Example: planner next -n 3
    """
    session = files.open(quiet=short)
    standing = session.standing
    found = upcoming(standing, amount)
    if as_json:
        print_json(documents.suggestions(found))
    elif short:
        print_lines(next_rows.short(found, width()))
    else:
        hint_at_setup(session)
        print_lines(next_rows.draw(standing, found, width()))


@click.command("list")
@click.option("--area", "areas", type=click.Choice(AREAS), multiple=True, help="Only resources of this area.")
@click.option(
    "--status", "states", type=click.Choice(STATES), multiple=True, help="Only those in this state."
)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only resources of this kind.")
@click.option(
    "--cost", "costs", type=click.Choice(get_args(Cost)), multiple=True, help="Only those that cost this."
)
@click.option(
    "--level", "levels", type=click.IntRange(1, 3), multiple=True, help="Only resources of this level."
)
@click.option(
    "--competency", metavar="ID", default="", shell_complete=competencies, help="Only what teaches it."
)
@click.option("--ready", is_flag=True, help="Only what can be begun now, or is being done.")
@click.option("--on-path", is_flag=True, help="Only what is on your path.")
@click.option("--search", metavar="WORDS", default="", help="Only where all these words occur.")
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
@click.option("--target", metavar="ROLE", shell_complete=roles, help="Aim at this role instead.")
@click.option(
    "--via", metavar="ROLE", shell_complete=roles, help="Stop at this role on the way; `none` for no stop."
)
@click.option("--hours-per-week", type=HOURS, help="Study this much.")
@click.option("--domain", metavar="COMPETENCY", shell_complete=domains, help="Choose this domain instead.")
@click.option("--free-only", is_flag=True, help="Leave out what has to be paid for.")
@click.option(
    "--with",
    "wanted",
    metavar="ID",
    multiple=True,
    shell_complete=resources,
    help="Let it contain this resource.",
)
@click.option(
    "--without",
    "unwanted",
    metavar="ID",
    multiple=True,
    shell_complete=resources,
    help="Keep this resource out of it.",
)
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
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
    start: datetime | None,
    as_json: bool,
) -> None:
    """Show the learning path, or what it would be if.

    Example: planner path --hours-per-week 12 --without coursera-ml
    """
    session = files.open().planned()
    changed = {
        "target": target and known(target, session.catalogue.roles, "role"),
        "via": via and known(via, [*session.catalogue.roles, NO_VIA], "role"),
        "domain": domain and known(domain, [each.id for each in session.catalogue.domains], "domain"),
        "hours_per_week": hours_per_week,
        "free_only": free_only or None,
    }
    standing = _what_if(session, changed, wanted, unwanted).standing
    first = start.date() if start else session.today
    if as_json and standing is not session.standing:
        print_json(path_document.what_if(session.standing, standing, first))
    elif as_json:
        print_json(path_document.path(standing, first))
    else:
        print_lines(path_rows.draw(standing, width(), first))
        if standing is not session.standing:
            print_lines([(), *difference_rows.draw(session.standing, standing, width())])


def _what_if(
    session: Session, changed: Mapping[str, object], wanted: Iterable[str], unwanted: Iterable[str]
) -> Session:
    """Return the session as if these settings were others, with and without these resources."""
    other = session
    settings = {name: value for name, value in changed.items() if value is not None}
    if settings:
        other = other.what_if(**settings)
    for each in wanted:
        other = other.if_pinned(known(each, session.catalogue.resources, "resource"))
    for each in unwanted:
        other = other.if_marked(known(each, session.catalogue.resources, "resource"), "skipped")
    return other.planned()


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


@click.command()
@json_option
@file_options
@click.pass_obj
def progress(files: Files, as_json: bool) -> None:
    """Show what you studied: hours by week and area, the streak, the year, what you finished.

    Example: planner progress --json | jq .total
    """
    standing = files.open().standing
    if as_json:
        print_json(documents.progress(standing))
    else:
        print_lines(progress_rows.draw(standing, width()))


@click.command()
@click.option("--zoom", is_flag=True, help="Only the way from you to the next stop.")
@json_option
@file_options
@click.pass_obj
def chart(files: Files, zoom: bool, as_json: bool) -> None:
    """Draw the chart, the pyramid and your numbers.

    Example: planner chart --zoom
    """
    session = files.open()
    if as_json:
        print_json(documents.chart(session.standing))
    else:
        hint_at_setup(session)
        print_lines(map_page.draw(session.standing, width(), zoom=zoom))


COMMANDS = (status, next_, path, chart, progress, list_, show, why)
