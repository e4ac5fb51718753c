"""Rows that hold for whole items but not for shares of them: they cut off solutions with fractions.

What is short has to be covered by whole items, so one can count: take some items for granted, and
what is then still short asks for at least so many of the others. Mixed-integer rounding of knapsack
covers.

Sources: Carr, Fleischer, Leung, Phillips, Strengthening integrality gaps for capacitated network
design and covering problems, 2000; Nemhauser and Wolsey, Integer and combinatorial optimization, 1988.
"""

from collections.abc import Iterable, Sequence
from math import floor, sqrt
from typing import Final

from planner.core.linear_program import Row, Terms

_VIOLATED: Final = 0.02
_NOTHING: Final = 1e-9
_WHOLE: Final = 1e-6
"""A rest up to this is taken for none."""
_GRANTED_FROM: Final = 0.05
"""Share from which an item may be taken for granted."""
_MOST_AT_ONCE: Final = 2


def cuts_of(additions: Terms, short: float, shares: Sequence[float]) -> tuple[Row, ...]:
    """Return the cuts that these shares break most: `additions` have to make up for what is `short`."""
    ordered = sorted(additions, key=lambda term: (-shares[term[0]], -term[1], term[0]))
    found: list[tuple[float, Row]] = []
    for granted in range(len(ordered)):
        found += _rounded(ordered[granted:], short, shares)
        place, points = ordered[granted]
        short -= points
        if short <= _NOTHING or shares[place] < _GRANTED_FROM:
            break
    found.sort(key=lambda pair: -pair[0])
    return tuple(cut for _, cut in found[:_MOST_AT_ONCE])


def _rounded(
    additions: Sequence[tuple[int, float]], short: float, shares: Sequence[float]
) -> Iterable[tuple[float, Row]]:
    """Go through the cuts that follow from dividing a row by each of its coefficients, with their depth."""
    capped = [(place, min(points, short)) for place, points in additions]
    units = {round(points, 7) for place, points in capped if shares[place] > _NOTHING}
    for unit in sorted({*units, short * 1.00001}):
        whole = floor(short / unit + _NOTHING)
        rest = short / unit - whole
        if rest <= _WHOLE:
            continue
        least = whole + 1.0
        terms = tuple((place, min(least, _rounded_up(points / unit, rest))) for place, points in capped)
        broken = least - sum(factor * shares[place] for place, factor in terms)
        if broken > _VIOLATED:
            yield broken / sqrt(sum(factor * factor for _, factor in terms)), Row(terms, least)


def _rounded_up(number: float, rest: float) -> float:
    whole = floor(number + _NOTHING)
    return whole + min(1.0, max(0.0, number - whole) / rest)
