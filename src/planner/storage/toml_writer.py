"""A document to TOML text in which nothing is more than text to a terminal."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.core.text import REPLACEMENT, escaped

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[ !#-\[\]-~]*")
"""What stands between quotes as it is."""
_AS_THEY_ARE = frozenset({int, date})
"""Types whose values TOML writes as Python does."""


def write_toml(document: Mapping[str, Any]) -> str:
    """Return a document as TOML; what a terminal would obey is escaped, what is half a character replaced."""
    import tomli_w  # needed to write, not to read

    return escaped(tomli_w.dumps(document), _escape)


def write_table(place: Sequence[str], table: Mapping[str, Any]) -> str:
    """Return the document that holds nothing but a table at a place, as `write_toml` does.

    Most tables hold a few plain values; those are written without going through all that TOML has.
    """
    names, values = [*map(_key, place)], [*map(_value, table.values())]
    keys = [*map(_key, table)]
    if None in names or None in values or None in keys:
        document: Mapping[str, Any] = table
        for name in reversed(place):
            document = {name: document}
        return write_toml(document)
    lines = [f"{key} = {value}\n" for key, value in zip(keys, values, strict=True)]
    return f"[{'.'.join(map(str, names))}]\n{''.join(lines)}"


def _key(name: str) -> str | None:
    """Return a key as TOML; None where that takes more than quotes."""
    if _BARE.fullmatch(name):
        return name
    return f'"{name}"' if _PLAIN.fullmatch(name) else None


def _value(value: object) -> str | None:
    """Return a plain value as TOML; None where it is not plain."""
    if isinstance(value, str):
        return f'"{value}"' if _PLAIN.fullmatch(value) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if type(value) in _AS_THEY_ARE else None


def _escape(character: str) -> str:
    return REPLACEMENT if "\ud800" <= character <= "\udfff" else f"\\U{ord(character):08X}"
