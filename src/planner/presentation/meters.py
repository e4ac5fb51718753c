"""How full something is: bars in three parts, and boxes to tick."""

from math import ceil

from planner.core.curriculum import Resource
from planner.presentation.lines import Line, Span
from planner.presentation.pyramid import FILLS
from planner.presentation.sheet import SheetLine, Target

_TOGETHER = 5
_MOST_LINES = 3


def split_bar(done: float, claimed: float, width: int) -> Line:
    """Return a bar of this many cells: what is done here, claimed beyond that, and to go, of 100."""
    full = round(width * min(100.0, done + claimed) / 100)
    first = min(full, round(width * done / 100))
    amounts = (first, full - first, width - full)
    return tuple(
        (glyph * amount, style) for (glyph, style), amount in zip(FILLS, amounts, strict=True) if amount
    )


def boxes(resource: Resource, ticked: int, width: int) -> list[SheetLine]:
    """Return a box for each part, five and five together; a box stands for several where there are many.

    A click on a box ticks the parts up to it.
    """
    groups = max(1, (width + 1) // (_TOGETHER + 1))
    most = groups * _TOGETHER
    each = max(1, ceil(resource.parts / (most * _MOST_LINES)))
    numbers = [min(resource.parts, (box + 1) * each) for box in range(ceil(resource.parts / each))]
    return [
        _row(resource.id, numbers[start : start + most], ticked) for start in range(0, len(numbers), most)
    ]


def _row(resource_id: str, numbers: list[int], ticked: int) -> SheetLine:
    spans: list[Span] = []
    spots = []
    for place, number in enumerate(numbers):
        gap = " " if place and place % _TOGETHER == 0 else ""
        column = place + place // _TOGETHER
        spots.append((range(column, column + 1), Target("part", resource_id, number)))
        box, style = ("▣", "done") if number <= ticked else ("▢", "dim")
        if spans and spans[-1][1] == style:
            spans[-1] = (f"{spans[-1][0]}{gap}{box}", style)
        else:
            spans.append((f"{gap}{box}", style))
    return SheetLine(tuple(spans), tuple(spots))
