from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import bundled, catalogue_of, competency, profile_of, resource
from planner.core.adopted import adopted_path, planned
from planner.core.catalogue import Catalogue
from planner.core.curriculum import Role
from planner.core.learning_path import LearningPath
from planner.core.marking import Answers, set_up
from planner.core.own_order import (
    Refusal,
    ground_before,
    in_own_order,
    is_software_first,
    planned_in_own_order,
    replanned,
    shifted,
)
from planner.core.prerequisites import stand
from planner.core.profile import Profile
from planner.core.skill import assess
from planner.core.standing import Standing

DAY = date(2026, 11, 23)


@cache
def _planned() -> Profile:
    profile = profile_of()
    profile = profile.with_entries(set_up(bundled(), profile, Answers("none", 8, "finance-fraud")))
    path = Standing(bundled(), profile, DAY).path
    return profile.with_entries({("plan", "adopted"): planned(bundled(), profile, path, DAY)})


def _adopted(catalogue: Catalogue, profile: Profile) -> LearningPath:
    path = adopted_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile))
    assert path is not None
    return path


def _ids(path: LearningPath) -> list[list[str]]:
    return [[step.id for step in leg.steps] for leg in path.legs]


def _move(profile: Profile, number: int, item: str, by: int) -> Profile | Refusal:
    """Return the profile with an item of a leg in another place."""
    path = _adopted(bundled(), profile)
    ground = ground_before(bundled(), stand(bundled(), profile), path, number)
    ids = shifted(bundled(), profile, ground, _ids(path)[number], item, by)
    if isinstance(ids, Refusal):
        return ids
    entry = replanned(bundled(), profile, path, ids, item, DAY)
    return profile.with_entries({("plan", "adopted"): entry})


moves = st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from([-1, 1])), min_size=1, max_size=12)


@settings(max_examples=25)
@given(moves, st.sets(st.integers(0, 40), max_size=3), st.sets(st.integers(0, 40), max_size=6))
def test_moved_items_stay_on_the_path_after_their_prerequisites(
    chosen: list[tuple[int, int]], doing: set[int], done: set[int]
) -> None:
    every = [each for leg in _ids(_adopted(bundled(), _planned())) for each in leg]
    marks = {("progress", every[each]): {"status": "doing"} for each in doing}
    marks |= {("progress", every[each]): {"status": "done"} for each in done}
    profile = _planned().with_entries(marks)
    start = profile
    for place, by in chosen:
        before = _ids(_adopted(bundled(), profile))
        number, item = _pick(before, place)
        moved = _move(profile, number, item, by)
        if isinstance(moved, Refusal):
            continue
        after = _ids(_adopted(bundled(), moved))
        at = before[number].index(item)
        expected = [*before[number]]
        expected[at], expected[at + by] = expected[at + by], expected[at]
        assert after == [*before[:number], expected, *before[number + 1 :]]
        back = _move(moved, number, item, -by)
        assert not isinstance(back, Refusal)
        assert _ids(_adopted(bundled(), back)) == before
        profile = moved
    _check_prerequisites(profile)
    assert _kept(profile) == _kept(start)


def _pick(legs: list[list[str]], place: int) -> tuple[int, str]:
    every = [(number, each) for number, leg in enumerate(legs) for each in leg]
    return every[place % len(every)]


def _kept(profile: Profile) -> list[tuple[str, list[str]]]:
    """Return what the plan holds, whatever its order."""
    assert profile.plan is not None
    return [(target, sorted(ids)) for target, ids in profile.plan.legs]


def _check_prerequisites(profile: Profile) -> None:
    met = set(stand(bundled(), profile).met)
    for step in _adopted(bundled(), profile).steps:
        assert met.issuperset(bundled().resources[step.id].requires), step.id
        met.update(bundled().mates(step.id))


def test_a_move_that_cannot_be_says_why() -> None:
    catalogue = catalogue_of(
        competency("a"),
        Role("goal", "Goal", ml=0, software=90),
        *(resource("first", {"a": 10}), resource("second", {"a": 10}, requires=("first",))),
        *(resource("third", {"a": 10}), resource("fourth", {"a": 10})),
    )
    profile = profile_of(progress={"first": {"status": "doing"}})
    ground = stand(catalogue, profile)
    ids = ("first", "second", "third", "fourth")

    def refused(item: str, by: int) -> object:
        return shifted(catalogue, profile, ground, ids, item, by)

    assert refused("second", -1) == Refusal("needs", "first")
    assert refused("first", 1) == Refusal("needed", "second")
    assert refused("first", -1) == refused("fourth", 1) == Refusal("edge")
    assert refused("third", -1) == ("first", "third", "second", "fourth")
    ids = ("first", "third", "second", "fourth")
    assert refused("third", -1) == Refusal("doing", "first")
    assert refused("first", 1) == Refusal("doing", "third")


names = [f"r{number}" for number in range(12)]


@given(
    st.permutations(names),
    st.lists(st.sampled_from(names), unique=True, min_size=1),
    st.dictionaries(st.integers(1, 11), st.integers(0, 10)),
)
def test_a_new_path_keeps_the_order_of_the_one_before_it(
    before: list[str], ids: list[str], needs: dict[int, int]
) -> None:
    wanted = {names[each]: names[other] for each, other in needs.items() if other < each}
    requires = {each: needed for each, needed in wanted.items() if {each, needed} <= set(ids)}
    catalogue = catalogue_of(
        competency("a"),
        *(resource(each, {"a": 1}, requires=(requires[each],) if each in requires else ()) for each in names),
    )
    ground = stand(catalogue, profile_of())
    found = in_own_order(catalogue, ground, before[:8], ids)
    assert sorted(found) == sorted(ids)
    place = {each: number for number, each in enumerate(found)}
    for each, needed in requires.items():
        assert place[needed] < place[each]
    if not requires:
        kept = [each for each in before[:8] if each in ids]
        assert [each for each in found if each in kept] == kept


def test_what_one_moved_does_not_jump_back_when_the_path_is_found_anew() -> None:
    profile = _planned()
    first, second, third = _ids(_adopted(bundled(), profile))[0][:3]
    moved = _move(profile, 0, second, -1)
    assert isinstance(moved, Profile)
    skipped = moved.with_entries({("progress", third): {"status": "skipped"}})
    standing = Standing(bundled(), skipped, DAY)
    assert standing.adopted is None
    entry = planned_in_own_order(bundled(), skipped, standing.ground, standing.path, DAY)
    anew = skipped.with_entries({("plan", "adopted"): entry})
    ids = [each for leg in _ids(_adopted(bundled(), anew)) for each in leg]
    assert sorted(ids) == sorted(step.id for step in standing.path.steps)
    assert ids.index(second) < ids.index(first)
    assert third not in ids
    _check_prerequisites(anew)
    assert anew.plan is not None
    assert anew.plan.moved == {second}
    explanation = Standing(bundled(), anew, DAY).explain(second)
    assert explanation is not None
    assert explanation.now == "moved"


def test_an_order_that_puts_software_behind_is_noticed() -> None:
    catalogue = catalogue_of(
        competency("a"), competency("b", "ml"),
        Role("goal", "Goal", ml=20, software=40),
        resource("code", {"a": 50}, 10), resource("maths", {"b": 40}, 11),
    )  # fmt: skip

    def legs(*ids: str, claim: float = 0) -> LearningPath:
        entry = {"legs": [{"target": "goal", "items": list(ids)}]}
        profile = profile_of(settings={"target": "goal"}, claims={"a": claim})
        profile = profile.with_entries({("plan", "adopted"): entry})
        return _adopted(catalogue, profile)

    assert is_software_first(catalogue, legs("code", "maths").legs[0], 0.0)
    assert not is_software_first(catalogue, legs("maths", "code").legs[0], 0.0)
    assert is_software_first(catalogue, legs("maths", "code", claim=50).legs[0], 50.0)


def test_a_path_found_by_planner_puts_software_first() -> None:
    standing = Standing(bundled(), _planned(), DAY + timedelta(days=1))
    software = standing.skill.position.software
    assert is_software_first(bundled(), standing.path.legs[0], software)
