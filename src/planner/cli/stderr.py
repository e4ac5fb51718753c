"""What is said beside the data, on stderr, cleaned."""

import sys
from typing import TYPE_CHECKING

from planner.core.text import clean

if TYPE_CHECKING:
    from planner.session import Session


class RefusedError(Exception):
    """Something that was asked for and cannot be done; exit code 1."""


def say(text: str) -> None:
    """Say something on stderr, cleaned."""
    print(clean(text, 1000), file=sys.stderr, flush=True)  # noqa: T201 - click, which does the same, takes 6 ms to load


def hint_at_setup(session: "Session") -> None:
    """Say how to begin to someone who has not."""
    if not session.is_set_up:
        say("Not set up yet: `planner setup --help` tells how, or run `planner` and answer three questions.")
