from hypothesis import given
from hypothesis import strategies as st

from builders import bundled, profile_of
from planner.core.bits import flags_of
from planner.core.prerequisites import stand
from planner.core.states import STATES, by_state, state_of

CATALOGUE = bundled()
IDS = sorted(CATALOGUE.resources)


@given(
    st.dictionaries(
        st.sampled_from(IDS),
        st.fixed_dictionaries(
            {"status": st.sampled_from(["todo", "doing", "done", "skipped"])},
            optional={"known": st.booleans(), "parts": st.integers(0, 13)},
        ),
        max_size=40,
    ),
    st.dictionaries(
        st.sampled_from(sorted(CATALOGUE.competencies)), st.sampled_from((0, 50, 80)), max_size=9
    ),
    st.dictionaries(st.sampled_from(IDS), st.integers(0, 9000), max_size=5),
)
def test_every_resource_is_in_the_set_of_its_state_and_in_no_other(
    marks: dict[str, dict[str, object]], claims: dict[str, float], minutes: dict[str, int]
) -> None:
    profile = profile_of(progress=marks, claims=claims, minutes=minutes)
    ground = stand(CATALOGUE, profile)
    found = by_state(CATALOGUE, profile, ground)
    flags = {state: flags_of(bits, len(CATALOGUE.listed)) for state, bits in found.items()}
    for place, each in enumerate(CATALOGUE.listed):
        state = state_of(profile, ground, each)
        assert [other for other in STATES if other in flags and flags[other][place]] == [state]
