"""The check marks of a Markdown list, found again among the resources: by id, by address, by title."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import Resource
from planner.core.marking import Mark
from planner.exchange.outline import Passage, items_and_rows, read, without_sign

_PARTS = re.compile(r"(\d{1,4}) of \d{1,4} parts")


class Ticks(Struct, frozen=True):
    """What a checklist says about resources."""

    marks: Mapping[str, tuple[Mark, ...]]
    """Resource id to the marks that it gets, in this order."""
    parts: Mapping[str, int]
    """Resource id to the parts ticked."""
    unmatched: tuple[str, ...]
    """Texts of ticked items that are no resource here, or could be several."""
    ticked: int
    """How many ticked items there were."""


def ticks_of(text: str, catalogue: Catalogue) -> Ticks:
    """Return what the check marks of a Markdown text say about the resources of a catalogue.

    Only what is ticked counts: nothing done becomes undone by an empty box. In a list that planner
    wrote, words behind the id tell what a box cannot: doing, known, skipped, parts.
    """
    index = _Index(catalogue)
    marks: dict[str, tuple[Mark, ...]] = {}
    parts: dict[str, int] = {}
    unmatched: list[str] = []
    ticked = 0
    for passage, is_ticked in items_and_rows(read(text)):
        ticked += is_ticked
        resource = index.find(passage)
        if resource is None:
            unmatched += [passage.text] if is_ticked else []
            continue
        words = _words_behind(passage, index.id_in(passage))
        found = tuple(_marks(is_ticked, words))
        if found:
            marks[resource.id] = found
        if counted := next(filter(None, map(_PARTS.fullmatch, words)), None):
            parts[resource.id] = min(int(counted[1]), resource.parts)
    return Ticks(marks, {name: count for name, count in parts.items() if count}, tuple(unmatched), ticked)


def _marks(is_ticked: bool, words: Iterable[str]) -> Iterator[Mark]:
    """Go through the marks that box and words stand for; where they differ, the box is right."""
    said = set(words)
    if not is_ticked:
        yield from (mark for mark in _OPEN if mark in said)
    elif "known" in said:
        yield "known"
        yield from (mark for mark in (*_OPEN, _DONE) if mark in said)
    else:
        yield _DONE


_DONE: Mark = "done"
_OPEN: tuple[Mark, ...] = ("doing", "skipped")


def _words_behind(passage: Passage, name: str | None) -> list[str]:
    """Return what stands behind the id, between dots; nothing where no id says that planner wrote it."""
    if name is None:
        return []
    return [each.strip() for each in passage.text.rpartition(f"{name} ·")[2].split("·")]


class _Index(Struct, frozen=True, dict=True):
    """Finds resources by what lists call them."""

    catalogue: Catalogue

    @cached_property
    def _by_url(self) -> Mapping[str, list[Resource]]:
        return _grouped((_address(each.url), each) for each in self.catalogue.resources.values() if each.url)

    @cached_property
    def _by_title(self) -> Mapping[str, list[Resource]]:
        return _grouped((_folded(each.title), each) for each in self.catalogue.resources.values())

    def id_in(self, passage: Passage) -> str | None:
        """Return the id that a text names as code, if one does."""
        names = (
            each for each in passage.codes if self.catalogue.now_called(each) in self.catalogue.resources
        )
        return next(names, None)

    def find(self, passage: Passage) -> Resource | None:
        """Return the resource that a text means; None where that is not certain."""
        if name := self.id_in(passage):
            return self.catalogue.resources[self.catalogue.now_called(name)]
        titles = {_folded(each) for each in (passage.text, *(link.text for link in passage.links))}
        titles |= {_folded(without_sign(each)[0]) for each in titles}
        titles.discard("")
        linked = [each for link in passage.links for each in self._by_url.get(_address(link.url), [])]
        titled = [each for title in titles for each in self._by_title.get(title, [])]
        both = [each for each in linked if each in titled]
        return _only(linked) or _only(both) or (None if linked else _only(titled))


def _only(found: list[Resource]) -> Resource | None:
    names = {each.id for each in found}
    return found[0] if len(names) == 1 else None


def _grouped(pairs: Iterable[tuple[str, Resource]]) -> Mapping[str, list[Resource]]:
    groups: dict[str, list[Resource]] = {}
    for key, resource in pairs:
        groups.setdefault(key, []).append(resource)
    return groups


def _address(url: str) -> str:
    """Return an address so that two ways to write it are one."""
    return re.sub(r"^https?://(www\.)?", "", url.strip()).rstrip("/").casefold()


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
