"""How long it takes to find another path after a check mark, and how long it takes the plain way."""

import time
from statistics import median

from figures import Figure
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
    figures = [
        Figure(f"replan, {size:,} resources", median(replanned(size, rounds)) * 1000, goal, "ms")
        for size, goal in ((3_000, 16.0), (30_000, 100.0))
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


def replanned(size: int, rounds: int) -> list[float]:
    """Return the seconds of processor time from each check mark to its path."""
    catalogue, profile = made_up(size, _SEED)
    path = _path(catalogue, profile)
    took = []
    for _ in range(rounds):
        first = path.steps[0].id
        profile = profile.with_entries({("progress", first): {"status": "done"}})
        began = time.process_time()
        path = _path(catalogue, profile)
        took.append(time.process_time() - began)
    return took


def _path(catalogue: Catalogue, profile: Profile) -> LearningPath:
    return find_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile))


def _program(catalogue: Catalogue, profile: Profile) -> Program:
    skill, ground = assess(catalogue, profile), stand(catalogue, profile)
    return program_of(instance_of(catalogue, profile, skill, ground, GOAL))


def _timed(program: Program, *, lazily: bool) -> tuple[Cover, float]:
    began = time.process_time()
    cover = first_cover(program) if lazily else plain_cover(program)
    return cover, time.process_time() - began
