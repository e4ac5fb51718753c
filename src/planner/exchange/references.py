"""What a list calls prerequisites, found again among the titles that stand before it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from planner.exchange.words import words_of

_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+)")
_FIRST_PART = re.compile(r"\s*\b(?:part\s+)?(?:i|1)$", re.IGNORECASE)
_NOTHING = {"", "none", "n/a", "-", "–", "—", "no prerequisites"}
_LEAST_WORDS = 2
_MOST_PARTS = 12

_Words = tuple[str, ...]


class Found(Struct, frozen=True):
    """The prerequisites that a text names."""

    ids: tuple[str, ...]
    unmatched: tuple[str, ...]
    """Names that are no title here, or could be several."""


class Titles(Struct):
    """Titles and the ids that they stand for, in the order in which they were learnt."""

    _known: list[tuple[str, tuple[_Words, ...], _Words]] = field(default_factory=list)
    _groups: dict[_Words, list[str]] = field(default_factory=dict)
    _addresses: dict[str, list[str]] = field(default_factory=dict)

    def learn(self, title: str, name: str, group: str, url: str = "") -> None:
        """Learn that a title and an address stand for an id, and a group's title for all ids in it."""
        self._addresses.setdefault(url, []).append(name)
        segments = tuple(words_of(each) for each in (title, *title.split(":")))
        self._known.append((name, segments, words_of(title)))
        self._groups.setdefault(words_of(group), []).append(name)

    def find(self, text: str, links: Mapping[str, str] | None = None) -> Found:
        """Return the ids that a text names: whole titles first, since these may have commas.

        `links` are the addresses that stretches of the text lead to.
        """
        ids: list[str] = []
        unmatched: list[str] = []
        parts = list(_SEPARATOR.finditer(text))[:_MOST_PARTS]
        starts = [0, *(each.end() for each in parts)]
        ends = [*(each.start() for each in parts), len(text)]
        at = 0
        while at < len(starts):
            found, length = self._longest(text, starts[at:], ends[at:], links or {})
            name = text[starts[at] : ends[at]].strip()
            ids += found
            if not found and name.lower() not in _NOTHING:
                unmatched.append(name)
            at += length
        return Found(tuple(dict.fromkeys(ids)), tuple(unmatched))

    def _longest(
        self, text: str, starts: Sequence[int], ends: Sequence[int], links: Mapping[str, str]
    ) -> tuple[list[str], int]:
        """Return what the longest stretch from here on names, and how many parts it has."""
        for length in range(len(ends), 0, -1):
            name = text[starts[0] : ends[length - 1]].strip()
            address = links.get(name)
            if found := self._one(name) or (_only(self._addresses.get(address, ())) if address else []):
                return found, length
        return [], 1

    def _one(self, name: str) -> list[str]:
        """Return what one name stands for: a title or a part of one, a group, the first of several parts."""
        words = words_of(name)
        tests: tuple[Callable[[tuple[_Words, ...]], bool], ...] = (
            lambda segments: words == segments[0],
            lambda segments: words in segments,
        )
        for test in tests:
            if words and (found := _only(each for each, segments, _ in self._known if test(segments))):
                return found
        if words in self._groups:
            return self._groups[words]
        if len(words) >= _LEAST_WORDS:
            begun = ((each, title) for each, segments, title in self._known if _begins(segments, words))
            if found := _only(each for each, title in begun if _is_in(words, title)):
                return found
        shorter = _FIRST_PART.sub("", name)
        return self._one(shorter) if shorter and shorter != name else []


def _only(found: Iterator[str] | Iterable[str]) -> list[str]:
    """Return the one id there is; none where there are several, since nobody can tell which is meant."""
    ids = list(dict.fromkeys(found))
    return ids if len(ids) == 1 else []


def _begins(segments: tuple[_Words, ...], words: _Words) -> bool:
    return any(each[:1] == words[:1] for each in segments)


def _is_in(words: _Words, title: _Words) -> bool:
    """Return whether words stand in a title in this order."""
    rest = iter(title)
    return all(word in rest for word in words)
