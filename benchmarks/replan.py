"""How long it takes to find another path after a check mark, and how long it takes the plain way."""

import time
from collections.abc import Iterable, Mapping
from statistics import median

from figures import Figure
from loading import spent
from made_up import Homes

from generated import GOAL  # isort: skip - the tests' own folder
from path import made_up

from plain import plain_cover
from planner.core.catalogue import Catalogue
from planner.core.cover import Cover, first_cover
from planner.core.learning_path import LearningPath, find_path, instance_of
from planner.core.prerequisites import stand
from planner.core.profile import Profile
from planner.core.program import Program, program_of
from planner.core.skill import assess

_SEED = 1
_PLAIN_SIZE = 3_000
_FEW = 2
"""Rounds of the plain way, which takes seconds."""


def replan(_: Homes, rounds: int) -> list[Figure]:
    """Row 8: a path after each of so many check marks."""
    goals = {3_000: 16.0, 30_000: 100.0}
    took = replanned(goals, rounds)
    figures = [
        Figure(f"replan, {size:,} resources", median(took[size]) * 1000, goal, "ms")
        for size, goal in goals.items()
    ]
    program = _program(*made_up(_PLAIN_SIZE, _SEED))
    quick = [_timed(program, lazily=True) for _ in range(rounds)]
    plain = [_timed(program, lazily=False) for _ in range(_FEW)]
    same = all(cover.taken.keys() == quick[0][0].taken.keys() for cover, _ in plain)
    faster = median(took for _, took in plain) / median(took for _, took in quick)
    note = "the same items" if same else "OTHER items"
    return [
        *figures,
        Figure("greedy against the plain one", faster if same else 0.0, 40.0, at_least=True, note=note),
    ]


def replanned(sizes: Iterable[int], rounds: int) -> Mapping[int, list[float]]:
    """Return the seconds of processor time from each check mark to its path, the sizes in turn."""
    people = {size: _Person(*made_up(size, _SEED)) for size in sizes}
    took: dict[int, list[float]] = {size: [] for size in people}
    for _ in range(rounds):
        for size, person in people.items():
            person.mark()
            took[size].append(spent(person.plan))
    return took


class _Person:
    """Someone who does what the path says."""

    def __init__(self, catalogue: Catalogue, profile: Profile) -> None:
        self._catalogue, self._profile = catalogue, profile
        self.plan()

    def mark(self) -> None:
        """Check off what comes first."""
        first = self._path.steps[0].id
        self._profile = self._profile.with_entries({("progress", first): {"status": "done"}})

    def plan(self) -> None:
        """Find the path from here."""
        self._path = _path(self._catalogue, self._profile)


def _path(catalogue: Catalogue, profile: Profile) -> LearningPath:
    return find_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile))


def _program(catalogue: Catalogue, profile: Profile) -> Program:
    skill, ground = assess(catalogue, profile), stand(catalogue, profile)
    return program_of(instance_of(catalogue, profile, skill, ground, GOAL))


def _timed(program: Program, *, lazily: bool) -> tuple[Cover, float]:
    began = time.process_time()
    cover = first_cover(program) if lazily else plain_cover(program)
    return cover, time.process_time() - began
