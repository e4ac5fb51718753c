"""What narrows the list, as a row of chips; a click on one takes it out."""

from collections.abc import Iterator

from planner.core.search import Found
from planner.presentation.filter_board import label_of
from planner.presentation.lines import Span, cells, crop, line_cells
from planner.presentation.listing import Listing
from planner.presentation.order import ORDERS
from planner.presentation.sheet import SheetLine, Target

SEARCH = Target("command", "clear_search")
ORDER = Target("command", "clear_order")
CHOSEN = Target("command", "clear_chosen")
FILTER = Target("command", "filter")
_LONGEST_SEARCH = 24


def draw(
    listing: Listing, found: Found, left: int, total: int, width: int, *, typing: bool = False
) -> SheetLine:
    """Return the chips, and at the right how many of how many are listed.

    While someone types, the search has a line of its own: here stands what its words were taken for.
    """
    close = f"{words(found)}  " if typing and found.taken_as else ""
    tally = f" {close}{left:,} of {total:,} " if listing.is_narrowed else ""
    spans: list[Span] = [(" ", "")]
    spots: list[tuple[range, Target]] = []
    room = width - cells(tally) - 1
    chips = [each for each in _chips(listing, found) if not typing or each[1] != SEARCH]
    for number, (text, target) in enumerate(chips):
        start, rest = line_cells(tuple(spans)), len(chips) - number
        needed = cells(text) + 4 + (0 if rest == 1 else 9)
        if start + needed > room and number:
            spans.append((crop(f"{rest} more", room - start), "dim"))
            spots.append((range(start, line_cells(tuple(spans))), FILTER))
            break
        spans += [(f" {text} ", "label@2"), ("× ", "key@2"), (" ", "")]
        spots.append((range(start, start + cells(text) + 4), target))
    gap = max(0, width - line_cells(tuple(spans)) - cells(tally))
    return SheetLine((*spans, (" " * gap, ""), (tally, "dim")), tuple(spots))


def words(found: Found) -> str:
    """Return what was searched for, a word that occurs nowhere as the one that it was taken for."""
    shown = []
    for word in found.words:
        taken = found.taken_as.get(word, (word,))
        shown.append(word if taken == (word,) else f"{word} ≈ {taken[0]}" if taken else word)
    return " ".join(shown)


def _chips(listing: Listing, found: Found) -> Iterator[tuple[str, Target]]:
    if listing.chosen:
        yield f"{len(listing.chosen):,} selected", CHOSEN
    if listing.selection.search:
        yield crop(f"/{words(found)}", _LONGEST_SEARCH), SEARCH
    for group, value in listing.selection.filters:
        yield label_of(group, value), Target("filter", group, value)
    if listing.order != "curriculum":
        yield ORDERS[listing.order], ORDER
