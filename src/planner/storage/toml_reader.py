"""TOML text to a document, or one clear reason why not, with its line."""

import re
import tomllib
from typing import Any

from planner.core.text import clean
from planner.storage.guard import RefusedError, check_depth

_AT = re.compile(r" \(at (?:line (\d+)(?:, column \d+)?|end of document)\)")


class UnreadableTomlError(Exception):
    """Text that is no TOML, or more of it than anyone writes."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def read_toml(text: str) -> dict[str, Any]:
    """Return the document that a text holds.

    Raises:
        UnreadableTomlError: it holds none.
    """
    try:
        check_depth(text)
        return tomllib.loads(text)
    except (RefusedError, ValueError) as error:
        raise _explained(text, str(error)) from None
    except (RecursionError, MemoryError):
        raise UnreadableTomlError("too deep or too large to be read", None) from None


def _explained(text: str, message: str) -> UnreadableTomlError:
    """Take the place out of a parser's message: it stands where all places stand."""
    found = _AT.search(message)
    reason = clean(_AT.sub("", message))
    if found is None:
        return UnreadableTomlError(reason, None)
    last = text.rstrip("\n").count("\n") + 1
    return UnreadableTomlError(reason, int(found[1]) if found[1] else last)
