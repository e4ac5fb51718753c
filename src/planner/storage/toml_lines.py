"""On which line of a TOML file a key stands."""

import re
from collections.abc import Mapping

from planner.core.consistency import KeyPath

_STATEMENT = re.compile(
    r"(?P<space>[ \t\r\n]+|\#[^\n]*)"
    r"|\[\[(?P<array>[^\]\n]+)\]\][^\n]*"
    r"|\[(?P<table>[^\]\n]+)\][^\n]*"
    r"|(?P<key>[^=\n\[\]]+?)[ \t]*="
)
_VALUE = re.compile(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*\'{3,5}'
    r'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')'
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)|(?P<comment>\#[^\n]*)|(?P<other>.)",
    re.DOTALL,
)


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line, counted from 1, of every table and every key outside of inline tables.

    The text is valid TOML: this only finds places, it judges nothing.
    """
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    position = 0
    while match := _STATEMENT.match(text, position):
        line = text.count("\n", 0, match.start()) + 1
        position = match.end()
        if match["array"]:
            name = _resolve(_parts(match["array"]), counts)
            counts[name] = counts.get(name, -1) + 1
            table = (*name, counts[name])
            lines[table] = line
        elif match["table"]:
            table = _resolve(_parts(match["table"]), counts)
            lines[table] = line
        elif match["key"]:
            lines[(*table, *_parts(match["key"]))] = line
            position = _value_end(text, position)
    return lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """Return the line of a key, or of the nearest table around it."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _parts(dotted: str) -> KeyPath:
    quoted = re.findall(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^.\s]+', dotted.strip())
    return tuple(part.strip("\"'") for part in quoted)


def _resolve(name: KeyPath, counts: Mapping[KeyPath, int]) -> KeyPath:
    """Return a table's path with the index of the array entries that it is in."""
    resolved: KeyPath = ()
    for index, part in enumerate(name):
        resolved = (*resolved, part)
        if index < len(name) - 1 and resolved in counts:
            resolved = (*resolved, counts[resolved])
    return resolved


def _value_end(text: str, position: int) -> int:
    depth = 0
    while match := _VALUE.match(text, position):
        position = match.end()
        depth += (match["open"] is not None) - (match["close"] is not None)
        if match["end"] and depth <= 0:
            break
    return position
