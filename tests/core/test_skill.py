from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import AT, bundled, catalogue_of, competency, curriculum_of, profile_of, resource
from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS
from planner.core.profile import Profile
from planner.core.shares import of_area, of_competency, tenths
from planner.core.skill import assess, assess_evidence, moved_to, place
from planner.core.tally import earned

CATALOGUE = bundled()
IDS = sorted(CATALOGUE.resources)
DOMAINS = [each.id for each in CATALOGUE.domains]

marks = st.dictionaries(
    st.sampled_from(IDS),
    st.fixed_dictionaries(
        {"status": st.sampled_from(["todo", "doing", "done", "skipped"])},
        optional={"known": st.booleans(), "parts": st.integers(0, 13)},
    ),
    max_size=40,
)
claims = st.dictionaries(st.sampled_from(sorted(CATALOGUE.competencies)), st.floats(0, 100), max_size=20)
domains = st.sampled_from([None, *DOMAINS])


def profiles() -> st.SearchStrategy[Profile]:
    return st.builds(
        lambda done, said, domain: profile_of(
            progress=done, claims=said, settings={"domain": domain} if domain else {}
        ),
        marks,
        claims,
        domains,
    )


def test_earned_points_are_capped_as_the_model_says() -> None:
    assert earned(500, 0) == 70
    assert earned(500, 20) == 90
    assert earned(0, 200) == 100
    assert earned(30, 10) == 40


def test_mastery_adds_what_is_left_of_the_claim() -> None:
    catalogue = catalogue_of(competency("a"), resource("book", {"a": 50}))
    skill = assess(catalogue, profile_of("book", claims={"a": 60}))
    assert skill.mastery["a"] == pytest.approx(60 + 40 * 0.5)


@given(profiles(), profiles())
def test_a_position_that_is_moved_is_the_one_that_mastery_says(one: Profile, other: Profile) -> None:
    before, after = assess(CATALOGUE, one), assess(CATALOGUE, other)
    axes = CATALOGUE.axes(one.settings.domain)
    anew = [each for each, mastered in after.mastery.items() if mastered != before.mastery[each]]
    moved = moved_to(place(before.mastery, axes), after.mastery, axes, anew)
    assert moved == place(after.mastery, axes)


def test_evidence_counts_neither_claims_nor_what_was_known() -> None:
    profile = profile_of("ddia", claims={"databases": 80}, progress={"pro-git": {"known": True}})
    done_alone = assess(CATALOGUE, profile_of("ddia"))
    assert assess_evidence(CATALOGUE, profile).position == done_alone.position


def test_of_the_same_ground_the_best_counts() -> None:
    catalogue = catalogue_of(
        competency("a"),
        resource("small", {"a": 20}, choice="intro"),
        resource("large", {"a": 30}, choice="intro"),
        resource("lab", {"a": 25}, choice="intro", practice=1.0),
    )
    assert assess(catalogue, profile_of("small")).mastery["a"] == 20
    assert assess(catalogue, profile_of("small", "large")).mastery["a"] == 30
    assert assess(catalogue, profile_of("small", "lab")).mastery["a"] == 25
    both = assess(catalogue, profile_of("small", "large", "lab"))
    assert both.mastery["a"] == 30
    assert (both.tally.study["a"], both.tally.practice["a"]) == (5, 25)


def test_the_domain_is_half_the_chosen_one() -> None:
    parts = {"finance-fraud": 100.0, "business-product": 0.0, "regulation-ethics": 0.0}
    chosen = profile_of(claims=parts, settings={"domain": "finance-fraud"})
    assert assess(CATALOGUE, chosen).position.domain == pytest.approx(50)
    assert assess(CATALOGUE, profile_of(claims=parts)).position.domain == 0
    both = profile_of(claims={"business-product": 100})
    assert assess(CATALOGUE, both).position.domain == pytest.approx(60)


@pytest.mark.parametrize("domain", DOMAINS)
def test_doing_everything_is_exactly_one_hundred(domain: str) -> None:
    profile = profile_of(*IDS, settings={"domain": domain})
    skill = assess(CATALOGUE, profile)
    short = {each for each in CATALOGUE.axes(domain).weights if skill.mastery[each] < 100}
    assert not short, "these cannot be filled by doing everything"
    assert skill.position == assess_evidence(CATALOGUE, profile).position == (100.0, 100.0, 100.0)


def test_everything_mastered_is_exactly_one_hundred() -> None:
    for domain in [None, *DOMAINS]:
        said = dict.fromkeys(CATALOGUE.competencies, 100.0)
        position = assess(
            CATALOGUE, profile_of(claims=said, settings={"domain": domain} if domain else {})
        ).position
        assert position == (100.0, 100.0, 100.0)
    assert assess(CATALOGUE, profile_of()).position == (0.0, 0.0, 0.0)


@given(profiles())
def test_numbers_stay_within_bounds(profile: Profile) -> None:
    skill = assess(CATALOGUE, profile)
    assert all(0 <= value <= 100 for value in skill.mastery.values())
    assert all(0 <= value <= 100 for value in skill.position)
    assert all(
        a <= b for a, b in zip(assess_evidence(CATALOGUE, profile).position, skill.position, strict=True)
    )


@given(profiles(), st.sampled_from(IDS))
def test_doing_more_never_lowers_a_number(profile: Profile, resource_id: str) -> None:
    before = assess(CATALOGUE, profile)
    entry = {**(profile.entry(("progress", resource_id)) or {}), "status": "done", "at": AT}
    after = assess(CATALOGUE, profile.with_entries({("progress", resource_id): entry}))
    assert all(after.mastery[each] >= value for each, value in before.mastery.items())
    assert all(b >= a for a, b in zip(before.position, after.position, strict=True))


@given(profiles(), st.sampled_from(IDS))
def test_marking_and_unmarking_is_the_former_position_bit_for_bit(profile: Profile, resource_id: str) -> None:
    key = ("progress", resource_id)
    former = profile.entry(key) or {"status": "todo", "at": AT}
    there = profile.with_entries({key: {"status": "done", "at": AT}})
    back = there.with_entries({key: former})
    assert assess(CATALOGUE, back).position == assess(CATALOGUE, profile).position


@given(marks, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(progress: dict[str, dict[str, object]], random: object) -> None:
    shuffled = list(progress.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = profile_of(progress=progress), profile_of(progress=dict(shuffled))
    assert assess(CATALOGUE, one).position == assess(CATALOGUE, other).position


@given(profiles())
def test_shares_sum_to_the_score(profile: Profile) -> None:
    skill = assess(CATALOGUE, profile)
    axes = CATALOGUE.axes(profile.settings.domain)
    for area in AREAS:
        shares = of_area(skill, profile.claims, axes, area)
        assert fsum(share.points for share in shares) == pytest.approx(skill.position.of(area), abs=1e-9)
    for each, value in skill.mastery.items():
        shares = of_competency(skill, profile.claims, each)
        assert fsum(share.points for share in shares) == pytest.approx(value, abs=1e-9)


@given(st.lists(st.floats(0, 100), max_size=30))
def test_printed_tenths_add_up_to_the_printed_sum(values: list[float]) -> None:
    printed = tenths(values)
    assert round(fsum(printed) * 10) == round(fsum(values) * 10)
    assert all(abs(shown - value) < 0.1 + 1e-9 for shown, value in zip(printed, values, strict=True))


@settings(max_examples=50)
@given(profiles(), st.floats(0.1, 1), st.floats(1, 100))
def test_a_curriculum_of_ones_own_moves_nobody(profile: Profile, weight: float, points: float) -> None:
    own = curriculum_of(
        competency("pottery", "ml", weight),
        replace(resource("my-book", {"pottery": points, "databases": points}), curriculum="own"),
        name="own",
        axes=False,
    )
    larger = Catalogue((*CATALOGUE.curricula, own))
    assert assess(larger, profile).position == assess(CATALOGUE, profile).position
    assert assess_evidence(larger, profile).position == assess_evidence(CATALOGUE, profile).position


def test_ones_own_resources_may_teach_bundled_competencies() -> None:
    own = curriculum_of(resource("my-book", {"databases": 20}), name="own", axes=False)
    larger = Catalogue((*CATALOGUE.curricula, own))
    assert assess(larger, profile_of("my-book")).position.software > 0
