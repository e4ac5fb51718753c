"""What reading the curricula costs, as a ratio to parsing the same bytes as TOML and no more."""

import gc
import time
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from figures import Figure, ratio
from made_up import ROOT, SHIPPED, Homes

from planner.storage import curricula

_SIZES = (SHIPPED, 3_000, 10_000)
_EACH = 3
"""Rounds in each process: what lies where makes a twentieth of a cold load and a fifth of a warm one."""


def loading(homes: Homes, rounds: int) -> list[Figure]:
    """Row 6: cold, where everything is parsed and checked, and warm, from the cache."""
    figures = []
    for size in _SIZES:
        own = Path(homes.of(size)["PLANNER_HOME"]) / "curricula"
        cache = homes.folder("caches") / f"{size}.cache"
        rows = [row for _ in range(rounds) for row in _afresh(own, cache, _EACH)]
        figures += [
            Figure(f"cold load, {size:,} resources", ratio([(cold, plain) for plain, cold, _ in rows]), 1.3),
            Figure(f"warm load, {size:,} resources", ratio([(warm, plain) for plain, _, warm in rows]), 0.03),
        ]
    return figures


def _afresh(own: Path, cache: Path, rounds: int) -> list[tuple[float, float, float]]:
    """Return what `_rows` does, from a process in which nothing else lies about, as at a start."""
    with ProcessPoolExecutor(1, get_context("spawn")) as processes:
        return processes.submit(_rows, own, cache, rounds).result()


def _rows(own: Path, cache: Path, rounds: int) -> list[tuple[float, float, float]]:
    files = [*(ROOT / "curricula").glob("*.toml"), *own.glob("*.toml")]
    texts = [each.read_text("utf-8") for each in files]
    load_cold(own, None)
    load_cold(own, cache)
    return [
        (
            spent(lambda: [tomllib.loads(each) for each in texts]),
            spent(lambda: load_cold(own, None)),
            spent(lambda: load_cold(own, cache)),
        )
        for _ in range(rounds)
    ]


def first_warm_load(own: Path, cache: Path) -> float:
    """Return the seconds of processor time of a load from the cache, in a process that loads nothing else.

    A second one would find its memory at hand where there is little of it, which no start does.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as processes:
        return processes.submit(_first, own, cache).result()


def _first(own: Path, cache: Path) -> float:
    return spent(lambda: load_cold(own, cache))


def load_cold(own: Path, cache: Path | None) -> curricula.Loaded:
    """Read the shipped curricula and these; from a cache where there is one."""
    return curricula.load(ROOT / "curricula", own, cache)


def spent(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that something takes while nothing is collected, as at a start."""
    with _uncollected():
        began = time.process_time()
        kept = work()
        took = time.process_time() - began
        del kept
    return took


@contextmanager
def _uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
