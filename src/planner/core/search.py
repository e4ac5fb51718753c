"""Finding resources by words, the best first; a word that occurs nowhere is taken for one that is close."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress
from typing import Final
from unicodedata import combining, normalize

from msgspec import Struct, field

from planner.core.closeness import closest
from planner.core.curriculum import Competency, Resource

_BETWEEN_WORDS: Final = re.compile(r"[^\w+#]")
_WHOLE, _START, _ELSEWHERE, _INSIDE = range(4)
"""Where a word occurs, the best place first: a word of the title, its start, of another one, inside one."""
_NOWHERE: Final = 255
_NONE: Final = bytes([_NOWHERE])
_IS_THERE: Final = bytes(rank != _NOWHERE for rank in range(256))
_CLOSE: Final = 4
"""How much worse a close word is."""


class Found(Struct, frozen=True):
    """What a search found."""

    words: tuple[str, ...] = ()
    """The words that were looked for."""
    places: Sequence[int] = ()
    """Where the resources stand in the catalogue, the best first."""
    taken_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each word that occurs nowhere, the words it was taken for."""

    @property
    def terms(self) -> tuple[str, ...]:
        """What is to be seen in what was found."""
        return tuple(term for word in self.words for term in self.taken_as.get(word, (word,)))


class Index:
    """The words of a catalogue, folded once, so that a search has only to look."""

    def __init__(self, resources: Iterable[Resource], competencies: Mapping[str, Competency]) -> None:
        taught = {each.id: folded(each.title) for each in competencies.values()}
        self._names: list[str] = []
        """Title, initials and id of each resource, every word after a space."""
        self._rests: list[str] = []
        """Its kind, authors and competencies."""
        for each in resources:
            title = folded(each.title)
            initials = "".join(word[0] for word in title.split())
            authors, titles = folded(" ".join(each.authors)), " ".join([taught[one] for one in each.teaches])
            self._names.append(f" {title} {initials} {folded(each.id)} ")
            self._rests.append(f" {each.kind} {authors} {titles} ")
        self._everywhere: Sequence[int] = list(range(len(self._names)))
        """All places, each number made once."""

    def find(self, query: str, last: Found | None = None) -> Found:
        """Return the resources in which every word of a query occurs, the best first.

        What an earlier search found is gone through alone where this one can only find less.
        """
        words = tuple(dict.fromkeys(folded(query).split()))
        among = self._everywhere
        is_inside = last is not None and not last.taken_as and _is_narrower(words, last.words)
        if last is not None and is_inside and len(last.places) < len(among) // 2:
            among = sorted(last.places)
        ranks = bytes(len(among))
        taken_as = {}
        for word in words:
            if _NONE in ranks:
                among = list(compress(among, ranks.translate(_IS_THERE)))
                ranks = ranks.translate(None, _NONE)
            terms = self._terms(word, among)
            if terms != (word,):
                taken_as[word] = terms
            found = self._ranks(terms, among, 0 if terms == (word,) else _CLOSE)
            ranks = _together(ranks, found) if any(ranks) else found
        return Found(words, self._best_first(among, ranks, words), taken_as)

    def _terms(self, word: str, among: Iterable[int]) -> tuple[str, ...]:
        """Return the word itself where it occurs, or else what is closest to it."""
        names, rests = self._names, self._rests
        if any(word in names[place] or word in rests[place] for place in among):
            return (word,)
        if any(word in text for text in chain(names, rests)):
            return (word,)
        return closest(word, self._vocabulary.get(word[0], ()))

    def _ranks(self, terms: Sequence[str], among: Sequence[int], behind: int) -> bytes:
        """Return for each of these how well one of the terms occurs in it, 0 the best."""
        if terms and not behind:
            return self._places(terms[0], among)
        ranks = bytes([_NOWHERE] * len(among))
        for term in terms:
            ranks = bytes(map(min, ranks, self._places(term, among)))
        return bytes(rank if rank == _NOWHERE else rank + behind for rank in ranks)

    def _places(self, term: str, among: Sequence[int]) -> bytes:
        """Return for each of these where in it a term occurs."""
        start, whole = f" {term}", f" {term} "
        names, rests = self._names, self._rests
        if len(among) < len(names):
            names, rests = [names[place] for place in among], [rests[place] for place in among]
        return bytes(
            [
                (_WHOLE if whole in name else _START)
                if start in name
                else (_ELSEWHERE if start in rest else _INSIDE if term in name or term in rest else _NOWHERE)
                for name, rest in zip(names, rests, strict=True)
            ]
        )

    def _best_first(self, places: Sequence[int], ranks: bytes, words: Sequence[str]) -> Sequence[int]:
        """Return the places by rank; those with the words in a row come before their equals."""
        sorted_out: list[int] = []
        phrase = f" {' '.join(words)}"
        for rank in sorted({*ranks} - {_NOWHERE}):
            shelf = compress(places, ranks.translate(_only(rank)))
            if len(words) > 1:
                sorted_out += sorted(shelf, key=lambda place: phrase not in self._names[place])
            else:
                sorted_out += shelf
        return tuple(sorted_out)

    @cached_property
    def _vocabulary(self) -> Mapping[str, Sequence[str]]:
        """Every word that occurs, by its first letter."""
        words: dict[str, list[str]] = defaultdict(list)
        for word in sorted({word for text in chain(self._names, self._rests) for word in text.split()}):
            words[word[0]].append(word)
        return words


def folded(text: str) -> str:
    """Return a text without capitals, accents and punctuation, its words apart."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(each for each in normalize("NFKD", text) if not combining(each))
    return _BETWEEN_WORDS.sub(" ", text)


def _together(ranks: bytes, others: bytes) -> bytes:
    """Return the sums of ranks; what is bad enough is as bad as anything that is there at all."""
    return bytes(
        [
            _NOWHERE if other == _NOWHERE else min(_NOWHERE - 1, one + other)
            for one, other in zip(ranks, others, strict=True)
        ]
    )


def _only(rank: int) -> bytes:
    """Return what makes of ranks a 1 where it is this one, and 0 elsewhere."""
    return bytes(rank) + b"\1" + bytes(255 - rank)


def _is_narrower(words: Sequence[str], former: Sequence[str]) -> bool:
    """Return whether what has all these words has all the former ones, too."""
    return all(any(before in word for word in words) for before in former)
