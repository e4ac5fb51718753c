"""The essay's pyramid as SVG: each part filled from below, the fuller the higher its number."""

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import Final

from planner.core.curriculum import Area
from planner.presentation.markup import Markup, element
from planner.presentation.pyramid import BASE_SHARE, Level

_WIDTH, _HEIGHT = 300.0, 250.0
_TOP = 26.0
"""Room above the tip."""
_LEDGE: Final = _HEIGHT * sqrt(1.0 - BASE_SHARE)
"""How far below its tip the tops end, so that the base has its share of the area."""
_MIDDLE: Final = _WIDTH / 2
_HALF: Final = 0.5
Corner = tuple[float, float]


def draw(levels: Mapping[Area, Level], description: str) -> Markup:
    """Return the pyramid; the description says it in words, for those who do not see it."""
    return element(
        "svg",
        element("title", "The pyramid of skills", id="pyramid-title"),
        element("desc", description, id="pyramid-description"),
        *_part(levels["domain"], -1.0, 0.0, 0.0, _LEDGE),
        *_part(levels["ml"], 0.0, 1.0, 0.0, _LEDGE),
        *_part(levels["software"], -1.0, 1.0, _LEDGE, _HEIGHT),
        *_names(),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH:g} {_TOP + _HEIGHT + 24:g}",
        width=_WIDTH, height=_TOP + _HEIGHT + 24,
        role="img",
        aria_labelledby="pyramid-title pyramid-description",
        font_family="system-ui, sans-serif",
        font_size=14,
        fill="currentColor",
    )  # fmt: skip


def filled_to(share: float, top: float, bottom: float) -> float:
    """Return how far below the tip a part begins whose lower share (0-1) of the area is filled."""
    return sqrt(bottom**2 - share * (bottom**2 - top**2))


def _part(level: Level, left: float, right: float, top: float, bottom: float) -> Iterator[Markup]:
    """Yield what is done, what is claimed above that, and the outline; sides are -1, 0 and 1."""
    counted = min(100.0, level.done + level.claimed) / 100
    done = filled_to(level.done / 100, top, bottom)
    claimed = filled_to(counted, top, bottom)
    if counted:
        yield element("polygon", points=_shape(left, right, done, bottom), class_="done", fill_opacity=0.6)
        yield element(
            "polygon", points=_shape(left, right, claimed, done), class_="claimed", fill_opacity=0.25
        )
    yield element(
        "polygon", points=_shape(left, right, top, bottom), fill="none", stroke="currentColor", class_="edge"
    )


def _shape(left: float, right: float, top: float, bottom: float) -> str:
    """Return the corners of what lies between two depths and two sides."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    shown = ((_MIDDLE + side * depth / _HEIGHT * _MIDDLE, _TOP + depth) for side, depth in corners)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in shown)


def _names() -> Iterator[Markup]:
    beside = _LEDGE * _HALF
    reach = beside / _HEIGHT * _MIDDLE + 10
    y = _TOP + beside
    yield element("text", "domain", x=_MIDDLE - reach, y=y, text_anchor="end", class_="dim")
    yield element("text", "ml", x=_MIDDLE + reach, y=y, class_="dim")
    yield element(
        "text", "core software", x=_MIDDLE, y=_TOP + _HEIGHT + 18, text_anchor="middle", class_="dim"
    )
