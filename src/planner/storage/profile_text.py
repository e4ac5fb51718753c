"""A profile as TOML text, in pieces that stay as they are while what they say does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from planner.core.profile import FORMAT, TABLES, Profile
from planner.storage.guard import PROFILE_BYTES, RefusedError
from planner.storage.toml_writer import write_table, write_toml

Place = tuple[str, ...]
"""Whose text a piece is: () is the top, ("later",) a table's own fields, ("progress", "ddia") an entry."""

HEADER = "# Written by planner. Comments are not kept.\n"
_LEAVES = frozenset({str, int, bool, date})
"""Types that most values have, told at a glance."""
_LEADING = frozenset({"resource", "status", "text", "value"})
_MOVED = _LEADING | {"at"}
"""Keys that do not stand where the alphabet would have them."""


class Piece(NamedTuple):
    """One stretch of a profile's text."""

    value: Any
    """What it says at its place."""
    text: str
    """Whole lines. Those of all but the top begin with the header of a table."""


NOTHING: Final[Mapping[Place, Piece]] = {}


@dataclass(frozen=True)
class ProfileText:
    """The text of a profile."""

    profile: Profile
    pieces: Mapping[Place, Piece]
    """In the order of the file."""

    @cached_property
    def content(self) -> bytes:
        """The text as the file holds it.

        Raises:
            RefusedError: it is larger than what is read.
        """
        text = HEADER + "\n".join([each.text for each in self.pieces.values()])
        content = b"" if len(text) > PROFILE_BYTES else text.encode()
        if not content or len(content) > PROFILE_BYTES:
            raise RefusedError(f"the profile would be larger than {PROFILE_BYTES >> 20} MiB")
        return content


def text_of(profile: Profile, known: Mapping[Place, Piece] = NOTHING) -> ProfileText:
    """Return the text of a profile, everything in an order of its own: one change is one change in a diff.

    What known pieces say already is not put into words again. That is told by identity, as values
    are frozen and some that are equal (1, 1.0 and true) are written in different ways.
    """
    pieces: dict[Place, Piece] = {}
    for place, value in _parts(profile):
        piece = known.get(place)
        pieces[place] = piece if piece and piece.value is value else Piece(value, words_of(place, value))
    return ProfileText(profile, pieces)


def dump(profile: Profile) -> str:
    """Return a profile as TOML.

    Raises:
        RefusedError: it is larger than what is read.
    """
    return text_of(profile).content.decode()


def words_of(place: Place, value: Any) -> str:  # noqa: ANN401 - TOML can hold anything
    """Return the text of a value at its place."""
    if not place:
        return write_toml({name: _ordered(each) for name, each in value.items()})
    if isinstance(value, Mapping):
        return write_table(place, _ordered(value))
    return write_toml({place[0]: _ordered(value)})


def _parts(profile: Profile) -> Iterator[tuple[Place, Any]]:
    """Go through what a profile says, place by place."""
    top = {"format": FORMAT, "profile_id": profile.profile_id}
    beside: dict[str, Any] = {}
    for name in _in_order(profile.extra):
        value = profile.extra[name]
        if _is_table(name, value):
            beside[name] = value
        elif not profile.tables.get(name):
            top[name] = value
    yield (), top
    for name in dict.fromkeys((*beside, *TABLES, *sorted(profile.tables))):
        entries = profile.tables.get(name, {})
        if name in beside and (fields := _fields(beside[name], entries)) is not None:
            yield (name,), fields
        for each in _in_order(entries):
            yield (name, each), entries[each]


def _is_table(name: str, value: Any) -> bool:  # noqa: ANN401 - as above
    """Return whether a value at the top is written below a header of its own."""
    return isinstance(value, Mapping) or (
        isinstance(value, list) and words_of((name,), value).startswith("[")
    )


def _fields(beside: Any, entries: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as above
    """Return what stands in a table beside its entries; None where that needs no text."""
    if not entries:
        return beside
    if not isinstance(beside, Mapping) or beside.keys() <= entries.keys():
        return None
    if beside.keys().isdisjoint(entries):
        return beside
    return {name: each for name, each in beside.items() if name not in entries}


def _ordered(value: Any) -> Any:  # noqa: ANN401 - as above
    """Return a value with the keys of its tables sorted: what matters first, the stamp last."""
    if type(value) in _LEAVES:
        return value
    if isinstance(value, list):
        return [_ordered(each) for each in value]
    if not isinstance(value, Mapping):
        return value
    return {key: _ordered(value[key]) for key in _in_order(value)}


def _in_order(table: Mapping[str, Any]) -> list[str]:
    """Return the keys of a table in the order in which they are written."""
    return sorted(table) if table.keys().isdisjoint(_MOVED) else sorted(table, key=_rank)


def _rank(key: str) -> tuple[bool, bool, str]:
    return key == "at", key not in _LEADING, key
