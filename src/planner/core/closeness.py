"""Which words are close to one that somebody typed: a letter wrong, missing or swapped, or left out."""

from collections.abc import Iterable

_SHORTEST = 4
_LONG = 8
_MOST = 8
_SKIPS_FROM = 3
"""What leaving letters out counts for, at least."""


def closest(word: str, vocabulary: Iterable[str]) -> tuple[str, ...]:
    """Return the words that are closest to one; none where none is close, or it is too short to tell."""
    if len(word) < _SHORTEST:
        return ()
    distances = {each: distance for each in vocabulary if (distance := distance_to(word, each)) is not None}
    nearest = min(distances.values(), default=0)
    best = (each for each, distance in distances.items() if distance == nearest)
    return tuple(sorted(best, key=lambda each: (len(each), each))[:_MOST])


def distance_to(word: str, other: str) -> int | None:
    """Return how far a typed word is from the beginning of another, or None where it is too far.

    One slip counts as one; from eight letters on two are allowed. A word of four letters has to be meant
    whole. Letters may be left out, as in `pstgrs`.
    """
    allowed = 2 if len(word) >= _LONG else 1
    if len(word) - allowed <= len(other) and (len(word) > _SHORTEST or len(other) <= len(word) + allowed):
        slips = _slips(word, other[: len(word) + allowed], allowed)
        if slips is not None:
            return slips
    if word[0] == other[0] and len(other) <= 3 * len(word) and _is_left_in(word, other):
        return _SKIPS_FROM + len(other) - len(word)
    return None


def _slips(word: str, other: str, allowed: int) -> int | None:
    """Return the fewest slips that make a word of a beginning of another; None if more than allowed.

    A slip is a letter too many, one missing, a wrong one, or two neighbours swapped.
    """
    two_before: list[int] = []
    before = list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        current = [row]
        for column, there in enumerate(other, start=1):
            least = min(before[column] + 1, current[-1] + 1, before[column - 1] + (letter != there))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == there:
                least = min(least, two_before[column - 2] + 1)
            current.append(least)
        if min(current) > allowed:
            return None
        two_before, before = before, current
    least = min(before)
    return least if least <= allowed else None


def _is_left_in(word: str, other: str) -> bool:
    """Return whether the letters of a word occur in another in this order."""
    letters = iter(other)
    return all(letter in letters for letter in word)
