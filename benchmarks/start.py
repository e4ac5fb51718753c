"""How long planner takes to open, as a ratio to a bare Textual app in the same round."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from figures import Figure, ratio
from made_up import PLANNER, SHIPPED, Homes
from pty_clock import Start, time_start

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
BARE_READY, READY = b"HELLO-FRAME", b"Tonight"
Pairs = Sequence[tuple[Start, Start]]
_FIELDS: Mapping[str, Callable[[Start], float]] = {
    "first text": lambda start: start.text,
    "settled": lambda start: start.settled,
    "processor time": lambda start: start.cpu,
    "memory": lambda start: start.memory,
}


def shipped(homes: Homes, rounds: int) -> list[Figure]:
    """Row 1: the shipped curricula, a hundred marks, everything cached."""
    goals = {"first text": 1.25, "processor time": 1.35, "settled": 1.4, "memory": 1.3}
    return _figures(homes, SHIPPED, rounds, goals)


def large(homes: Homes, rounds: int) -> list[Figure]:
    """Row 2: the same with many resources."""
    few = _figures(homes, 3_000, rounds, {"first text": 1.3})
    return few + _figures(homes, 10_000, rounds, {"first text": 1.4, "memory": 1.7})


def starts(environment: Mapping[str, str], rounds: int) -> Pairs:
    """Return starts of planner and of a bare app in turn; the first of each only warms up."""
    return [
        (time_start([PLANNER], READY, environment), time_start(BARE, BARE_READY, environment))
        for _ in range(rounds + 1)
    ][1:]


def _figures(homes: Homes, size: int, rounds: int, goals: Mapping[str, float]) -> list[Figure]:
    pairs = starts(homes.of(size), rounds)
    return [
        Figure(
            f"{name}, {size:,} resources", ratio([(field(ours), field(bare)) for ours, bare in pairs]), goal
        )
        for name, field in _FIELDS.items()
        if (goal := goals.get(name)) is not None
    ]
