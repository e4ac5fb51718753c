"""A profile as TOML text, in pieces that stay as they are while what they say does."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from msgspec import Struct

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


class Block(NamedTuple):
    """The text of the top, or of a table."""

    fields: Any
    """What it says beside its entries; None where that needs no text."""
    entries: Mapping[str, Any]
    pieces: Mapping[Place, Piece]
    """In the order of the file."""
    text: str


class ProfileText(Struct, frozen=True, dict=True, eq=False):
    """The text of a profile."""

    profile: Profile
    blocks: Mapping[Place, Block]
    """In the order of the file, the top first."""

    @property
    def pieces(self) -> Iterator[tuple[Place, Piece]]:
        """Go through all pieces."""
        return chain.from_iterable(each.pieces.items() for each in self.blocks.values())

    @cached_property
    def content(self) -> bytes:
        """The text as the file holds it.

        Raises:
            RefusedError: it is larger than what is read.
        """
        text = HEADER + "\n".join([each.text for each in self.blocks.values()])
        content = b"" if len(text) > PROFILE_BYTES else text.encode()
        if not content or len(content) > PROFILE_BYTES:
            raise RefusedError(f"the profile would be larger than {PROFILE_BYTES >> 20} MiB")
        return content


def text_of(profile: Profile, known: ProfileText | None = None) -> ProfileText:
    """Return the text of a profile, everything in an order of its own: one change is one change in a diff.

    What a known text says already is not put into words again. That is told by identity, as values
    are frozen and some that are equal (1, 1.0 and true) are written in different ways.
    """
    blocks: dict[Place, Block] = {}
    for place, fields, entries in _parts(profile):
        block = known.blocks.get(place) if known else None
        if block is None or block.fields is not fields or block.entries is not entries:
            block = _block(place, fields, entries, block.pieces if block else {})
        blocks[place] = block
    return ProfileText(profile, blocks)


def _block(place: Place, fields: Any, entries: Mapping[str, Any], known: Mapping[Place, Piece]) -> Block:  # noqa: ANN401 - TOML can hold anything
    """Return the block of the top or a table, with those known pieces that say what is in it."""
    pieces: dict[Place, Piece] = {}
    for each, value in _values(place, fields, entries):
        piece = known.get(each)
        pieces[each] = piece if piece and piece.value is value else Piece(value, words_of(each, value))
    return Block(fields, entries, pieces, "\n".join([each.text for each in pieces.values()]))


def _values(place: Place, fields: Any, entries: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401 - as above
    """Go through what a block says, place by place."""
    if fields is not None:
        yield place, fields
    for each in _in_order(entries):
        yield (*place, each), entries[each]


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


def _parts(profile: Profile) -> Iterator[tuple[Place, Any, Mapping[str, Any]]]:
    """Go through the top and the tables: their places, their fields, their entries."""
    top = {"format": FORMAT, "profile_id": profile.profile_id}
    beside: dict[str, Any] = {}
    for name in _in_order(profile.extra):
        value = profile.extra[name]
        if _is_table(name, value):
            beside[name] = value
        elif not profile.tables.get(name):
            top[name] = value
    yield (), top, {}
    for name in dict.fromkeys((*beside, *TABLES, *sorted(profile.tables))):
        entries = profile.tables.get(name, {})
        fields = _fields(beside.get(name), entries)
        if entries or fields is not None:
            yield (name,), fields, entries


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
        return None  # an empty table is one by its entries, too
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
