"""What to do now, in the shell: an item with its price tag, its reason and its link, or all on one line."""

from collections.abc import Sequence

from planner.core.standing import Standing
from planner.core.tonight import Suggestion
from planner.presentation.figures import hours, moved
from planner.presentation.lines import PLAIN, Line, cells, crop, line, wrap
from planner.presentation.tonight_rows import nothing, reason, stage


def draw(standing: Standing, suggestions: Sequence[Suggestion], width: int) -> tuple[Line, ...]:
    """Return a block per suggestion; says so when there is nothing to do."""
    if not suggestions:
        return tuple(line(each) for each in wrap(nothing(standing), width))
    lines: list[Line] = []
    for each in suggestions:
        lines += [*([()] if lines else []), *_block(standing, each, width)]
    return tuple(lines)


def short(suggestions: Sequence[Suggestion], width: int) -> tuple[Line, ...]:
    """Return the first suggestion on one line, made for a shell prompt; nothing when there is none."""
    return tuple(
        line(
            (crop(each.resource.title, max(8, width - cells(_price(each)) - 2)), "strong"),
            (f"  {_price(each)}", "dim"),
        )
        for each in suggestions[:1]
    )


def _block(standing: Standing, each: Suggestion, width: int) -> list[Line]:
    lines = [line((text, "strong")) for text in wrap(each.resource.title, width)]
    lines.append(line(("  ", PLAIN), (crop(_price(each), width - 2), "good")))
    lines.append(line((f"  {reason(standing, each, width - 2)}", "dim")))
    lines.append(line((f"  {each.resource.id}", "dim")))
    url = each.resource.url
    return [*lines, line((f"  {url}", "link"))] if url else lines


def _price(each: Suggestion) -> str:
    return " · ".join(filter(None, (stage(each), hours(each.hours), moved(each.gain, 2))))
