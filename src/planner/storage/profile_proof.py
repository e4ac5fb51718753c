"""Proof that the text of a profile reads back as that profile, a piece at a time.

Every piece but the first opens with the header of a table, which names its place from the top on and
ends what came before; one that is a whole document of its own leaves nothing open: so what pieces mean
in a row is what they mean one by one. Where each of them, read inside the table around it, says what it
should at its place and nothing else, no two touch the same key, and the row says all that is meant.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from planner.core.text import REPLACEMENT
from planner.storage.failures import DamagedProfileError
from planner.storage.guard import RefusedError
from planner.storage.profile_format import parse
from planner.storage.profile_text import Block, Piece, Place, ProfileText
from planner.storage.toml_reader import UnreadableTomlError, read_toml
from planner.storage.toml_writer import write_toml

_UNLIKE = "what was written does not read back"
_HALF = re.compile("[\ud800-\udfff]")
"""What is written as U+FFFD."""
_ENTRY = 2
"""Names in the place of an entry."""
_PLAIN = re.compile(
    r'\[([\w-]++)\.(?:([\w-]++)|"([^"\\\n]*+)")\]\n'
    r'(?:[\w-]++ = (?:"(?:[^"\\\n]|\\.)*+"|[\w:.+-]++)\n)*+',
    re.ASCII,
)
"""An entry of plain lines: its table and name, then values that end where their line does."""


def prove(text: ProfileText, proved: ProfileText | None = None) -> None:
    """Read back what a profile's text says; pieces of one that was proved before are not read again.

    Raises:
        DamagedProfileError: it does not say what was meant.
    """
    new = dict(_new(text, proved.blocks if proved else {}))
    if any(REPLACEMENT in each.text for each in new.values()) and _has_half_names(text):
        _read_whole(text)
        return
    top = text.blocks[()].fields
    if any(place[0] in top for place in (text.blocks if () in new else new) if place):
        raise DamagedProfileError(_UNLIKE)
    for place, piece in new.items():
        try:
            says_it = _says(place, piece)
        except UnreadableTomlError as error:
            raise DamagedProfileError(error.reason) from None
        if not says_it:
            raise DamagedProfileError(_UNLIKE)
    if any(len(place) < _ENTRY for place in new):
        parse("\n".join(piece.text for place, piece in text.pieces if len(place) < _ENTRY))


def _new(text: ProfileText, proved: Mapping[Place, Block]) -> Iterator[tuple[Place, Piece]]:
    """Go through the pieces that are not among those that are proved."""
    for name, block in text.blocks.items():
        if (known := proved.get(name)) is block:
            continue
        former = known.pieces if known else {}
        for place, piece in block.pieces.items():
            if (other := former.get(place)) is not piece and other != piece:
                yield place, piece


def _has_half_names(text: ProfileText) -> bool:
    return any(_HALF.search(name) for place, _ in text.pieces for name in place)


def _read_whole(text: ProfileText) -> None:
    """Read back a text some of whose names are written as others, which may be taken."""
    meant: dict[str, Any] = {}
    for name, block in text.blocks.items():
        if isinstance(block.fields, list):
            meant[name[0]] = block.fields
        else:
            inside = meant.setdefault(name[0], {}) if name else meant
            inside |= {**(block.fields or {}), **block.entries}
    parse(text.content.decode())
    if not _is_as_written(read_toml(text.content.decode()), meant):
        raise DamagedProfileError(_UNLIKE)


def is_proved(text: ProfileText, content: bytes) -> bool:
    """Return whether a content's having been read as this profile proves every piece of its text.

    It does where the content is this text: a piece of plain lines is read in a row as it is by itself,
    as long as nothing before it was left open. The few that are more than plain lines are read alone.
    """
    try:
        return text.content == content and all(
            _is_plain(place, piece.text) or _says(place, piece) for place, piece in text.pieces
        )
    except (RefusedError, UnreadableTomlError):
        return False


def _says(place: Place, piece: Piece) -> bool:
    """Return whether a piece says what it should at its place, and nothing else.

    Raises:
        UnreadableTomlError: it says nothing.
    """
    if place and not piece.text.startswith("["):
        return False
    around = write_toml({place[0]: {}}) if len(place) == _ENTRY else ""
    found: object = read_toml(around + piece.text)
    for name in place:
        if not isinstance(found, dict) or found.keys() != {name}:
            return False
        found = found[name]
    return found == piece.value or _is_as_written(found, piece.value)


def _is_as_written(found: object, meant: object) -> bool:
    """Return whether a value that was read is what another one is written as.

    What is not a number equals nothing, itself included; of half a character a sign is left.
    """
    if isinstance(found, dict) and isinstance(meant, Mapping):
        written = {_HALF.sub(REPLACEMENT, name): each for name, each in meant.items()}
        return found.keys() == written.keys() and all(
            _is_as_written(found[name], written[name]) for name in found
        )
    if isinstance(found, list) and isinstance(meant, list | tuple):
        return len(found) == len(meant) and all(map(_is_as_written, found, meant))
    if isinstance(found, str) and isinstance(meant, str):
        return found == _HALF.sub(REPLACEMENT, meant)
    return found == meant or (found != found and meant != meant)  # noqa: PLR0124 - that is how one tells


def _is_plain(place: Place, text: str) -> bool:
    """Return whether a piece is the entry at this place, and every line of it a statement by itself."""
    found = _PLAIN.fullmatch(text)
    return found is not None and (found[1], found[2] if found[3] is None else found[3]) == place
