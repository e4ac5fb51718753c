"""Where the names on the chart go: in their blobs, clear of one another, never clipped."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from planner.presentation.lines import cells

Cell = tuple[int, int]
"""Row and column inside the plot."""
Name = tuple[str, str, str]
"""Title, short title, sign."""

_NUDGES = (0, -1, 1, -2, 2, -3, 3)
_ROOMY = 60
"""Columns from which a signed title is written out."""
_TWO_LINES = 5
"""Rows of a blob from which a name may take two of them."""


class Label(Struct, frozen=True):
    """One line of a name, placed."""

    row: int
    column: int
    text: str
    sign: str


def place_labels(
    names: Sequence[Name], middles: Sequence[Cell], reach: Cell, size: Cell, marks: Iterable[Cell]
) -> tuple[Label, ...]:
    """Return the labels of these names around these cells; signed ones have the first choice.

    `reach` is the half width and half height of a blob, `size` rows and columns of the plot. A name
    that fits nowhere, not even short, is left out, and none comes near a mark.
    """
    taken = {(row, column + offset) for row, column in marks for offset in (-1, 0, 1)}
    placed: list[Label] = []
    for index in sorted(range(len(names)), key=lambda each: (not names[each][2], each)):
        candidates = _candidates(names[index], middles[index], reach, size)
        found = next((each for each in candidates if _is_free(each, size, taken)), ())
        placed += found
        taken |= {cell for label in found for cell in _cells_of(label)}
    return tuple(placed)


def _candidates(name: Name, middle: Cell, reach: Cell, size: Cell) -> Iterator[tuple[Label, ...]]:
    """Go through the ways to write a name, the best first."""
    title, short, sign = name
    texts = [title, short] if size[1] >= _ROOMY else [short]
    for text in texts if sign else ():
        yield (Label(middle[0], middle[1], f"{sign} {text}", sign),)
        yield (Label(middle[0], middle[1] - cells(text) - 1, f"{text} {sign}", sign),)
    for block in _blocks(name, reach):
        for aside in (0, -2, 2, -4, 4):
            for down in _NUDGES:
                yield _centred(block, middle[0] + down, middle[1] + aside, size[1], sign)
    if sign:
        yield (Label(middle[0], middle[1], sign, sign),)


def _blocks(name: Name, reach: Cell) -> Iterator[tuple[str, ...]]:
    """Go through a name's forms inside its blob: one line, two lines, short."""
    title, short, _ = name
    width, height = 2 * reach[0] + 1, 2 * reach[1] + 1
    words = title.split()
    if cells(title) <= width:
        yield (title,)
    if len(words) > 1 and height >= _TWO_LINES and max(cells(each) for each in words) <= width:
        yield _in_two(words)
    yield (short,)
    yield (short[:3],)


def _in_two(words: Sequence[str]) -> tuple[str, str]:
    """Return words as two lines of about the same length."""
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(halves, key=lambda pair: max(cells(pair[0]), cells(pair[1])))


def _centred(block: tuple[str, ...], row: int, column: int, columns: int, sign: str) -> tuple[Label, ...]:
    """Return a block around a cell, pushed inside the frame where it would stick out."""
    first = row - (len(block) - 1) // 2
    starts = (min(columns - cells(text), max(0, column - cells(text) // 2)) for text in block)
    return tuple(
        Label(first + index, start, text, sign)
        for index, (text, start) in enumerate(zip(block, starts, strict=True))
    )


def _is_free(labels: tuple[Label, ...], size: Cell, taken: set[Cell]) -> bool:
    inside = all(
        0 <= each.row < size[0] and each.column >= 0 and each.column + cells(each.text) <= size[1]
        for each in labels
    )
    return inside and not any(cell in taken for each in labels for cell in _cells_of(each, margin=0))


def _cells_of(label: Label, margin: int = 1) -> set[Cell]:
    """Return the cells of a label, and free ones on either side."""
    return {(label.row, label.column + offset) for offset in range(-margin, cells(label.text) + margin)}
