"""What is said in a corner for a moment, as lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from planner.presentation.lines import Line, cells, line, wrap

Severity = Literal["information", "warning", "error"]
_INKS: Mapping[Severity, str] = {"information": "good", "warning": "flag", "error": "bad"}
_AROUND = 3
"""Cells beside the words: the edge, and one on either side."""


class Notice(Struct, frozen=True):
    """Something that is said."""

    text: str
    severity: Severity = "information"


def draw(notices: Sequence[Notice], width: int, height: int) -> tuple[Line, ...]:
    """Return notices one under the other, wrapped to this width: the newest that there is room for."""
    drawn: tuple[Line, ...] = ()
    for each in reversed(notices):
        lines = _draw(each, width)
        if drawn and len(lines) + len(drawn) > height:
            break
        drawn = (*lines, *drawn)
    return drawn[:height]


def _draw(notice: Notice, width: int) -> tuple[Line, ...]:
    edge = ("▌", _INKS[notice.severity])
    return ((edge,), *(line(edge, f" {said}") for said in _broken(notice.text, width - _AROUND)), (edge,))


def _broken(text: str, width: int) -> Iterator[str]:
    """Go through the lines of a text; a word too long for one, such as a path, goes on in the next."""
    for paragraph in text.splitlines():
        words = " ".join(piece for word in paragraph.split() for piece in _pieces(word, width))
        yield from wrap(words, width) or ("",)


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and cells(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
