"""What every command shares: where the files are, and how to speak."""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.core.text import clean
from planner.presentation.lines import Line, plain
from planner.session import ProfileError, Session, now

_PIPE_WIDTH = 100
_SHOWN_PROBLEMS = 10


@dataclass
class Files:
    """The files named on the command line, before or after the command."""

    profile: Path | None = None
    curricula: Path | None = None
    clock: Callable[[], datetime] = now

    def open(self, *, quiet: bool = False) -> Session:
        """Open the session; what is wrong with curricula goes to stderr, unless it is to be quiet.

        Raises:
            RefusedError: the profile cannot be read.
        """
        try:
            session = Session.open(self.profile, self.curricula, self.clock)
        except ProfileError as error:
            raise RefusedError(f"{error}; `planner restore --list` shows the backups") from None
        if session.read_only:
            say(f"read-only: {session.read_only}")
        for problem in () if quiet else session.problems[:_SHOWN_PROBLEMS]:
            say(f"left out: {problem}")
        if not quiet and len(session.problems) > _SHOWN_PROBLEMS:
            say(f"and {len(session.problems) - _SHOWN_PROBLEMS} more problems; `planner check` lists all")
        return session


class RefusedError(click.ClickException):
    """Something that was asked for and cannot be done; exit code 1."""

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - click's own signature
        """Say it on stderr, cleaned."""
        del file
        say(f"planner: {self.message}")


F = TypeVar("F", bound=Callable[..., Any])


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Path | None], None]:
    def remember(context: click.Context, _: click.Parameter, value: Path | None) -> None:
        if value is not None:
            setattr(context.ensure_object(Files), name, value)

    return remember


def file_options(command: F) -> F:
    """Give a command `--profile` and `--curricula`, so that they work before and after its name."""
    existing = click.Path(path_type=Path, exists=True, file_okay=False)
    options = [
        click.option(
            "--profile", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False), expose_value=False,
            envvar="PLANNER_PROFILE", callback=_remember("profile"), help="Use this profile.",
        ),
        click.option(
            "--curricula", metavar="DIR", type=existing, expose_value=False,
            envvar="PLANNER_CURRICULA", callback=_remember("curricula"),
            help="Use the curricula in this folder instead of the bundled ones and your own.",
        ),
    ]  # fmt: skip
    for option in options:
        command = option(command)
    return command


class _Hours(click.FloatRange):
    """Hours a week: a number that a week can hold, and that leads somewhere."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """Return the hours; `nan` is no number of hours."""
        hours = super().convert(value, param, ctx)
        if isinstance(hours, float) and not isfinite(hours):
            self.fail(f"{value!r} is not a number of hours.", param, ctx)
        return hours


HOURS = _Hours(0.5, 168)


def json_option(command: F) -> F:
    """Give a reading command `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")(command)


@contextmanager
def refused() -> Iterator[None]:
    """Turn what cannot be done with a profile into a refusal.

    Raises:
        RefusedError: it could not be done.
    """
    try:
        yield
    except ProfileError as error:
        raise RefusedError(str(error)) from None


def save(session: Session, reason: str = "") -> Session:
    """Save a session; with a reason, after a backup in any case.

    Raises:
        RefusedError: it could not be written.
    """
    with refused():
        return session.save(reason)


def width() -> int:
    """Return how wide a line may be: the terminal's width, or a fixed one in a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPE_WIDTH


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines as plain text on stdout."""
    for each in lines:
        click.echo(plain(each))


def print_json(document: Mapping[str, Any]) -> None:
    """Print a document on stdout."""
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def say(text: str) -> None:
    """Say something on stderr, cleaned."""
    click.echo(clean(text, 1000), err=True)


def known(name: str, names: Iterable[str], kind: str) -> str:
    """Return a name that exists.

    Raises:
        RefusedError: it does not; the message names the nearest one.
    """
    every = list(names)
    if name in every:
        return name
    close = get_close_matches(name, every, 1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    raise RefusedError(f"there is no {kind} '{clean(name, 80)}'{hint}")
