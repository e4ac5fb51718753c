"""Styled text, one line at a time: what every drawing is made of."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

Span = tuple[str, str]
"""Text, and the name of its style; the screens know what a style looks like, a pipe does not care."""
Line = tuple[Span, ...]

PLAIN = ""
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_WIDE = frozenset("WF")


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    return len(text) if text.isascii() else _cells_beyond(text)


def crop(text: str, width: int) -> str:
    """Return a text cut to at most this many cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    kept, room = [], width - 1
    for character in text:
        room -= _cells_of(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…" if width > 0 else ""


def fit(text: str, width: int) -> str:
    """Return a text of exactly this many cells: cut, or filled up with spaces on the right."""
    cut = crop(text, width)
    return cut + " " * (width - cells(cut))


def fit_right(text: str, width: int) -> str:
    """Return a text of exactly this many cells: cut, or filled up with spaces on the left."""
    cut = crop(text, width)
    return " " * (width - cells(cut)) + cut


def line(*parts: str | Span) -> Line:
    """Return a line of these parts; a bare string is plain text."""
    return tuple([(part, PLAIN) if isinstance(part, str) else part for part in parts])


def line_cells(spans: Line) -> int:
    """Return how many cells a line takes."""
    return sum([cells(text) for text, _ in spans])


def fit_line(spans: Line, width: int) -> Line:
    """Return a line of exactly this many cells."""
    kept: list[Span] = []
    room = width
    for text, style in spans:
        cut = crop(text, room)
        kept.append((cut, style))
        room -= cells(cut)
        if cut != text:
            break
    return (*kept, (" " * room, PLAIN)) if room > 0 else tuple(kept)


def joined(spans: Iterable[Span]) -> Line:
    """Return spans as a line, those of one style that follow each other as one."""
    kept: list[Span] = []
    for text, style in spans:
        if kept and kept[-1][1] == style:
            kept[-1] = (kept[-1][0] + text, style)
        else:
            kept.append((text, style))
    return tuple(kept)


def ruled(title: str, fact: str, width: int) -> Line:
    """Return a heading with a rule as wide as this, and a fact at its end where there is room."""
    shown = crop(title, max(0, width - 3))
    free = width - cells(shown) - 3
    said = fact if fact and cells(fact) + 4 <= free else ""
    end: Line = ((f" {said} ", "dim"), ("─", "axis")) if said else ()
    rule = "─" * (free - line_cells(end))
    return line(("─ ", "axis"), (shown, "heading"), (f" {rule}", "axis"), *end)


def flow(items: Iterable[Line], width: int, between: Span = ("   ", PLAIN)) -> tuple[Line, ...]:
    """Return items one after the other, apart, on as many lines of this width as that takes."""
    lines: list[Line] = []
    for item in items:
        if lines and line_cells(lines[-1]) + cells(between[0]) + line_cells(item) <= width:
            lines[-1] = (*lines[-1], between, *item)
        else:
            lines.append(item if line_cells(item) <= width else fit_line(item, width))
    return tuple(lines)


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return a text as lines of at most this many cells, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and cells(lines[-1]) + 1 + cells(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(crop(word, width))
    return tuple(lines)


def plain(spans: Line) -> str:
    """Return a line without its styles, and without spaces at its end."""
    return "".join(text for text, _ in spans).rstrip()


@lru_cache(1024)
def _cells_beyond(text: str) -> int:
    """Return how many cells a text takes that is not all ASCII; most are signs that come again."""
    return sum(map(_cells_of, text))


@lru_cache(1024)
def _cells_of(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
