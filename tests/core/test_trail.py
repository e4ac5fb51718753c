from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import bundled, profile_of
from planner.core.history import History
from planner.core.profile import Profile
from planner.core.skill import assess
from planner.core.standing import Standing
from planner.core.trail import begun, position_on, profile_on, trail

TODAY = date(2026, 11, 23)
NAMES = sorted(bundled().resources)
marks = st.dictionaries(
    st.sampled_from(NAMES),
    st.tuples(st.sampled_from(["todo", "doing", "done", "skipped"]), st.integers(0, 200), st.integers(0, 9)),
    max_size=12,
)
stretches = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 200), st.integers(1, 600)), max_size=12)


def _profile(
    marks: dict[str, tuple[str, int, int]], stretches: list[tuple[str, int, int]] | None = None
) -> Profile:
    progress = {}
    for name, (status, ago, parts) in marks.items():
        day = TODAY - timedelta(days=ago)
        progress[name] = {"status": status, "parts": parts, "at": f"{day}T12:00:00.000Z-0000-testtest"}
        if status == "done":
            progress[name] |= {"finished": day, "started": day}
    logged = {
        str(number): {"resource": name, "minutes": minutes, "day": TODAY - timedelta(days=ago)}
        for number, (name, ago, minutes) in enumerate(stretches or [])
    }
    return profile_of(progress=progress, claims={"databases": 40}).with_entries(
        {("sessions", name): entry for name, entry in logged.items()}
    )


def _at_noon(profile: Profile) -> Profile:
    """Return a profile with the moment of noon in place of each day."""
    noons = {
        (table, name): {
            field: datetime.combine(value, time(12), UTC) if isinstance(value, date) else value
            for field, value in entry.items()
        }
        for table, entries in profile.tables.items()
        for name, entry in entries.items()
    }
    return profile.with_entries(noons)


@given(marks, stretches)
@settings(max_examples=50)
def test_today_is_where_one_stands(
    marks: dict[str, tuple[str, int, int]], stretches: list[tuple[str, int, int]]
) -> None:
    profile = _profile(marks, stretches)
    assert position_on(bundled(), profile, TODAY) == assess(bundled(), profile).position


@given(marks, stretches)
@settings(max_examples=50)
def test_no_number_of_the_trail_is_ever_lost_again(
    marks: dict[str, tuple[str, int, int]], stretches: list[tuple[str, int, int]]
) -> None:
    profile = _profile(marks, stretches)
    places = [each.position for each in trail(History(bundled(), profile, TODAY))]
    places.append(assess(bundled(), profile).position)
    for before, after in pairwise(places):
        assert min(after - before) >= -1e-9


def test_what_was_done_counts_from_its_day_on() -> None:
    profile = _profile({"cs50-sql": ("done", 10, 0)})
    day = TODAY - timedelta(days=10)
    before = position_on(bundled(), profile, day - timedelta(days=1))
    assert before == assess(bundled(), profile_of(claims={"databases": 40})).position
    assert position_on(bundled(), profile, day).software > before.software


def test_what_was_studied_until_then_counts_before_it_was_finished() -> None:
    profile = _profile({"cs50-sql": ("done", 10, 0)}, [("cs50-sql", 20, 300)])
    start = position_on(bundled(), profile, TODAY - timedelta(days=21)).software
    middle = position_on(bundled(), profile, TODAY - timedelta(days=20)).software
    assert start < middle < position_on(bundled(), profile, TODAY).software


@given(marks, stretches, st.integers(0, 200))
@settings(max_examples=20)
def test_a_moment_in_place_of_a_day_counts_as_the_day_it_is_in(
    marks: dict[str, tuple[str, int, int]], stretches: list[tuple[str, int, int]], ago: int
) -> None:
    profile, day = _profile(marks, stretches), TODAY - timedelta(days=ago)
    assert position_on(bundled(), _at_noon(profile), day) == position_on(bundled(), profile, day)


def test_what_was_known_before_was_known_from_the_beginning() -> None:
    profile = profile_of(progress={"ddia": {"known": True, "at": f"{TODAY}T12:00:00.000Z-0000-testtest"}})
    long_ago = position_on(bundled(), profile, TODAY - timedelta(days=400))
    assert long_ago == assess(bundled(), profile).position


def test_the_domain_of_each_day_is_the_one_chosen_then() -> None:
    profile = profile_of("stripe-fraud-primer", settings={"domain": "healthcare"})
    for day, domain in (("2026-09-01", "finance-fraud"), ("2026-11-01", "healthcare")):
        profile = profile.with_entries({("elections", day): {"value": domain}})
    assert profile_on(profile, date(2026, 8, 1)).settings.domain == "healthcare"
    assert profile_on(profile, date(2026, 9, 1)).settings.domain == "finance-fraud"
    assert profile_on(profile, date(2026, 10, 31)).settings.domain == "finance-fraud"
    assert profile_on(profile, date(2026, 11, 1)).settings.domain == "healthcare"


def test_a_long_trail_is_thinned_out_and_keeps_its_beginning() -> None:
    marks = {name: ("done", 7 * number, 0) for number, name in enumerate(NAMES[:100], 1)}
    found = trail(History(bundled(), _profile(marks), TODAY))
    assert 12 <= len(found) <= 24
    assert found[0].day == TODAY - timedelta(days=701)


def test_a_newcomer_has_no_trail_and_has_not_moved() -> None:
    standing = Standing(bundled(), profile_of(), TODAY)
    assert not standing.trail
    assert standing.begun == TODAY
    assert max(standing.change) == 0


def test_one_has_begun_when_the_questions_were_answered() -> None:
    profile = profile_of().with_entries(
        {("settings", "title"): {"value": "none", "at": "2026-10-05T20:00:00.000Z-0000-testtest"}}
    )
    assert begun(History(bundled(), profile, TODAY)) == date(2026, 10, 5)
