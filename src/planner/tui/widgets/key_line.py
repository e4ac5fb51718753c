"""The line at the bottom of a page: its keys, which can be clicked too."""

from collections.abc import Sequence

from planner.presentation.lines import PLAIN, Line, Span, cells, line_cells
from planner.tui.widgets.bars import Bar


class KeyLine(Bar):
    """Keys with what they do; one that does not fit is left out, those at the end stay."""

    def __init__(self, keys: Sequence[tuple[str, str, str]], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._keys = keys
        """Key, what it does in a word or two, the action of the page."""

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys."""
        self._keys = keys
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        self.targets = []
        spans: list[Span] = []
        for key, label, action in self._fitting(width):
            start = line_cells(tuple(spans))
            spans += [(key, "key"), (f" {label}", "dim"), ("   ", PLAIN)]
            self.targets.append((0, range(start, line_cells(tuple(spans)) - 3), action))
        return (tuple(spans),)

    def _fitting(self, width: int) -> Sequence[tuple[str, str, str]]:
        keys = list(self._keys)
        while len(keys) > 1 and sum(cells(key) + cells(label) + 4 for key, label, _ in keys) - 3 > width:
            keys.pop(-2)
        return keys
