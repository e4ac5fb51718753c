"""The command path: what comes in which order, and what would if."""

from collections.abc import Iterable, Mapping
from datetime import date

import click

from planner.cli.completion import domains, resources, roles
from planner.cli.context import HOURS, Day, file_options, json_option
from planner.cli.files import Files
from planner.cli.refusals import known
from planner.cli.talk import print_json, print_lines, width
from planner.core.target import NO_VIA
from planner.presentation import difference_rows, path_document, path_rows, week_rows
from planner.session import Session


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
@click.option("--start", type=Day(), help="Begin on this day instead of today.")
@click.option("--by-week", is_flag=True, help="Week by week, with parts, instead of item by item.")
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
    start: date | None,
    by_week: bool,
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
    first = start or session.today
    if as_json and standing is not session.standing:
        print_json(path_document.what_if(session.standing, standing, first))
    elif as_json:
        print_json(path_document.path(standing, first))
    else:
        print_lines((week_rows if by_week else path_rows).draw(standing, width(), first))
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


COMMANDS = (path,)
