"""A leg in chapters: a hundred hours or so each, ending in something to show."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from planner.core.curriculum import Resource

LEAST, MOST = 60.0, 140.0
"""Hours within which a chapter has to stay where that is possible; the last one may be shorter."""
_SHORT, _LONG = 80.0, 120.0
"""Hours within which a chapter feels right."""
_OUTSIDE: Final = 1000.0
_NOTHING_TO_SHOW: Final = 1.0
_STEP: Final = 20.0
_SHOWN_FROM: Final = 4.0
"""Hours from which a thing built is something to show."""


class Chapter(Struct, frozen=True):
    """A stretch of a leg."""

    ids: tuple[str, ...]
    """Its items, in order."""
    hours: float
    """Hours of all of them, from beginning to end."""
    shows: str | None
    """The item that it ends in, where that is something to show."""


def is_to_show(resource: Resource) -> bool:
    """Return whether a resource leaves something to show: what is built, and takes an evening or more."""
    return resource.kind in ("project", "practice") and resource.hours >= _SHOWN_FROM


def chapters(resources: Sequence[Resource]) -> tuple[Chapter, ...]:
    """Return a leg divided so that its chapters are of an even length and end in something to show.

    The least sum of penalties over all ways to divide it, by dynamic programming.
    """
    ends = _ends(resources)
    return tuple(
        Chapter(
            tuple(each.id for each in part),
            sum(each.hours for each in part),
            part[-1].id if is_to_show(part[-1]) else None,
        )
        for part in (resources[start:end] for start, end in zip((0, *ends), ends, strict=False))
    )


def _ends(resources: Sequence[Resource]) -> tuple[int, ...]:
    """Return where each chapter of the best division ends."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(resources) + 1):
        options: list[tuple[float, int]] = []
        hours = 0.0
        for start in range(end - 1, -1, -1):
            hours += resources[start].hours
            options.append(
                (best[start][0] + _penalty(hours, resources[end - 1], is_last=end == len(resources)), start)
            )
            if hours > MOST and len(options) > 1:
                break
        best.append(min(options))
    ends, end = [], len(resources)
    while end:
        ends.append(end)
        end = best[end][1]
    return tuple(reversed(ends))


def _penalty(hours: float, last: Resource, *, is_last: bool) -> float:
    short = 0.0 if is_last else _SHORT - hours
    beyond = max(0.0, short, hours - _LONG) / _STEP
    outside = hours > MOST or (hours < LEAST and not is_last)
    return beyond**2 + _OUTSIDE * outside + _NOTHING_TO_SHOW * (not is_to_show(last))
