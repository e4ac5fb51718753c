from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import bundled, profile_of
from generated import GOAL, generated
from plain import plain_cover, take_plainly
from planner.core.catalogue import Catalogue
from planner.core.cover import Cover, first_cover
from planner.core.learning_path import LearningPath, find_path, instance_of
from planner.core.marking import NO_TITLE, Answers, set_up
from planner.core.prerequisites import stand
from planner.core.profile import Profile
from planner.core.program import Program, program_of
from planner.core.rate import Rate, Taste
from planner.core.skill import assess
from planner.core.sleepers import Sleepers

seeds = st.integers(0, 10**9)
tastes = st.builds(
    Taste, st.tuples(st.floats(0.3, 3), st.floats(0.3, 3), st.floats(0.3, 3)), st.floats(0.3, 3)
)
marks = st.lists(st.tuples(seeds, st.sampled_from(("done", "skipped", "doing", "todo"))), max_size=8)


def _person(size: int, seed: int) -> tuple[Catalogue, Profile]:
    catalogue, random = generated(size, seed, Random(seed).choice((6, 12, 24))), Random(seed)
    claims = {each: random.choice((0, 10, 30, 60)) for each in catalogue.competencies}
    return catalogue, profile_of(settings={"target": GOAL}, claims=claims)


def _marked(catalogue: Catalogue, profile: Profile, number: int, status: str) -> Profile:
    """Return the profile with one more mark: on an item of its path, or on any resource."""
    path = [step.id for step in _path(catalogue, profile).steps]
    pool = path if path and number % 2 else sorted(catalogue.resources)
    return profile.with_entries({("progress", pool[number % len(pool)]): {"status": status, "at": ""}})


def _path(catalogue: Catalogue, profile: Profile) -> LearningPath:
    return find_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile))


def _program(catalogue: Catalogue, profile: Profile, target: str = GOAL) -> Program:
    skill, ground = assess(catalogue, profile), stand(catalogue, profile)
    return program_of(instance_of(catalogue, profile, skill, ground, target))


def _check_against_plain(program: Program) -> None:
    assert list(first_cover(program).taken) == list(plain_cover(program).taken)


def _check_after_marks(seed: int, size: int, marked: list[tuple[int, str]]) -> None:
    catalogue, profile = _person(size, seed)
    _check_against_plain(_program(catalogue, profile))
    for number, status in marked:
        profile = _marked(catalogue, profile, number, status)
        _check_against_plain(_program(catalogue, profile))


@settings(max_examples=40)
@given(seeds, st.integers(20, 150), marks)
def test_after_every_mark_the_search_takes_what_the_plain_one_takes(
    seed: int, size: int, marked: list[tuple[int, str]]
) -> None:
    _check_after_marks(seed, size, marked)


@given(seeds, st.integers(20, 60), tastes, st.sampled_from((0.3, 0.7)))
def test_among_some_items_and_in_any_taste_it_takes_what_the_plain_search_takes(
    seed: int, size: int, taste: Taste, share: float
) -> None:
    program, random = _program(*_person(size, seed)), Random(seed)
    among = frozenset(item for item in range(size) if random.random() < share)
    quick, plain = Cover(program), Cover(program)
    quick.take_greedily(among, taste)
    take_plainly(plain, among, taste)
    assert list(quick.taken) == list(plain.taken)


@given(seeds, tastes)
def test_bounds_hold_now_and_later(seed: int, taste: Taste) -> None:
    cover, random = Cover(_program(*_person(60, seed))), Random(seed)
    rate = Rate(cover, taste)
    bounds = {item: bound for bound, item in rate.bounds(range(60))}
    for _ in range(6):
        for item in range(60):
            if cover.addition(item):
                assert rate.of((item,)) <= bounds.get(item, 0.0)
        later = {item: bound for bound, item in rate.bounds(range(60))}
        assert all(bound <= bounds[item] for item, bound in later.items())
        _take_any(cover, random)


@given(seeds, tastes)
def test_what_sleeps_is_worth_less_than_the_limit_and_what_wakes_no_more_than_its_bound(
    seed: int, taste: Taste
) -> None:
    cover, random = Cover(_program(*_person(60, seed))), Random(seed)
    rate = Rate(cover, taste)
    sleepers, awake = Sleepers(cover.program.columns, rate), dict[int, float]()
    while sleepers.limit > 0.0:
        for item in range(60):
            worth = rate.of(cover.addition(item))
            assert worth <= awake[item] if item in awake else worth < sleepers.limit
        before = sleepers.limit
        woken = list(sleepers.wake())
        assert sleepers.limit < before
        assert awake.keys().isdisjoint(item for _, item in woken)
        awake |= {item: bound for bound, item in woken}
        if random.random() < 0.5:
            _take_any(cover, random)
    assert all(rate.of(cover.addition(item)) == 0.0 for item in range(60) if item not in awake)


def _take_any(cover: Cover, random: Random) -> None:
    additions = [items for each in range(len(cover.program.costs)) if (items := cover.addition(each))]
    if additions:
        cover.take(random.choice(additions))


@pytest.mark.parametrize("title", [*bundled().roles, NO_TITLE])
def test_of_the_shipped_curricula_it_takes_what_the_plain_search_takes(title: str) -> None:
    catalogue, profile = bundled(), profile_of()
    entries = set_up(catalogue, profile, Answers(title, 8, "finance-fraud"))
    profile = profile.with_entries(entries)
    for target in catalogue.roles:
        _check_against_plain(_program(catalogue, profile, target))


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=1000)
@given(seeds, st.integers(20, 400), marks)
def test_after_any_of_many_marks_the_search_takes_what_the_plain_one_takes(
    seed: int, size: int, marked: list[tuple[int, str]]
) -> None:
    _check_after_marks(seed, size, marked)
