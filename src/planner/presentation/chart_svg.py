"""The essay's chart as SVG: titles as soft blobs, the way as dots, one marker."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

from planner.presentation.chart_figure import RADIUS, Chart, Landmark, Point, Scale
from planner.presentation.chart_labels import Label, place_labels
from planner.presentation.lines import cells
from planner.presentation.markup import Markup, element

_CELL: Final = (8.5, 18.0)
"""Width and height of a cell of the grid on which names are placed."""
_SIZE: Final = (84, 34)
"""Columns and rows of that grid."""
_RIMS: Final = (1.0, 0.83, 0.62)
"""Radius of a blob's three layers, as shares of it."""
_LEFT, _TOP, _BOTTOM = 34.0, 26.0, 44.0
"""Room for the axes."""
_TICKS: Final = (0, 25, 50, 75, 100)
_STAR_POINTS: Final = 5
_SIGN: Final = 18.0
"""Room for a sign beside its name."""
_ABOVE: Final = 17.0
"""How far such a name stands above the middle of its title, clear of the way and of the bounds."""


def draw(chart: Chart, description: str) -> Markup:
    """Return the whole chart; the description says it in words, for those who do not see it."""
    scale = Scale(*_SIZE, chart.window)
    width, height = (_SIZE[0] * _CELL[0] + _LEFT + 8, _SIZE[1] * _CELL[1] + _TOP + _BOTTOM)
    return element(
        "svg",
        element("title", "Where I stand among the titles", id="chart-title"),
        element("desc", description, id="chart-description"),
        *_blobs(chart.landmarks, scale),
        *_axes(scale),
        *_region(chart.region, scale),
        *_way([chart.you, *chart.route], scale, "route"),
        *_trail(chart, scale),
        *(_label(each) for each in _labels(chart, scale)),
        *(_sign(each, scale) for each in chart.landmarks if each.sign),
        *_marker(chart.you, scale),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width, height=height,
        role="img",
        aria_labelledby="chart-title chart-description",
        font_family="system-ui, sans-serif",
        font_size=15,
        fill="currentColor",
    )  # fmt: skip


def _place(point: Point, scale: Scale) -> Point:
    """Return where a point of the chart is drawn."""
    column, row = scale.exact_column(point[0]), scale.exact_row(point[1])
    return _LEFT + column * _CELL[0], _TOP + row * _CELL[1]


def _blobs(landmarks: Sequence[Landmark], scale: Scale) -> Iterator[Markup]:
    window = scale.window
    across = RADIUS / (window.right - window.left) * scale.columns * _CELL[0]
    down = RADIUS / (window.top - window.bottom) * scale.rows * _CELL[1]
    for share in _RIMS:
        for each in landmarks:
            x, y = _place(each.at, scale)
            yield element(
                "ellipse",
                cx=x, cy=y, rx=across * share, ry=down * share, class_="blob", fill_opacity=0.09,
            )  # fmt: skip


def _axes(scale: Scale) -> Iterator[Markup]:
    left, bottom = _place((scale.window.left, 0.0), scale)
    right, top = _place((scale.window.right, scale.window.top), scale)
    frame = f"M{left:.1f} {top:.1f}V{bottom:.1f}H{right:.1f}"
    yield element("path", d=frame, fill="none", stroke="currentColor", class_="axis")
    for tick in _TICKS:
        x, _ = _place((tick, 0.0), scale)
        _, y = _place((0.0, tick), scale)
        yield element("text", str(tick), x=x, y=bottom + 16, text_anchor="middle", class_="dim")
        yield element("text", str(tick), x=left - 6, y=y + 5, text_anchor="end", class_="dim")
    middle = (left + right) / 2
    yield element("text", "software engineering ↑", x=left - 26, y=top - 10, class_="dim")
    yield element("text", "machine learning →", x=middle, y=bottom + 36, text_anchor="middle", class_="dim")


def _region(corner: Point | None, scale: Scale) -> Iterator[Markup]:
    """Yield the bounds of what the target asks for."""
    if corner is not None:
        x, y = _place(corner, scale)
        right, top = _place((scale.window.right, scale.window.top), scale)
        yield element(
            "path",
            d=f"M{x:.1f} {top:.1f}V{y:.1f}H{right:.1f}",
            fill="none", stroke="currentColor", stroke_dasharray="3 4", class_="region",
        )  # fmt: skip


def _way(points: Sequence[Point], scale: Scale, name: str) -> Iterator[Markup]:
    if len(points) > 1:
        shown = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(each, scale) for each in points))
        yield element(
            "polyline",
            points=shown,
            fill="none", stroke="currentColor", stroke_width=3,
            stroke_linecap="round", stroke_dasharray="0.1 7", class_=name,
        )  # fmt: skip


def _trail(chart: Chart, scale: Scale) -> Iterator[Markup]:
    for point, when in chart.trail:
        x, y = _place(point, scale)
        yield element("circle", element("title", when), cx=x, cy=y, r=2.5, class_="trail")


def _labels(chart: Chart, scale: Scale) -> Sequence[Label]:
    names = [(each.title, each.short, each.sign) for each in chart.landmarks]
    middles = [scale.cell(each.at) for each in chart.landmarks]
    return place_labels(names, middles, scale.reach, (scale.rows, scale.columns), [scale.cell(chart.you)])


def _label(label: Label) -> Markup:
    """Return a name where the grid has room for it; a sign is drawn by itself, a little lower."""
    x, y = _LEFT + label.column * _CELL[0], _TOP + (label.row + 0.5) * _CELL[1] + 5
    if label.sign and label.text.startswith(label.sign):
        name = label.text.removeprefix(label.sign).strip()
        return element("text", name, x=x + _SIGN, y=y - _ABOVE, class_="label", paint_order="stroke")
    if label.sign and label.text.endswith(label.sign):
        name, x = label.text.removesuffix(label.sign).strip(), x + (cells(label.text) - 1) * _CELL[0]
        return element(
            "text", name, x=x, y=y - _ABOVE, text_anchor="end", class_="label", paint_order="stroke"
        )
    return element(
        "text",
        label.text,
        x=x + cells(label.text) / 2 * _CELL[0],
        y=y,
        text_anchor="middle",
        class_="label",
        paint_order="stroke",
    )


def _sign(landmark: Landmark, scale: Scale) -> Markup:
    x, y = _place(landmark.at, scale)
    if landmark.sign == "★":
        return element("polygon", points=_star(x, y), class_="star")
    return element("path", d=f"M{x - 4:.1f} {y + 8:.1f}v-16l12 5l-12 5", stroke="currentColor", class_="flag")


def _star(x: float, y: float) -> str:
    corners = (
        (x + radius * sin(turn * pi / _STAR_POINTS), y - radius * cos(turn * pi / _STAR_POINTS))
        for turn in range(2 * _STAR_POINTS)
        for radius in (4.0 if turn % 2 else 10.0,)
    )
    return " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)


def _marker(you: Point, scale: Scale) -> Iterator[Markup]:
    x, y = _place(you, scale)
    yield element(
        "circle", cx=x, cy=y, r=9, fill="none", stroke="currentColor", stroke_width=3, class_="ring"
    )
    yield element("circle", cx=x, cy=y, r=4, class_="you")
