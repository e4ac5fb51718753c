"""What stands beside the chart: pyramid, numbers, flags, nearest titles, weak spots."""

from collections.abc import Sequence

from planner.core.standing import Standing
from planner.presentation import map_sections, pyramid
from planner.presentation.lines import Line, fit_line, fit_right, line
from planner.presentation.map_sections import NARROW, PanelLine

_TALLEST_PYRAMID = 13
_LEAST_PYRAMID = 6
_LEAST_OF_LAST = 3
"""Lines from which it is worth to show a part of the last section."""
_GAP = PanelLine(())


def draw(standing: Standing, width: int, height: int) -> tuple[Line, ...]:
    """Return the panel in at most this many lines of this many cells."""
    return tuple(fit_line(each.line, width) for each in _lines(standing, width, height))


def number_at(standing: Standing, width: int, height: int, row: int) -> str:
    """Return the area or competency whose number stands on a row; nothing where none does."""
    lines = _lines(standing, width, height)
    return lines[row].about if row < len(lines) else ""


def _lines(standing: Standing, width: int, height: int) -> Sequence[PanelLine]:
    """Return the sections that fit: the numbers first, then the flags; the pyramid takes what is left.

    Where it is narrow the numbers stand beside a small pyramid instead of under it.
    """
    rest = [
        map_sections.flags(standing, width),
        map_sections.nearest(standing, width),
        map_sections.weeks(standing, width),
        map_sections.spots(standing, width),
    ]
    if width < NARROW:
        return _stacked([_beside(standing, width), *rest], height)
    sections = [map_sections.numbers(standing, width), *rest]
    wanted = sum(len(each) + 1 for each in sections if each)
    rows = min(_TALLEST_PYRAMID, max(_LEAST_PYRAMID, height - wanted - 1), (width - 2) // 2)
    drawn = _pyramid(standing, rows, width)
    least = len(sections[0]) + len(sections[1]) + 2
    return _stacked([*([drawn] if len(drawn) + least <= height else []), *sections], height)


def _stacked(sections: Sequence[Sequence[PanelLine]], height: int) -> Sequence[PanelLine]:
    """Return sections one under the other, with a gap between them.

    What does not fit is left out; of the last section as much is shown as fits.
    """
    lines: list[PanelLine] = []
    for section in sections:
        room = height - len(lines) - bool(lines)
        is_last = section is sections[-1]
        if section and (len(section) <= room or (is_last and room >= _LEAST_OF_LAST)):
            lines += [*([_GAP] if lines else []), *section[:room]]
    return lines[:height]


def _beside(standing: Standing, width: int) -> list[PanelLine]:
    """Return a small pyramid with the numbers on its right."""
    drawing = pyramid.draw(map_sections.levels(standing), _LEAST_PYRAMID)
    across = 2 * _LEAST_PYRAMID + 1
    figures = map_sections.figures(standing, width - across - 1)
    beside = [
        PanelLine((*fit_line(row, across), (" ", ""), *figure.line), figure.about)
        for row, figure in zip(drawing, figures, strict=True)
    ]
    return [*beside, PanelLine(map_sections.legend())]


def _pyramid(standing: Standing, rows: int, width: int) -> list[PanelLine]:
    """Return the pyramid in the middle, the names of its tops beside them, the base's under it."""
    drawing = pyramid.draw(map_sections.levels(standing), rows)
    left_margin = max(0, (width - 2 * rows - 1) // 2)
    lines = []
    for row, spans in enumerate(drawing):
        left, right = ("domain", "ml") if row == max(1, rows // 4) else ("", "")
        free = left_margin + rows - 1 - row
        indented = (spans[0][0].lstrip(), spans[0][1])
        beside = (fit_right(left, max(0, free - 1)) + " " * min(1, free), "caption")
        lines.append(PanelLine((beside, indented, *spans[1:], (f" {right}", "caption"))))
    base = line((" " * max(0, left_margin + rows - 6) + "core software", "caption"))
    return [*lines, PanelLine(base)]
