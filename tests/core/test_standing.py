from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import bundled, catalogue_of, competency, profile_of, resource
from planner.core.curriculum import Role
from planner.core.lint import advise
from planner.core.price import moves
from planner.core.schedule import Schedule, pace
from planner.core.skill import assess
from planner.core.standing import Standing
from planner.core.tonight import suggest

TODAY = date(2026, 11, 23)
ROLE = Role("goal", "Goal", ml=0, software=60, typical={"a": 60})
THINGS = (
    competency("a", weight=1.0),
    ROLE,
    resource("base", {"a": 5}, 4),
    resource("book", {"a": 30}, 20, requires=("base",), parts=10),
    resource("lab", {"a": 30}, 30, kind="project", practice=1.0),
    resource("far", {"a": 9}, 9, requires=("book",)),
)


def _standing(**more: object) -> Standing:
    return Standing(catalogue_of(*THINGS), profile_of(settings={"target": "goal"}, **more), TODAY)  # type: ignore[arg-type]


def test_every_state_of_a_resource() -> None:
    standing = _standing(
        progress={
            "base": {"status": "done"},
            "book": {"status": "doing"},
            "lab": {"known": True},
            "far": {"status": "skipped"},
        }
    )
    states = {each.id: standing.state_of(each) for each in standing.catalogue.resources.values()}
    assert states == {"base": "done", "book": "doing", "lab": "known", "far": "skipped"}
    fresh = _standing(claims={"a": 50})
    assert fresh.state_of(fresh.catalogue.resources["base"]) == "presumed"
    blank = _standing()
    assert blank.state_of(blank.catalogue.resources["book"]) == "locked"
    assert blank.state_of(blank.catalogue.resources["lab"]) == "ready"


def test_a_price_tag_counts_the_prerequisites_it_drags_along() -> None:
    tag = _standing().price_tag("far")
    assert tag.items == ("base", "book", "far")
    assert tag.hours == 33
    assert tag.moves.software == pytest.approx(44)
    assert _standing(progress={"far": {"status": "done"}}).price_tag("far").items == ()


@given(st.sets(st.sampled_from(sorted(bundled().resources)), max_size=12))
def test_a_price_is_the_difference_that_doing_it_makes(done: set[str]) -> None:
    catalogue = bundled()
    standing = Standing(catalogue, profile_of(*done), TODAY)
    for each in ("ddia", "mit-6824", "fraud-detection-handbook"):
        tag = standing.price_tag(each)
        after = assess(catalogue, profile_of(*done, *tag.items))
        assert tag.moves == pytest.approx(after.position - standing.skill.position)
    assert moves(catalogue, standing.profile, standing.skill, ()) == (0, 0, 0)


def test_tonight_begins_with_the_next_part_of_what_is_being_done() -> None:
    first, *others = suggest(
        _standing(progress={"base": {"status": "done"}, "book": {"status": "doing", "parts": 2}})
    )
    assert (first.resource.id, first.part, first.hours) == ("book", 3, 2.0)
    assert "book" not in [each.resource.id for each in others]


def test_tonight_offers_only_what_can_be_begun() -> None:
    found = {each.resource.id: each.mood for each in suggest(_standing())}
    assert found == {"lab": "next", "base": "small"}


def test_tonight_is_empty_at_the_target() -> None:
    assert suggest(_standing(claims={"a": 90})) == ()


def test_dates_follow_the_hours() -> None:
    steps = _standing().path.steps
    spans = Schedule(TODAY, 7).spans(steps)
    assert spans[0].start == TODAY
    for (one, step), other in zip(zip(spans, steps, strict=True), spans[1:], strict=False):
        assert (one.finish - one.start).days == pytest.approx(step.hours, abs=1)
        assert other.start == one.finish
    assert Schedule(TODAY, 7).day(14) == date(2026, 12, 7)
    assert Schedule(TODAY, 0.001).day(10**9) == date.max


def test_pace_is_learnt_from_what_was_logged() -> None:
    catalogue = catalogue_of(*THINGS)
    assert pace(catalogue, profile_of()) == 1.0
    slow = profile_of("book", minutes={"book": 40 * 60})
    assert pace(catalogue, slow) == pytest.approx(50 / 30)
    barely_logged = profile_of("book", minutes={"book": 4 * 60})
    assert pace(catalogue, barely_logged) == 1.0


def test_advice_names_what_an_author_should_look_at() -> None:
    catalogue = catalogue_of(
        competency("a", weight=0.5),
        Role("role", "Role", 0, 50, typical={"a": 10}),
        resource("deep", {"a": 5}, 10, level=3),
        resource("shallow", {"a": 50}, 10, requires=("deep",)),
        resource("endless", {"a": 5}, 900),
    )
    assert {each.code for each in advise(catalogue)} == {
        "practice",
        "study",
        "weights",
        "rate",
        "hours",
        "level",
        "link",
        "chart",
    }


def test_a_target_is_reached_on_evidence_or_with_a_share_of_it_claimed() -> None:
    catalogue = bundled()
    done = Standing(catalogue, profile_of(*catalogue.resources, settings={"domain": "finance-fraud"}), TODAY)
    target = done.stops[-1]
    assert done.is_on_evidence(target)
    assert done.claimed_share == 0
    claimed = profile_of(claims=dict.fromkeys(catalogue.competencies, 100.0))
    claimer = Standing(catalogue, claimed, TODAY)
    assert not claimer.is_on_evidence(target)
    assert claimer.claimed_share == 1
    assert Standing(catalogue, profile_of(), TODAY).claimed_share == 0
