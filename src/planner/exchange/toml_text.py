"""Values as TOML, for files that have comments and so are written by hand."""

import json
import re
from collections.abc import Iterable, Mapping

from planner.core.text import clean

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def text(value: str, limit: int = 500) -> str:
    """Return a text as a string on one line, cleaned and cut to this many characters."""
    return json.dumps(clean(value, limit), ensure_ascii=False)


def number(value: float) -> str:
    """Return a number without a decimal point where it needs none."""
    return f"{round(value, 2):g}" if abs(value) < 1e6 else f"{value:.0f}"  # noqa: PLR2004 - where g changes its form


def texts(values: Iterable[str]) -> str:
    """Return texts as an array on one line."""
    return f"[{', '.join(text(each) for each in values)}]"


def numbers(values: Mapping[str, float]) -> str:
    """Return numbers by name as an inline table."""
    pairs = (f"{each if _BARE.fullmatch(each) else text(each)} = {number(values[each])}" for each in values)
    return f"{{ {', '.join(pairs)} }}"


def comment(value: str, limit: int = 300) -> str:
    """Return a text as a comment on one line."""
    return f"# {clean(value, limit)}"
