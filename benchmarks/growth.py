"""How everything grows from the shipped curricula to a hundred thousand resources."""

import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median

from figures import Figure
from keys import DONE, SAVED, curriculum, seen
from loading import first_warm_load, load_cold
from made_up import PLANNER, SHIPPED, Homes
from pty_clock import time_start
from replan import replanned

SIZES = (SHIPPED, 3_000, 30_000, 100_000)
_MS, _MIB = 1000.0, 1 / (1 << 20)
_FEW = 3
"""Rounds, at the most: the largest take their time."""


def growth(homes: Homes, rounds: int) -> list[Figure]:
    """Row 12: the worst step of each, over what n log n allows."""
    replans = replanned(SIZES, rounds)
    table = {
        size: {**_of(homes, size, min(rounds, _FEW)), "replan, ms": median(replans[size]) * _MS}
        for size in SIZES
    }
    figures = []
    for name in table[SHIPPED]:
        values = [table[size][name] for size in SIZES]
        pairs = list(zip(SIZES, values, strict=True))
        steps = [_over(before, after) for before, after in pairwise(pairs)]
        note = " → ".join(f"{each:,.0f}" for each in values)
        figures.append(Figure(f"worst step of {name}", max(steps), 1.0, "of n log n", note=note))
    return figures


def _over(before: tuple[int, float], after: tuple[int, float]) -> float:
    """Return how much a step grew, as a share of what n log n grows."""
    (few, least), (many, most) = before, after
    return (most / (least or 1e-9)) / (many * log(many) / (few * log(few)))


def _of(homes: Homes, size: int, rounds: int) -> Mapping[str, float]:
    environment = homes.of(size)
    own, cache = Path(environment["PLANNER_HOME"]) / "curricula", homes.folder("caches") / f"{size}.cache"
    catalogue = load_cold(own, cache).catalogue
    index = catalogue.index
    starts = [time_start([PLANNER], b"Tonight", environment) for _ in range(rounds + 1)][1:]
    with curriculum(environment) as program:
        marks = [program.press(DONE, until=SAVED, quiet=0.5) for _ in range(rounds * 2)]
    return {
        "start, ms": median(each.text for each in starts) * _MS,
        "warm load, ms": median(first_warm_load(own, cache) for _ in range(rounds)) * _MS,
        "search, ms": median(_took(lambda: index.find("d")) for _ in range(rounds)) * _MS,
        "toggle, ms": median(map(seen, marks)) * _MS,
        "memory, MiB": median(each.memory for each in starts) * _MIB,
    }


def _took(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
