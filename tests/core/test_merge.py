from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.core.merge import merge
from planner.core.profile import Profile
from planner.core.stamp import OLDEST, stamp_after, usable

stamps = st.one_of(
    st.builds(
        lambda moment, device: stamp_after("", moment.replace(tzinfo=UTC), device),
        st.datetimes(datetime(2010, 1, 1), datetime(2090, 1, 1)),
        st.sampled_from(["aaaaaaaa", "bbbbbbbb"]),
    ),
    st.sampled_from(["", "garbage", "2300-01-01T00:00:00.000Z-0000-aaaaaaaa"]),
)
values = st.one_of(st.integers(), st.text(max_size=3), st.booleans(), st.dates(), st.floats(allow_nan=False))
entries = st.builds(
    lambda stamp, fields: {**fields, "at": stamp},
    stamps,
    st.dictionaries(st.sampled_from("xyz"), values, max_size=2),
)
tables = st.dictionaries(
    st.sampled_from(["progress", "claims", "of-tomorrow"]),
    st.dictionaries(st.sampled_from(["a", "b"]), entries, max_size=2),
    max_size=3,
)
profiles = st.builds(
    Profile, st.just("same"), tables, st.dictionaries(st.sampled_from("uv"), values, max_size=2)
)


def _content(profile: Profile) -> object:
    return {name: table for name, table in profile.tables.items() if table}, profile.extra


@given(profiles, profiles)
def test_merging_is_commutative(one: Profile, other: Profile) -> None:
    assert _content(merge(one, other)) == _content(merge(other, one))


@given(profiles, profiles, profiles)
def test_merging_is_associative(one: Profile, two: Profile, three: Profile) -> None:
    assert _content(merge(merge(one, two), three)) == _content(merge(one, merge(two, three)))


@given(profiles)
def test_merging_is_idempotent(one: Profile) -> None:
    assert _content(merge(one, one)) == _content(one)


def test_the_later_entry_wins_and_absence_deletes_nothing() -> None:
    early, late = ("2026-01-01T00:00:00.000Z-0000-aaaaaaaa", "2026-01-02T00:00:00.000Z-0000-bbbbbbbb")
    one = Profile(
        "p", {"progress": {"a": {"status": "done", "at": late}, "b": {"status": "done", "at": early}}}
    )
    other = Profile("p", {"progress": {"a": {"status": "todo", "at": early}}})
    joined = merge(other, one)
    assert joined.progress["a"].status == "done"
    assert joined.progress["b"].status == "done"


def test_a_stamp_of_the_far_future_cannot_win() -> None:
    poison = {"status": "skipped", "at": "9999-01-01T00:00:00.000Z-0000-aaaaaaaa"}
    honest = {"status": "done", "at": "2026-01-02T00:00:00.000Z-0000-bbbbbbbb"}
    one, other = Profile("p", {"progress": {"a": poison}}), Profile("p", {"progress": {"a": honest}})
    assert merge(one, other).progress["a"].status == "done"


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
    st.lists(st.integers(-(10**9), 10**9), max_size=20),
)
def test_stamps_only_grow_whatever_the_clock_does(start: datetime, jumps: list[int]) -> None:
    seen = ""
    moment = start.replace(tzinfo=UTC)
    for jump in jumps:
        fresh = stamp_after(seen, moment + timedelta(milliseconds=jump), "aaaaaaaa")
        assert fresh > seen
        assert usable(fresh) == fresh
        seen = fresh


def test_a_full_counter_borrows_a_millisecond() -> None:
    full = "2026-01-01T00:00:00.000Z-ffff-aaaaaaaa"
    behind = datetime(2020, 1, 1, tzinfo=UTC)
    assert stamp_after(full, behind, "bbbbbbbb") == "2026-01-01T00:00:00.001Z-0000-bbbbbbbb"


def test_what_is_no_stamp_counts_as_the_oldest() -> None:
    assert [usable(each) for each in (None, 5, "x", "2026-01-01")] == [OLDEST] * 4
