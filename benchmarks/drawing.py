"""How long the chart takes to be drawn: where one thing on it changes, and from nothing."""

from statistics import median

from figures import Figure
from keys import DOWN, UP
from made_up import PLANNER, SHIPPED, Homes
from pty_clock import SIZE, Program

_ZOOM = b"z"


def drawing(homes: Homes, rounds: int) -> list[Figure]:
    """Row 7: another item highlighted, which shows where it leads; a closer look, where nothing stays."""
    with Program([PLANNER], homes.of(SHIPPED)) as program:
        program.wait_for(b"Tonight")
        for key in (DOWN, UP, _ZOOM, _ZOOM):
            program.press(key, quiet=0.5)
        moved = [program.press(key) for _ in range(rounds) for key in (DOWN, UP)]
        zoomed = [program.press(_ZOOM) for _ in range(rounds * 2)]
    size = f"{SIZE[0]}x{SIZE[1]}"
    figures = []
    for name, several, goal in (("redraw", moved, 5.0), ("from nothing", zoomed, 15.0)):
        figures += [
            Figure(f"chart, {name}, {size}", median(each.last for each in several) * 1000, goal, "ms"),
            Figure("… of processor time", median(each.cpu for each in several) * 1000, unit="ms"),
        ]
    return figures
