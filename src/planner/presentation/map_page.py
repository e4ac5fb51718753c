"""The Map as text: the chart, and under it the pyramid and the numbers."""

from planner.core.standing import Standing
from planner.presentation import chart, map_panel
from planner.presentation.chart_model import chart_of
from planner.presentation.lines import Line, plain

_WIDEST = 120
_PANEL_WIDTH = 60
_PANEL_HEIGHT = 36


def draw(standing: Standing, width: int, *, zoom: bool = False) -> tuple[Line, ...]:
    """Return the Map in lines of at most this many cells, the chart in shades instead of tints."""
    wide = min(width, _WIDEST)
    picture = chart.draw(chart_of(standing, zoom=zoom), wide, max(16, wide * 3 // 10), tinted=False)
    panel = list(map_panel.draw(standing, min(wide, _PANEL_WIDTH), _PANEL_HEIGHT))
    while panel and not plain(panel[-1]):
        panel.pop()
    return (*picture, (), *panel)
