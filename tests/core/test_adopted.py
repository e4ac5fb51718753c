from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import as_text, bundled, catalogue_of, competency, profile_of, resource
from planner.core.adopted import adopted_path, is_worth_it, planned
from planner.core.catalogue import Catalogue
from planner.core.curriculum import Curriculum, Role
from planner.core.difference import difference
from planner.core.learning_path import LearningPath, find_path
from planner.core.marking import Answers, set_up
from planner.core.milestones import milestones
from planner.core.obstacles import Obstacles
from planner.core.prerequisites import stand
from planner.core.profile import Profile
from planner.core.skill import assess
from planner.core.standing import Standing
from planner.presentation import path_rows

DAY = date(2026, 11, 23)


@cache
def _planned(title: str = "data-scientist") -> Profile:
    """Return the profile of someone who adopted the path they were given."""
    profile = profile_of()
    profile = profile.with_entries(set_up(bundled(), profile, Answers(title, 8, "finance-fraud")))
    path = Standing(bundled(), profile, DAY).refined
    return profile.with_entries({("plan", "adopted"): planned(bundled(), profile, path, DAY)})


def _adopted(catalogue: Catalogue, profile: Profile) -> LearningPath | None:
    return adopted_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile))


def _ids(path: LearningPath | None) -> list[str]:
    assert path is not None
    return [step.id for step in path.steps]


def _done(profile: Profile, *ids: str) -> Profile:
    return profile.with_entries({("progress", each): {"status": "done"} for each in ids})


@pytest.mark.parametrize("title", ["data-scientist", "software-engineer", "none"])
def test_what_was_adopted_is_what_is_kept(title: str) -> None:
    profile = _planned(title)
    path = Standing(bundled(), profile, DAY).refined
    kept = _adopted(bundled(), profile)
    assert kept is not None
    assert _ids(kept) == _ids(path)
    assert [leg.target for leg in kept.legs] == [leg.target for leg in path.legs]
    assert kept.cost == path.cost
    assert profile.plan is not None
    assert profile.plan.within == pytest.approx(path.within, abs=1e-5)


@pytest.mark.parametrize("title", ["data-scientist", "software-engineer", "none"])
def test_checking_off_the_next_ten_never_changes_the_rest(title: str) -> None:
    profile = _planned(title)
    left = _ids(_adopted(bundled(), profile))
    for _ in range(10):
        profile = _done(profile, left.pop(0))
        assert _ids(_adopted(bundled(), profile)) == left


def _with_wrong_hours(catalogue: Catalogue, seed: int) -> Catalogue:
    """Return the catalogue with every hour count off by up to a fifth."""
    random = Random(seed)
    curricula: list[Curriculum] = []
    for each in catalogue.curricula:
        resources = (replace(one, hours=one.hours * random.uniform(0.8, 1.2)) for one in each.resources)
        curricula.append(replace(each, resources=tuple(resources)))
    return Catalogue(tuple(curricula))


@pytest.mark.parametrize("seed", range(3))
def test_hours_that_were_wrong_change_nothing_unless_much_is_saved(seed: int) -> None:
    catalogue, profile = _with_wrong_hours(bundled(), seed), _planned()
    kept = _adopted(catalogue, profile)
    assert kept is not None
    assert _ids(kept) == _ids(_adopted(bundled(), profile))
    fresh = Standing(catalogue, profile, DAY).refined
    assert is_worth_it(fresh, kept) == (kept.cost > 1.05 * fresh.cost)


def test_what_is_being_done_comes_first_and_the_rest_stays_in_order() -> None:
    profile = _planned()
    before = _ids(_adopted(bundled(), profile))
    begun = before[20]
    after = _ids(_adopted(bundled(), profile.with_entries({("progress", begun): {"status": "doing"}})))
    assert after.index(begun) <= 3
    waited = after[: after.index(begun) + 1]
    assert [each for each in after if each not in waited] == [each for each in before if each not in waited]


def test_skipping_an_item_of_it_gives_it_up() -> None:
    profile = _planned()
    first = _ids(_adopted(bundled(), profile))[0]
    skipped = profile.with_entries({("progress", first): {"status": "skipped"}})
    assert _adopted(bundled(), skipped) is None
    standing = Standing(bundled(), skipped, DAY)
    assert standing.path.reached
    assert first not in standing.steps


def test_a_pin_that_is_not_on_it_gives_it_up() -> None:
    profile = _planned()
    on_path = _ids(_adopted(bundled(), profile))
    other = next(
        each
        for each in bundled().resources
        if each not in on_path and each not in stand(bundled(), profile).met
    )
    pinned = profile.with_entries({("pins", other): {"value": True}})
    assert _adopted(bundled(), pinned) is None
    assert other in Standing(bundled(), pinned, DAY).steps


def test_another_target_gives_it_up() -> None:
    other = _planned().with_entries({("settings", "target"): {"value": "data-engineer"}})
    standing = Standing(bundled(), other, DAY)
    assert standing.adopted is None
    assert [leg.target for leg in standing.path.legs][-1] == "data-engineer"


def test_hours_per_week_change_dates_alone() -> None:
    faster = _planned().with_entries({("settings", "hours_per_week"): {"value": 20}})
    one, other = (Standing(bundled(), each, DAY) for each in (_planned(), faster))
    assert difference(one.path, other.path).is_nothing
    assert other.finish(other.path.hours) < one.finish(one.path.hours)


def test_a_target_out_of_reach_keeps_the_best_path_there_is() -> None:
    catalogue = catalogue_of(
        competency("a"), competency("b"),
        Role("goal", "Goal", ml=0, software=90, typical={"a": 50}),
        resource("some", {"a": 30}, 5), resource("more", {"b": 20}, 5),
    )  # fmt: skip
    profile = profile_of(settings={"target": "goal"})
    path = Standing(catalogue, profile, DAY).refined
    assert not path.reached
    assert path.within is None
    kept = profile.with_entries({("plan", "adopted"): planned(catalogue, profile, path, DAY)})
    assert sorted(_ids(_adopted(catalogue, kept))) == ["more", "some"]
    other = kept.with_entries({("claims", "a"): {"value": 30}})
    assert _adopted(catalogue, other) is None


def test_a_plan_nobody_understands_is_no_plan() -> None:
    for legs in ("nonsense", [1, 2], [{"target": 3}], [{"items": ["ddia"]}], []):
        profile = _planned().with_entries({("plan", "adopted"): {"legs": legs}})
        assert profile.plan is None
        assert Standing(bundled(), profile, DAY).path.reached


ids = st.sampled_from(sorted(bundled().resources))


@settings(max_examples=40)
@given(st.sets(ids, max_size=12), st.sets(ids, max_size=4))
def test_whatever_is_kept_is_valid(done: set[str], skipped: set[str]) -> None:
    profile = _done(_planned(), *done).with_entries(
        {("progress", each): {"status": "skipped"} for each in skipped - done}
    )
    path = _adopted(bundled(), profile)
    if path is None:
        return
    met = set(stand(bundled(), profile).met)
    for step in path.steps:
        assert set(bundled().resources[step.id].requires) <= met
        assert step.id not in done | skipped
        met.update(bundled().mates(step.id))
    assert path.reached


def test_flags_stand_where_they_are_passed() -> None:
    standing = Standing(bundled(), _planned(), DAY)
    found = milestones(bundled(), standing.path, standing.skill.position, "unicorn-mle")
    assert [each.kind for each in found if each.kind in ("stop", "target")] == ["stop", "target"]
    quadrant = next(each for each in found if each.kind == "quadrant")
    steps = list(standing.path.steps)
    place = next(i for i, step in enumerate(steps) if step.id == quadrant.after)
    assert min(steps[place].position[:2]) >= 50 > min(steps[place - 1].position[:2])
    assert found[-1].after == steps[-1].id


@given(
    st.lists(st.integers(0, 30), unique=True, max_size=12),
    st.lists(st.integers(0, 30), unique=True, max_size=12),
)
def test_a_difference_leads_from_one_path_to_the_other(old: list[int], new: list[int]) -> None:
    catalogue = catalogue_of(
        competency("a"),
        Role("goal", "Goal", ml=0, software=1),
        *(resource(f"r{number:02}", {"a": 1}, number + 1) for number in range(31)),
    )

    def path(numbers: list[int]) -> LearningPath:
        profile = profile_of(settings={"target": "goal"})
        ids = [f"r{each:02}" for each in numbers]
        entry = {"legs": [{"target": "goal", "items": ids}]}
        found = _adopted(catalogue, profile.with_entries({("plan", "adopted"): entry}))
        empty = find_path(catalogue, profile, assess(catalogue, profile), stand(catalogue, profile))
        return found or replace(empty, legs=())

    before, after = path(old), path(new)
    found = difference(before, after)
    one, other = [step.id for step in before.steps], [step.id for step in after.steps]
    assert set(one) - set(found.dropped) | set(found.added) == set(other)
    assert set(found.kept) == set(one) & set(other)
    still = [each for each in one if each in found.kept and each not in found.moved]
    assert still == [each for each in other if each in found.kept and each not in found.moved]
    assert found.is_nothing == (one == other)
    assert found.hours == after.hours - before.hours


def test_what_stands_in_the_way_is_said() -> None:
    things = (
        competency("a"), Role("goal", "Goal", ml=0, software=50),
        resource("free", {"a": 20}, 5), resource("dear", {"a": 60}, 5, cost="paid"),
    )  # fmt: skip
    catalogue = catalogue_of(*things)

    def found(**more: object) -> Obstacles | None:
        settings = {"target": "goal", "free_only": more.pop("free_only", False)}
        return Standing(catalogue, profile_of(settings=settings, **more), DAY).obstacles  # type: ignore[arg-type]

    skipped = {"dear": {"status": "skipped"}}
    assert found() is None
    assert found(free_only=True) == Obstacles((), is_free_only=True)
    assert found(progress=skipped) == Obstacles(("dear",), is_free_only=False)
    assert found(progress=skipped, free_only=True) == Obstacles(("dear",), is_free_only=True)
    poor = catalogue_of(*things[:3])
    missing = Standing(poor, profile_of(settings={"target": "goal"}), DAY).obstacles
    assert missing is not None
    assert missing.too_few
    assert "too few" in as_text(
        path_rows.draw(Standing(poor, profile_of(settings={"target": "goal"}), DAY), 80)
    )
