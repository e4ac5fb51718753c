"""Sets of resources as one number, a bit for each place: they combine at once, however many there are."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

Value = TypeVar("Value", bound=Hashable)

_FLAGS: Final = bytes.maketrans(b"01", b"\x00\x01")
_MOST_KINDS: Final = 256
"""Values that a byte can tell apart."""
_DIGITS: Final = bytes.maketrans(b"\x00\x01", b"01")


def bits_of(flags: Iterable[int]) -> int:
    """Return the places at which there is a 1 and no 0, the first place being the lowest bit."""
    digits = bytes(flags).translate(_DIGITS)
    return int(digits[::-1], 2) if digits else 0


def bits_at(places: Iterable[int], size: int) -> int:
    """Return these places, out of so many."""
    flags = bytearray(size)
    for place in places:
        flags[place] = 1
    return bits_of(flags)


def bits_by(values: Sequence[Value]) -> Mapping[Value, int]:
    """Return for each value the places at which it stands."""
    kinds = {value: kind for kind, value in enumerate(dict.fromkeys(values))}
    if len(kinds) > _MOST_KINDS:
        return {value: bits_of(each == value for each in values) for value in kinds}
    row = bytes(map(kinds.__getitem__, values))
    return {value: bits_where(row, kind) for value, kind in kinds.items()}


def bits_where(row: bytes | bytearray, value: int) -> int:
    """Return the places at which this value stands."""
    digits = row.translate(bytes(b"01"[each == value] for each in range(256)))
    return int(digits[::-1], 2) if digits else 0


def flags_of(bits: int, size: int) -> bytes:
    """Return a 1 for each place that is in, a 0 for each that is not."""
    return f"{bits:0{size}b}"[::-1].encode().translate(_FLAGS) if size else b""
