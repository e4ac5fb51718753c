"""What the chart shows, and how its points become cells."""

from collections.abc import Sequence

from msgspec import Struct

Point = tuple[float, float]
"""Machine learning and software engineering, 0-100 each."""
Cell = tuple[int, int]
"""Row and column inside the plot."""

RADIUS = 12.0
"""Points from a title's middle to its rim, as in the essay's figure."""


class Window(Struct, frozen=True):
    """The part of the chart that is shown, in points."""

    left: float
    right: float
    bottom: float
    top: float


WHOLE = Window(-8.0, 104.0, -3.5, 102.5)
"""The whole chart; its margins keep every blob whole."""
_CLOSEST = (56.0, 40.0)
"""The smallest width and height that a zoom shows."""
_MARGIN = 9.0


def zoomed(*points: Point) -> Window:
    """Return the window around some points, with a margin and no closer than makes sense."""
    left, right = _around([ml for ml, _ in points], _CLOSEST[0], WHOLE.left, WHOLE.right)
    bottom, top = _around([software for _, software in points], _CLOSEST[1], WHOLE.bottom, WHOLE.top)
    return Window(left, right, bottom, top)


def _around(values: Sequence[float], least: float, lowest: float, highest: float) -> tuple[float, float]:
    """Return a range that holds the values in its middle, pushed inside the chart."""
    low, high = min(values) - _MARGIN, max(values) + _MARGIN
    grow = max(0.0, least - (high - low)) / 2
    low, high = low - grow, high + grow
    shift = max(0.0, lowest - low) - max(0.0, high - highest)
    return max(lowest, low + shift), min(highest, high + shift)


class Landmark(Struct, frozen=True):
    """A title on the chart."""

    title: str
    short: str
    at: Point
    sign: str = ""
    """`⚑` for the end of this leg, `★` for the target."""


class Chart(Struct, frozen=True):
    """What is to be seen."""

    landmarks: Sequence[Landmark]
    you: Point
    route: Sequence[Point] = ()
    """Where the path leads, item by item."""
    region: Point | None = None
    """Lower left corner of the region aimed at."""
    trail: Sequence[tuple[Point, str]] = ()
    """Where the person was before, the oldest first, each with words for when."""
    evidence: Point | None = None
    """Where the person stands on evidence alone."""
    window: Window = WHOLE


class Scale(Struct, frozen=True):
    """How points become cells."""

    columns: int
    rows: int
    window: Window

    def shows(self, point: Point) -> bool:
        """Return whether a point lies inside the window."""
        inside = self.window.left <= point[0] <= self.window.right
        return inside and self.window.bottom <= point[1] <= self.window.top

    @property
    def reach(self) -> Cell:
        """Half the width and half the height of a blob."""
        width = self.window.right - self.window.left
        height = self.window.top - self.window.bottom
        return int(RADIUS / width * self.columns), int(RADIUS / height * self.rows)

    @property
    def cell_size(self) -> Point:
        """Width and height of a cell, in points."""
        width, height = self.window.right - self.window.left, self.window.top - self.window.bottom
        return width / self.columns, height / self.rows

    def column(self, ml: float) -> int:
        """Return the column of a place on the x axis."""
        return min(self.columns - 1, max(0, int(self.exact_column(ml))))

    def row(self, software: float) -> int:
        """Return the row of a place on the y axis."""
        return min(self.rows - 1, max(0, int(self.exact_row(software))))

    def exact_column(self, ml: float) -> float:
        """Return a place on the x axis in columns."""
        return (ml - self.window.left) / (self.window.right - self.window.left) * self.columns

    def exact_row(self, software: float) -> float:
        """Return a place on the y axis in rows."""
        return (self.window.top - software) / (self.window.top - self.window.bottom) * self.rows

    def cell(self, point: Point) -> Cell:
        """Return the cell of a point."""
        return self.row(point[1]), self.column(point[0])
