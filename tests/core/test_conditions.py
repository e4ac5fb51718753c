from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import bundled, profile_of
from planner.core.conditions import Away, conditions_of, written
from planner.core.profile import Profile

TODAY = date(2026, 11, 23)

days = st.integers(-20, 200).map(lambda number: TODAY + timedelta(days=number))
stretches = st.tuples(days, st.integers(0, 40)).map(lambda each: (each[0], each[0] + timedelta(days=each[1])))


def _away(*pairs: Away) -> Profile:
    entries = {
        ("pauses", f"p{number}"): {"from": each[0], "to": each[1]} for number, each in enumerate(pairs)
    }
    return profile_of(settings={"title": "none"}).with_entries(entries)


@given(
    st.floats(0.5, 100),
    st.sampled_from(sorted(bundled().roles)),
    st.sampled_from([*sorted(bundled().roles), "none"]),
    st.sampled_from([each.id for each in bundled().domains]),
    st.booleans(),
)
def test_conditions_that_are_written_hold(
    hours: float, target: str, via: str, domain: str, free_only: bool
) -> None:
    profile = _away()
    before = conditions_of(bundled(), profile, TODAY)
    wanted = replace(before, hours_per_week=hours, target=target, via=via, domain=domain, free_only=free_only)
    after = profile.with_entries(written(profile, before, wanted))
    assert conditions_of(bundled(), after, TODAY) == wanted
    assert not written(after, wanted, wanted)


@given(st.lists(stretches, max_size=4), st.lists(stretches, max_size=4))
def test_time_off_is_what_was_asked_for_and_nothing_overlaps(old: list[Away], new: list[Away]) -> None:
    profile = _away(*old)
    before = conditions_of(bundled(), profile, TODAY)
    after = profile.with_entries(written(profile, before, replace(before, away=tuple(new))))
    for earlier, later in pairwise(after.pauses):
        assert earlier[1] + timedelta(days=1) < later[0]
    past = [each for each in profile.pauses if each[1] < TODAY]
    for day in (TODAY + timedelta(days=number) for number in range(-25, 245)):
        wanted = any(first <= day <= last for first, last in (*new, *past))
        assert any(first <= day <= last for first, last in after.pauses) == wanted


def test_without_roles_and_answers_there_are_conditions_all_the_same() -> None:
    found = conditions_of(bundled(), profile_of(), TODAY)
    assert (found.hours_per_week, found.target, found.via, found.domain) == (
        8, "unicorn-mle", "ml-engineer", "",
    )  # fmt: skip
