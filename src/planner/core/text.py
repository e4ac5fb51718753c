"""Text from a file or a person, made safe to show on a terminal."""

import re
import unicodedata
from collections.abc import Callable, Iterator

REPLACEMENT = "\ufffd"
_JOINER = "\u200d"
_BREAKS = frozenset("\n\r\t\v\f\x85\u2028\u2029")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS = 4
_NOT_PLAIN = re.compile(r"[^\n -~]+")


def clean(text: str, limit: int = 500, *, newlines: bool = False) -> str:
    """Return text without control functions: what a terminal will show and nothing it will obey.

    Control, format, private and unassigned characters become U+FFFD, line breaks and tabs a space
    (or a plain newline), accents are stacked at most four high, and what is longer than `limit`
    characters ends in an ellipsis.
    """
    if len(text) > limit:
        text = text[: max(limit - 1, 0)] + "…"
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in _MARKS else 0
        if marks <= _MOST_MARKS:
            kept.append(_shown(character, category, newlines=newlines))
    return "".join(kept)


def escaped(text: str, escape: Callable[[str], str]) -> str:
    """Return text with line breaks as they are, and an escape for whatever a terminal would obey.

    A document whose language has such escapes says the same with them.
    """
    return _NOT_PLAIN.sub(lambda match: "".join(_escaped(match[0], escape)), text)


def _escaped(text: str, escape: Callable[[str], str]) -> Iterator[str]:
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in _MARKS else 0
        is_kept = _shown(character, category, newlines=False) == character and marks <= _MOST_MARKS
        yield character if is_kept else escape(character)


def _shown(character: str, category: str, *, newlines: bool) -> str:
    if character in _BREAKS:
        return "\n" if newlines and character == "\n" else " "
    if category in _UNPRINTABLE and character != _JOINER:
        return REPLACEMENT
    return character
