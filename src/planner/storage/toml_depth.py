"""How deep TOML may nest, judged by its text: what a parser should not have to live through, or did not."""

import re

from planner.storage.guard import RefusedError

_DEEPEST = 32
_MOST_PARTS = 16
_DOTTED = re.compile(r"(?:^|[{,\n])[ \t]*\[{0,2}[ \t]*(?:[\w-]++[ \t]*+\.[ \t]*+){16}")
_PART = r"""[ \t]*+(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+"""
_MANY_DOTS = re.compile(rf"\.{_PART}(?:\.{_PART}){{14}}\.")
"""The dots of such a key, as they stand in a text: found at once where there are few."""
_BRACKET = re.compile(r"[\[\]{}]")
_STRINGS = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""'
    r"|'''(?:[^']++|'(?!''))*+'''"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+",
    re.DOTALL,
)


def has_long_key(text: str) -> bool:
    """Return whether a key may have more parts than anyone writes, of which a parser makes hard work."""
    return _MANY_DOTS.search(text) is not None


def check_depth(text: str) -> None:
    """Refuse TOML that nests or dots deeper than anyone writes.

    Raises:
        RefusedError: more than 32 open brackets or more than 16 parts in a key.
    """
    bare = _STRINGS.sub(_bared, text)  # in the lines of the file
    depth = 0
    for match in _BRACKET.finditer(bare):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            raise RefusedError(f"nested more than {_DEEPEST} deep", _line_at(bare, match.start()))
    if dotted := _DOTTED.search(bare):
        raise RefusedError(f"a key has more than {_MOST_PARTS} parts", _line_at(bare, dotted.end()))


def _bared(match: re.Match[str]) -> str:
    """Return what stands for a string or a comment: as many lines as it has."""
    return "" if match[0][0] == "#" else "s" + "\n" * match[0].count("\n")


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
