"""What every command shares: where the files are, and how to speak."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.cli.colours import coloured, is_coloured
from planner.core.text import clean
from planner.presentation.lines import Line, plain
from planner.session import ProfileError, Session, now
from planner.text_files import TextFileError

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


class _Finite(click.FloatRange):
    """A number in a range; `nan` is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """Return the number."""
        number = super().convert(value, param, ctx)
        if isinstance(number, float) and not isfinite(number):
            self.fail(f"{value!r} is not a number that is meant here.", param, ctx)
        return number


HOURS = _Finite(0.5, 168)
"""Hours a week: what a week can hold, and what leads somewhere."""
PERCENT = _Finite(0, 100)


def json_option(command: F) -> F:
    """Give a reading command `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")(command)


def named(session: Session, names: Iterable[str]) -> list[str]:
    """Return resources by today's ids.

    Raises:
        RefusedError: one of them does not exist; the message names the nearest one.
    """
    catalogue = session.catalogue
    return [known(catalogue.now_called(each), catalogue.resources, "resource") for each in names]


@contextmanager
def refused() -> Iterator[None]:
    """Turn what cannot be done with a file into a refusal.

    Raises:
        RefusedError: it could not be done.
    """
    try:
        yield
    except (ProfileError, TextFileError) as error:
        raise RefusedError(str(error)) from None


def save(session: Session, reason: str = "") -> Session:
    """Save a session, with a path adopted that leads to the target; for some reasons after a backup.

    Raises:
        RefusedError: it could not be written.
    """
    with refused():
        return session.planned().save(reason)


def width() -> int:
    """Return how wide a line may be: what COLUMNS says, the terminal's width, or a fixed one in a pipe."""
    return shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines on stdout: with colours on a terminal, as plain text in a pipe."""
    in_colour = is_coloured()
    for each in lines:
        click.echo(coloured(each) if in_colour else plain(each), color=in_colour)


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
