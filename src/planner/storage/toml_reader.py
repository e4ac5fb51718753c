"""TOML text to a document, or one clear reason why not, with its line."""

import re
import tomllib
from typing import Any

from planner.core.problem import KeyPath
from planner.core.text import clean
from planner.storage.guard import RefusedError
from planner.storage.toml_depth import check_depth, has_long_key
from planner.storage.toml_lines import key_lines, line_of

_AT = re.compile(r" \(at (?:line (\d+)(?:, column \d+)?|end of document)\)")
_LARGEST = (1 << 63) - 1
_DEEPEST = 16
"""Parts of the longest key path. What is written nests no deeper, so it can be read again."""
_LARGE = f"whole numbers end at {_LARGEST}, which is 64 bits"
_MANY_DIGITS = re.compile(r"(?<![\w.+-])[+-]?[0-9](?:_?[0-9]){20}")


class UnreadableTomlError(Exception):
    """Text that is no TOML, or more of it than anyone writes."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def read_toml(text: str) -> dict[str, Any]:
    """Return the document that a text holds: nothing nested without end, no number beyond 64 bits.

    Raises:
        UnreadableTomlError: it holds none.
    """
    try:
        if has_long_key(text):
            check_depth(text)
        document = tomllib.loads(text)
    except RefusedError as error:
        raise UnreadableTomlError(str(error), error.line) from None
    except tomllib.TOMLDecodeError as error:
        raise _explained(text, str(error)) from None
    except ValueError:  # more digits than Python turns into a number
        found = _MANY_DIGITS.search(text)
        raise UnreadableTomlError(_LARGE, text.count("\n", 0, found.start()) + 1 if found else None) from None
    except (RecursionError, MemoryError):
        raise _too_deep(text) from None
    if found_at := _excess(document):
        path, reason = found_at
        raise UnreadableTomlError(reason, line_of(key_lines(text), path))
    return document


def _excess(value: Any, depth: int = 0) -> tuple[KeyPath, str] | None:  # noqa: ANN401 - a table or a list
    """Return where a value goes beyond what is read, and how; None where it does not."""
    for key, each in value.items() if type(value) is dict else enumerate(value):
        if depth == _DEEPEST:
            return (key,), f"nested more than {_DEEPEST} deep"
        kind = type(each)
        if kind is int:
            if not -_LARGEST - 1 <= each <= _LARGEST:
                return (key,), _LARGE
        elif (kind is dict or kind is list) and (found := _excess(each, depth + 1)):
            return (key, *found[0]), found[1]
    return None


def _too_deep(text: str) -> UnreadableTomlError:
    """Return where something is nested too deep to be read."""
    try:
        check_depth(text)
    except RefusedError as error:
        return UnreadableTomlError(str(error), error.line)
    return UnreadableTomlError("too deep or too large to be read", None)


def _explained(text: str, message: str) -> UnreadableTomlError:
    """Take the place out of a parser's message: it stands where all places stand."""
    found = _AT.search(message)
    reason = f"is no TOML: {clean(_AT.sub('', message))}"
    if found is None:
        return UnreadableTomlError(reason, None)
    last = text.rstrip("\n").count("\n") + 1
    return UnreadableTomlError(reason, int(found[1]) if found[1] else last)
