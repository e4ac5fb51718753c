from collections.abc import Iterator
from random import Random
from statistics import median

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import profile_of
from generated import GOAL, generated
from oracle import optimum
from planner.core.cover import Cover, first_cover
from planner.core.learning_path import instance_of
from planner.core.prerequisites import stand
from planner.core.program import Instance, program_of
from planner.core.refine import refine
from planner.core.skill import assess


def _instance(size: int, seed: int, competencies: int = 24) -> Instance:
    catalogue, random = generated(size, seed, competencies), Random(seed)
    claims = {each: random.choice((0, 10, 20, 30)) for each in catalogue.competencies}
    profile = profile_of(settings={"target": GOAL}, claims=claims)
    return instance_of(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile), GOAL)


def _check(cover: Cover) -> None:
    """All is covered, prerequisites come first, no ground is taken twice, nothing can be left out."""
    program = cover.program
    grounds = program.columns.grounds
    again = Cover(program)
    for item in cover.taken:
        assert set(again.addition(item)) <= {item}, "a prerequisite is missing"
        again.take([item])
    assert not again.is_short
    assert len({grounds[item] for item in cover.taken}) == len(cover.taken)
    assert set(program.wanted) <= cover.taken.keys()
    assert all(any(each in cover.taken for each in group) for group in program.one_of)
    assert not any(again.can_spare(item) for item in cover.taken)


@settings(max_examples=8)
@example(4677, 50)
@given(st.integers(0, 10**9), st.integers(20, 60))
def test_small_catalogues_are_solved_as_promised(seed: int, size: int) -> None:
    _promise(_instance(size, seed, competencies=6))


@settings(max_examples=4)
@given(st.integers(0, 10**9))
def test_the_same_catalogue_gets_the_same_answer(seed: int) -> None:
    once, twice = (refine(first_cover(program_of(_instance(60, seed, competencies=6)))) for _ in range(2))
    assert list(once.cover.taken) == list(twice.cover.taken)
    assert once.bound == twice.bound


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=500)
@given(st.integers(0, 10**9), st.integers(20, 60))
def test_many_small_catalogues_are_solved_as_promised(seed: int, size: int) -> None:
    _promise(_instance(size, seed, competencies=6))


def _promise(instance: Instance) -> None:
    first = first_cover(program_of(instance))
    found, bound = refine(first)
    if first.is_short:
        assert bound is None
        assert all(
            after <= max(before, 0) + 1e-6
            for before, after in zip(first.short, _on(first, found).short, strict=True)
        )
        return
    best = optimum(instance, gap=1e-6)
    _check(first)
    _check(found)
    assert best is not None
    assert bound is not None
    assert bound <= best + 1e-4, "the bound is not true"
    assert best - 1e-4 <= found.cost <= first.cost
    assert found.cost <= best * 1.05


def _on(first: Cover, found: Cover) -> Cover:
    """Return what was found on the program that asked for more."""
    cover = Cover(first.program)
    cover.take(found.taken)
    return cover


def _gaps(seeds: range) -> Iterator[float]:
    for seed in seeds:
        instance = _instance(200 + seed * 37 % 101, seed)
        found, bound = refine(first_cover(program_of(instance)))
        if bound is None:
            continue  # out of reach
        best = optimum(instance, gap=1e-4, seconds=300)
        assert best is not None
        assert bound <= best + 1e-3
        assert found.cost <= bound * 1.04
        yield found.cost / best - 1.0


def test_catalogues_of_the_usual_size_come_near_the_optimum() -> None:
    assert max(_gaps(range(3))) <= 0.03


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_thirty_catalogues_come_near_the_optimum() -> None:
    gaps = list(_gaps(range(32)))
    assert len(gaps) >= 30
    assert median(gaps) <= 0.01
    assert max(gaps) <= 0.03


@given(st.integers(0, 10**9))
def test_taking_and_taking_out_again_leaves_no_trace(seed: int) -> None:
    cover = Cover(program_of(_instance(60, seed, competencies=6)))
    random = Random(seed)
    for _ in range(20):
        cover.take(cover.addition(random.randrange(60)))
        for item in random.sample(sorted(cover.taken), min(2, len(cover.taken))):
            cover.take_out(item)
    anew = Cover(cover.program)
    anew.take(cover.taken)
    assert anew.short == pytest.approx(cover.short, abs=1e-9)
    assert anew.earned == pytest.approx(cover.earned, abs=1e-9)
    assert anew.needed == cover.needed
