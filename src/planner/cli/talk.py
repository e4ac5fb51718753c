"""How commands print their data, on stdout, cleaned; everything else is said on stderr."""

import shutil
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from planner.cli.colours import coloured, is_coloured
from planner.core.text import clean
from planner.presentation.lines import Line, plain

if TYPE_CHECKING:
    pass

_PIPE_WIDTH = 100


def width() -> int:
    """Return how wide a line may be: what COLUMNS says, the terminal's width, or a fixed one in a pipe."""
    return shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines on stdout: with colours on a terminal, as plain text in a pipe."""
    in_colour = is_coloured()
    for each in map(_safe, lines):
        click.echo(coloured(each) if in_colour else plain(each), color=in_colour)


def _safe(spans: Line) -> Line:
    """Return a line in which no control function is left, whatever was forgotten before."""
    return tuple((clean(text, len(text)), style) for text, style in spans)


def print_json(document: Mapping[str, Any]) -> None:
    """Print a document on stdout."""
    from planner.exchange import json_text

    click.echo(json_text.text(document))
