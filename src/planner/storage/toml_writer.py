"""A document to TOML text in which nothing is more than text to a terminal."""

from collections.abc import Mapping
from typing import Any

from planner.core.text import REPLACEMENT, escaped


def write_toml(document: Mapping[str, Any]) -> str:
    """Return a document as TOML; what a terminal would obey is escaped, what is half a character replaced."""
    import tomli_w  # needed to write, not to read

    return escaped(tomli_w.dumps(document), _escape)


def _escape(character: str) -> str:
    return REPLACEMENT if "\ud800" <= character <= "\udfff" else f"\\U{ord(character):08X}"
