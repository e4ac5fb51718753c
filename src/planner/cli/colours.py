"""What the styles of a drawing look like in a shell: the terminal's own sixteen colours."""

import os
import sys
from collections.abc import Mapping
from typing import Any

import click

from planner.presentation.lines import Line, plain

_GROUPS: tuple[tuple[Mapping[str, Any], tuple[str, ...]], ...] = (
    ({"bold": True}, ("strong", "heading", "label")),
    ({"dim": True}, ("dim", "axis", "caption", "edge", "region", "to-go", "heat-0")),
    ({"dim": True}, ("state-skipped", "state-locked")),
    ({"fg": "green"}, ("good", "done", "state-done", "heat-1", "heat-2", "heat-3", "heat-4")),
    ({"fg": "blue"}, ("claimed", "state-known", "shade", "area-software")),
    ({"fg": "cyan"}, ("link", "state-presumed", "area-domain")),
    ({"fg": "yellow", "bold": True}, ("you", "state-doing", "key")),
    ({"fg": "magenta"}, ("star", "flag", "area-ml")),
    ({"fg": "red"}, ("bad",)),
)
_LOOKS: Mapping[str, Mapping[str, Any]] = {name: look for look, names in _GROUPS for name in names}


def is_coloured() -> bool:
    """Return whether stdout gets colours: on a terminal, unless NO_COLOR is set; or where FORCE_COLOR is.

    Sources: https://no-color.org, https://force-color.org
    """
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def coloured(line: Line) -> str:
    """Return a line with its styles as the terminal understands them."""
    end = len(plain(line))
    text = ""
    for span, style in line:
        shown = span[: max(0, end)]
        end -= len(span)
        look = _LOOKS.get(style.partition("@")[0])
        text += click.style(shown, **look) if look and shown.strip() else shown
    return text
