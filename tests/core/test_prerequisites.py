import math

from hypothesis import given
from hypothesis import strategies as st

from builders import bundled, catalogue_of, competency, profile_of, resource
from planner.core.credit import is_held
from planner.core.marking import Answers, set_up
from planner.core.prerequisites import PRESUMED_FROM, missing, stand
from planner.core.profile import Profile

CHAIN = catalogue_of(
    competency("a"),
    resource("first", {"a": 10}),
    resource("second", {"a": 10}, requires=("first",), level=2),
    resource("third", {"a": 10}, requires=("second",), level=3),
    resource("other", {"a": 10}, choice="second-or-other"),
    resource("mate", {"a": 10}, choice="second-or-other"),
    resource("after-mate", {"a": 10}, requires=("mate",)),
)

IDS = sorted(bundled().resources)
profiles = st.builds(
    lambda progress, claims, pins: profile_of(progress=progress, claims=claims, pins=pins),
    st.dictionaries(
        st.sampled_from(IDS),
        st.fixed_dictionaries(
            {"status": st.sampled_from(["todo", "doing", "done", "skipped"]), "known": st.booleans()}
        ),
        max_size=12,
    ),
    st.dictionaries(
        st.sampled_from(sorted(bundled().competencies)), st.sampled_from([49, 50, 79, 80, 100]), max_size=8
    ),
    st.sets(st.sampled_from(IDS), max_size=3),
)


def _titled(title: str) -> Profile:
    profile = profile_of()
    entries = set_up(bundled(), profile, Answers(title, 8, "finance-fraud"))
    return profile.with_entries({key: {**entry, "at": ""} for key, entry in entries.items()})


def test_what_is_done_implies_what_it_requires_without_credit() -> None:
    profile = profile_of("third")
    ground = stand(CHAIN, profile)
    assert ground.implied == {"first", "second"}
    assert not is_held(CHAIN.resources["first"], profile)


def test_missing_lists_prerequisites_first() -> None:
    assert missing(CHAIN, stand(CHAIN, profile_of()).met, ["third"]) == ("first", "second", "third")
    assert missing(CHAIN, stand(CHAIN, profile_of("first")).met, ["third"]) == ("second", "third")


def test_any_member_of_a_choice_meets_a_prerequisite() -> None:
    assert missing(CHAIN, stand(CHAIN, profile_of("other")).met, ["after-mate"]) == ("after-mate",)


def test_skipping_meets_nothing() -> None:
    ground = stand(CHAIN, profile_of(progress={"first": {"status": "skipped"}}))
    assert ground.skipped == {"first"}
    assert missing(CHAIN, ground.met, ["second"]) == ("first", "second")


def test_a_claim_presumes_introductions_from_50_and_the_second_level_from_80() -> None:
    assert "first" not in stand(CHAIN, profile_of(claims={"a": 49})).presumed
    assert "first" in stand(CHAIN, profile_of(claims={"a": 50})).presumed
    assert "second" not in stand(CHAIN, profile_of(claims={"a": 79})).presumed
    assert "second" in stand(CHAIN, profile_of(claims={"a": 80})).presumed
    assert "third" not in stand(CHAIN, profile_of(claims={"a": 100})).presumed


def test_what_is_pinned_or_being_done_is_not_presumed() -> None:
    assert "first" not in stand(CHAIN, profile_of(claims={"a": 90}, pins=("first",))).presumed
    doing = profile_of(claims={"a": 90}, progress={"first": {"status": "doing"}})
    assert "first" not in stand(CHAIN, doing).presumed


def test_a_data_scientist_is_presumed_to_know_python() -> None:
    presumed = stand(bundled(), _titled("data-scientist")).presumed
    assert {"cs50p", "exercism-tracks", "practical-python"} <= presumed


def test_a_software_engineer_is_presumed_to_know_git() -> None:
    presumed = stand(bundled(), _titled("software-engineer")).presumed
    assert {"learn-git-branching", "pro-git"} <= presumed


def test_a_long_chain_does_not_recurse() -> None:
    length = 5000
    chain = catalogue_of(
        competency("a"),
        *(
            resource(f"r{index}", {"a": 1}, requires=(f"r{index - 1}",) if index else ())
            for index in range(length)
        ),
    )
    assert len(missing(chain, frozenset(), [f"r{length - 1}"])) == length
    assert len(stand(chain, profile_of(f"r{length - 1}")).implied) == length - 1


@given(profiles)
def test_whatever_was_asked_before_one_stands_on_what_the_words_say(profile: Profile) -> None:
    catalogue, ground = bundled(), stand(bundled(), profile)
    listed = catalogue.resources.values()
    held = {each.id for each in listed if is_held(each, profile)}
    presumed = {
        each.id
        for each in listed
        if profile.claims.get(each.main_competency, 0.0) >= PRESUMED_FROM.get(each.level, math.inf)
        and each.id not in held | profile.pins
        and profile.progress_of(each).status != "doing"
    }
    implied, waiting = set[str](), list(held)
    while waiting:
        required = set(catalogue.resources[waiting.pop()].requires) - held - implied
        implied |= required
        waiting += required
    assert ground.held == held
    assert ground.implied == implied
    assert ground.presumed == presumed
    assert ground.covered == {mate for each in held for mate in catalogue.mates(each)}
    met = {mate for each in held | implied | presumed for mate in catalogue.mates(each)}
    assert {each for each in catalogue.resources if each in ground.met} == met
    assert sorted(ground.met) == sorted(met)
    assert len(ground.met) == len(met)
