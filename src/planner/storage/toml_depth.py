"""How deep TOML may nest: judged by its text, before a parser has to live through it."""

import re

from planner.storage.guard import RefusedError

_DEEPEST = 32
_MOST_PARTS = 16
_DOTTED = re.compile(r"(?:^|[{,\n])[ \t]*\[{0,2}[ \t]*(?:[\w-]++[ \t]*+\.[ \t]*+){16}")
_DOTS = re.compile(r"\.[ \t]*+[\w-]++[ \t]*+(?:\.[ \t]*+[\w-]++[ \t]*+){14}\.")
"""The dots of such a key: found at once where there are few."""
_BRACKET = re.compile(r"[\[\]{}]")
_STRINGS = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""'
    r"|'''(?:[^']++|'(?!''))*+'''"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+",
    re.DOTALL,
)


def check_depth(text: str) -> None:
    """Refuse TOML that nests or dots deeper than anyone writes.

    Raises:
        RefusedError: more than 32 open brackets or more than 16 parts in a key.
    """
    bare = _STRINGS.sub("s", text)
    if _is_flat(bare) and not _DOTS.search(bare):
        return
    bare = _STRINGS.sub(_bared, text)  # slower, and in the lines of the file
    depth = 0
    for match in _BRACKET.finditer(bare):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            raise RefusedError(f"nested more than {_DEEPEST} deep", _line_at(bare, match.start()))
    if dotted := _DOTTED.search(bare):
        raise RefusedError(f"a key has more than {_MOST_PARTS} parts", _line_at(bare, dotted.end()))


def _is_flat(bare: str) -> bool:
    """Return whether all brackets close, and none lies too deep: a level goes at a time."""
    brackets = "".join(_BRACKET.findall(bare)).replace("{", "[").replace("}", "]")
    for _ in range(_DEEPEST):
        if not brackets:
            break
        brackets = brackets.replace("[]", "")
    return not brackets


def _bared(match: re.Match[str]) -> str:
    """Return what stands for a string or a comment: as many lines as it has."""
    return "" if match[0][0] == "#" else "s" + "\n" * match[0].count("\n")


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
