"""The command next: what to do now, fast enough to stand in a shell prompt."""

import os
import sys
from contextlib import suppress

import click

from planner import prompt
from planner.cli.context import Whole, file_options, json_option
from planner.cli.files import Files
from planner.cli.stderr import hint_at_setup
from planner.cli.talk import print_json, print_lines, width


@click.command("next")
@click.option("-n", "amount", type=Whole(1, 1000), default=1, show_default=True, help="How many.")
@click.option("--short", is_flag=True, help="One line, for a shell prompt; nothing where there is nothing.")
@json_option
@file_options
@click.pass_obj
def next_(files: Files, amount: int, short: bool, as_json: bool) -> None:
    """Show what to do now: what it costs, what it moves, why it is next, its link.

    Example: planner next -n 3
    """
    if short and not as_json:
        _answer_prompt(files)
    else:
        _answer(files, amount, quiet=short, as_json=as_json)


def _answer_prompt(files: Files) -> None:
    """Print one line: the one of the last time, where nothing has changed since."""
    room = _room()
    question = prompt.question(files.profile, files.curricula, files.clock().date(), room)
    answer = question.recall()
    if answer is None:
        from planner.core.tonight import upcoming  # with it comes the model
        from planner.presentation import next_rows

        session = files.open(quiet=True)
        answer = next_rows.short(upcoming(session.standing, 1), room)
        if not session.read_only:
            question.keep(answer)
    print_lines(answer)


def _room() -> int:
    """Return how wide a prompt may be: its shell reads from a pipe, the terminal is behind another stream."""
    if not os.environ.get("COLUMNS"):
        for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
            with suppress(AttributeError, ValueError, OSError):
                return os.get_terminal_size(stream.fileno()).columns or width()  # type: ignore[union-attr]
    return width()


def _answer(files: Files, amount: int, *, quiet: bool, as_json: bool) -> None:
    from planner.core.tonight import upcoming
    from planner.presentation import documents, next_rows

    session = files.open(quiet=quiet)
    found = upcoming(session.standing, amount)
    if as_json:
        print_json(documents.suggestions(found))
    else:
        hint_at_setup(session)
        print_lines(next_rows.draw(session.standing, found, width()))


COMMANDS = (next_,)
