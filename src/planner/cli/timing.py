"""The commands for the timer: start, stop, status."""

import click

from planner.cli.completion import resources
from planner.cli.context import Whole, file_options, json_option
from planner.cli.files import Files
from planner.cli.refusals import named, save
from planner.cli.stderr import RefusedError, say
from planner.cli.talk import print_json, print_lines
from planner.presentation import timer_rows
from planner.presentation.figures import clock
from planner.session import Session


@click.group()
@file_options
def timer() -> None:
    """Time your study; the screens show the same timer.

    Example: planner timer start ddia
    """


@timer.command()
@click.argument("resource_id", metavar="ID", shell_complete=resources)
@file_options
@click.pass_obj
def start(files: Files, resource_id: str) -> None:
    """Start the timer on a resource; what it ran for before is logged.

    Example: planner timer start ddia
    """
    session = files.open()
    (name,) = named(session, [resource_id])
    if session.timer and session.timer.resource == name:
        raise RefusedError(f"the timer runs for {name} already; `planner timer status` shows it")
    _ask_how_long(session)
    session = save(session.start_timer(name))
    say(f"{session.past[-1].label}. `planner timer stop` logs the time.")


@timer.command()
@click.option("--minutes", type=Whole(0, 24 * 60), help="Log so many instead; 0 logs nothing.")
@file_options
@click.pass_obj
def stop(files: Files, minutes: int | None) -> None:
    """Stop the timer and log the time.

    Example: planner timer stop --minutes 45
    """
    session = files.open()
    if session.timer is None:
        raise RefusedError("no timer runs on this machine")
    if minutes is None:
        _ask_how_long(session)
        minutes = session.timer.minutes(session.clock())
    say(f"{save(session.stop_timer(minutes)).past[-1].label}.")


@timer.command()
@json_option
@file_options
@click.pass_obj
def status(files: Files, as_json: bool) -> None:
    """Show whether the timer runs, and for how long.

    Example: planner timer status --json
    """
    session = files.open()
    title = session.title_of(session.timer.resource) if session.timer else ""
    if as_json:
        print_json(timer_rows.document(session.timer, title, session.clock()))
    else:
        print_lines([timer_rows.draw(session.timer, title, session.clock())])


def _ask_how_long(session: Session) -> None:
    """Refuse to believe a timer that was forgotten.

    Raises:
        RefusedError: it was.
    """
    now = session.clock()
    if session.timer and session.timer.is_forgotten(now):
        ran = clock(session.timer.minutes(now))
        raise RefusedError(
            f"the timer has run for {ran}; `planner timer stop --minutes N` says how long it was"
        )


COMMANDS = (timer,)
