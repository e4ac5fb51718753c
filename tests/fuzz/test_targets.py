"""What `make fuzz` holds for any bytes, held for sound files, broken ones, and all that was found before."""

from collections.abc import Iterator
from random import Random

import pytest

from fuzz.targets import TARGETS, findings, seeds

_NOISE = (b"[", b"]", b'"', b"\x9b", b"\xff", b"\x00", b".", b"= 1e999", b"\xe2\x80\xae", b"9" * 30)


def _spoilt(content: bytes, random: Random) -> Iterator[bytes]:
    """Return a file cut short, with a piece missing, with noise in it."""
    at, other = sorted(random.randrange(len(content) + 1) for _ in range(2))
    yield content[:at]
    yield content[:at] + content[other:]
    yield content[:at] + random.choice(_NOISE) + content[at:]


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_holds_what_it_promises(name: str) -> None:
    random = Random(7)
    for seed in seeds(name):
        TARGETS[name](seed)
        for _ in range(5):
            for content in _spoilt(seed, random):
                TARGETS[name](content)


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_found_once_is_held_for_good(name: str) -> None:
    for file in findings(name):
        TARGETS[name](file.read_bytes())
