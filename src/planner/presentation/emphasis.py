"""The letters that a search was for, made to stand out."""

from collections.abc import Iterable

from planner.core.search import folded
from planner.presentation.lines import Span, crop

STYLE = "match"


def emphasised(text: str, room: int, terms: Iterable[str], style: str) -> tuple[Span, ...]:
    """Return a text in at most this many cells, the first place of each term in it in another style.

    The beginning of a word is preferred to its inside.
    """
    there, shown = folded(text), crop(text, room)
    if len(there) != len(text):
        return ((shown, style),)
    marked = bytearray(len(text))
    for term in terms:
        start = f" {there}".find(f" {term}")
        start = there.find(term) if start < 0 else start
        if start >= 0:
            marked[start : start + len(term)] = b"\x01" * len(term)
    return tuple(_runs(shown, marked, style))


def _runs(text: str, marked: bytearray, style: str) -> Iterable[Span]:
    start, length = 0, len(text)
    while start < length:
        found = marked.find(not marked[start], start)
        end = length if found < 0 else min(found, length)
        yield text[start:end], STYLE if marked[start] else style
        start = end
