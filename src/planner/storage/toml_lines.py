"""On which line of a TOML file a key stands."""

import re
import tomllib
from collections.abc import Mapping

from planner.core.problem import KeyPath

_PART = r'"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|[\w-]++'
_NAME = rf"(?:{_PART}|[ \t.])++"
_STATEMENT = (
    r"(?P<space>(?:[ \t\r\n]|\#[^\n]*+)++)"
    rf"|\[\[(?P<array>{_NAME})\]\][^\n]*+"
    rf"|\[(?P<table>{_NAME})\][^\n]*+"
    rf"|(?P<key>{_NAME})="
)
_VALUE = (
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*+\'{3,5}'
    r'|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\')'
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)|(?P<comment>\#[^\n]*+)|(?P<other>[^\[\]{}\n\#\"']++|.)"
)


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line, counted from 1, of every table and every key outside of inline tables.

    An array of tables stands where its first table does. The text is valid TOML: this only finds
    places, it judges nothing.
    """
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    position, line = 0, 1
    statement = re.compile(_STATEMENT)  # here, and not for every start: re remembers it
    while match := statement.match(text, position):
        position = match.end()
        if match["array"]:
            name = _resolve(_parts(match["array"]), counts)
            counts[name] = counts.get(name, -1) + 1
            lines.setdefault(name, line)
            table = (*name, counts[name])
            lines[table] = line
        elif match["table"]:
            table = _resolve(_parts(match["table"]), counts)
            lines[table] = line
        elif match["key"]:
            lines[(*table, *_parts(match["key"]))] = line
            position = _value_end(text, position)
        line += text.count("\n", match.start(), position)
    return lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """Return the line of a key, or of the nearest table around it."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _parts(dotted: str) -> KeyPath:
    return tuple(map(_part, re.findall(_PART, dotted)))


def _part(written: str) -> str:
    if "\\" in written and written[0] == '"':
        return str(tomllib.loads(f"part = {written}")["part"])
    return written[1:-1] if written[0] in "\"'" else written


def _resolve(name: KeyPath, counts: Mapping[KeyPath, int]) -> KeyPath:
    """Return a table's path with the index of the array entries that it is in."""
    resolved: KeyPath = ()
    for index, part in enumerate(name):
        resolved = (*resolved, part)
        if index < len(name) - 1 and resolved in counts:
            resolved = (*resolved, counts[resolved])
    return resolved


def _value_end(text: str, position: int) -> int:
    depth, value = 0, re.compile(_VALUE, re.DOTALL)
    while match := value.match(text, position):
        position = match.end()
        depth += (match["open"] is not None) - (match["close"] is not None)
        if match["end"] and depth <= 0:
            break
    return position
