"""What every command shares: the options that say where the files are, and others."""

from collections.abc import Callable
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.cli.files import Files

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


class Number(click.FloatRange):
    """A number in a range; `nan` is none."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """Return the number."""
        number = super().convert(value, param, ctx)
        if isinstance(number, float) and not isfinite(number):
            self.fail(f"{value!r} is not a number that is meant here.", param, ctx)
        return number


class Whole(click.IntRange):
    """A whole number in a range."""

    name = "whole number"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for it in the help."""
        del param, ctx
        return "N"


class Day(click.ParamType[date]):
    """A day."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for it in the help."""
        del param, ctx
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's own signature
        """Return the day."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; say it like 2026-11-23.", param, ctx)


HOURS = Number(0.5, 168)
"""Hours a week: what a week can hold, and what leads somewhere."""
PERCENT = Number(0, 100)


def json_option(command: F) -> F:
    """Give a reading command `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")(command)
