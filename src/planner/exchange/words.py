"""Titles as ids, and as the words that they are made of."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count

MOST_CHARACTERS = 80
"""Characters that an id may have."""
_FOLDS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "&": " and ",
        "+": " plus ",
        "#": " sharp ",
    }
)


def slug(text: str, most: int = MOST_CHARACTERS) -> str:
    """Return a text as an id of a-z, 0-9 and -; empty where nothing of it can stay."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    kept = "-".join(
        re.findall(r"[a-z0-9]+", "".join(each for each in plain if not unicodedata.combining(each)))
    )
    return kept if len(kept) <= most else kept[:most].rpartition("-")[0] or kept[:most]


def id_of(text: str, prefix: str, context: str, taken: Collection[str]) -> str:
    """Return an id for a title that is not taken: the title, with its context, with a number.

    A title in letters that an id cannot have gets a name that is made of its checksum.
    """
    name = slug(text) or hashlib.sha256(text.encode()).hexdigest()[:8]
    return next(each for each in _names(name, prefix, slug(context)) if each not in taken)


def _names(name: str, prefix: str, context: str) -> Iterator[str]:
    yield _fitted(prefix, name)
    if context:
        yield _fitted(prefix, f"{context}-{name}")
    yield from (_fitted(prefix, name, f"-{number}") for number in count(2))


def _fitted(prefix: str, name: str, ending: str = "") -> str:
    room = MOST_CHARACTERS - len(prefix) - 1 - len(ending)
    return f"{prefix}-{slug(name, room)}{ending}"


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; a sign between letters parts them."""
    return tuple(re.findall(r"[^\W_]+", text.casefold()))
