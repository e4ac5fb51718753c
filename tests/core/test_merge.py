from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.change import Change, write
from planner.core.merge import canonical, merge
from planner.core.pending import Pending
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
values = st.one_of(
    st.sampled_from([0, 1, True, 1.0, "1", "", date(2026, 1, 1), "date:2026-01-01", datetime(2026, 1, 1)]),
    st.text(max_size=3),
    st.floats(allow_nan=False),
    st.lists(st.integers(0, 2), max_size=2),
    st.dictionaries(st.sampled_from("xy"), st.integers(0, 2), max_size=2),
)
entries = st.builds(
    lambda stamp, fields: {**fields, "at": stamp},
    stamps,
    st.dictionaries(st.sampled_from("xyz"), values, max_size=2),
)
tables = st.dictionaries(
    st.sampled_from(["progress", "claims", "of-tomorrow", "u"]),
    st.dictionaries(st.sampled_from(["a", "b", "x"]), entries, max_size=2),
    max_size=3,
)
extras = st.dictionaries(st.sampled_from("uv"), values, max_size=2)
profiles = st.builds(Profile, st.just("same"), tables, extras).map(lambda each: merge(each, each))
"""Profiles as they are in files: no field stands where an entry does."""
many = settings(max_examples=300)


def _content(profile: Profile) -> object:
    """Return what a profile says as a text that no two different ones share."""
    return canonical({name: table for name, table in profile.tables.items() if table}), canonical(
        profile.extra
    )


def _check_laws(one: Profile, two: Profile, three: Profile) -> None:
    assert _content(merge(one, two)) == _content(merge(two, one))
    assert _content(merge(merge(one, two), three)) == _content(merge(one, merge(two, three)))
    assert _content(merge(one, one)) == _content(one)
    joined = merge(one, two)
    assert _content(merge(joined, one)) == _content(joined)
    for name in one.tables:
        assert one.tables[name].keys() <= joined.tables[name].keys()
    assert one.extra.keys() <= joined.extra.keys() | {name for name, table in joined.tables.items() if table}


@many
@given(profiles, profiles, profiles)
def test_merging_is_a_join(one: Profile, two: Profile, three: Profile) -> None:
    _check_laws(one, two, three)


@pytest.mark.slow
@pytest.mark.timeout(600)
@settings(max_examples=3000)
@given(profiles, profiles, profiles)
def test_merging_is_a_join_whatever_stands_in_the_files(one: Profile, two: Profile, three: Profile) -> None:
    _check_laws(one, two, three)


def test_what_a_later_planner_added_is_joined_field_by_field() -> None:
    one = Profile("p", {}, {"goals": {"weekly": 3, "deep": {"a": 1}}, "level": 2})
    other = Profile("p", {}, {"goals": {"daily": 1, "deep": {"b": 2}}, "level": 3})
    expected = {"goals": {"weekly": 3, "daily": 1, "deep": {"a": 1, "b": 2}}, "level": 3}
    assert merge(one, other).extra == merge(other, one).extra == expected


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
    odd = ("2026-02-30T00:00:00.000Z-0000-aaaaaaaa", "2026-01-0١T00:00:00.000Z-0000-aaaaaaaa")
    assert [usable(each) for each in (None, 5, "x", "2026-01-01", *odd)] == [OLDEST] * 6


def test_a_clock_in_the_far_future_still_writes_what_counts() -> None:
    now = datetime(2999, 1, 1, tzinfo=UTC)
    seen = "2026-01-01T00:00:00.000Z-0000-bbbbbbbb"
    assert usable(stamp_after("", now, "aaaaaaaa"))
    assert stamp_after(seen, now, "aaaaaaaa") == "2026-01-01T00:00:00.000Z-0001-aaaaaaaa"


skews = st.lists(st.integers(-12 * 365, 12 * 365), min_size=3, max_size=3)
acts = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(0, 2), st.sampled_from("ab"), st.integers(0, 99)),
        st.tuples(st.just("sync"), st.integers(0, 2), st.integers(0, 2), st.just(0)),
    ),
    max_size=30,
)


class _Device:
    """A machine with a clock that is days off, and a profile that is synced now and then."""

    def __init__(self, number: int, skew: int) -> None:
        self.name = "abc"[number] * 8
        self.now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=skew)
        self.profile = Profile("p")

    def stamp(self, profile: Profile) -> str:
        return stamp_after(profile.newest_stamp, self.now, self.name)

    def mark(self, name: str, value: int) -> Change:
        self.now += timedelta(seconds=1)
        entries = {("progress", name): {"value": value}}
        _, change = write(self.profile, entries, stamp=self.stamp(self.profile), label="")
        self.profile = Pending(self.profile, (change,)).onto(self.profile, self.stamp)
        return change


@many
@given(skews, acts)
def test_three_devices_years_apart_converge(
    skew: list[int], done: Sequence[tuple[str, int, object, int]]
) -> None:
    devices = [_Device(number, days) for number, days in enumerate(skew)]
    for act, first, second, value in done:
        one = devices[first]
        if act == "mark":
            one.mark(str(second), value)
            assert (one.profile.entry(("progress", str(second))) or {})["value"] == value
        else:
            one.profile = merge(one.profile, devices[int(str(second))].profile)
    joined = [merge(merge(a.profile, b.profile), c.profile) for a, b, c in permutations(devices)]
    assert len({str(_content(each)) for each in joined}) == 1
    marked = {str(name) for act, _, name, _ in done if act == "mark"}
    assert set(joined[0].tables.get("progress", {})) == marked


@given(skews, st.integers(0, 2), st.integers(0, 2))
def test_what_is_done_after_a_sync_wins_whatever_the_clocks_say(
    skew: list[int], first: int, second: int
) -> None:
    devices = [_Device(number, days) for number, days in enumerate(skew)]
    devices[first].mark("a", 1)
    devices[second].profile = merge(devices[second].profile, devices[first].profile)
    devices[second].mark("a", 2)
    joined = merge(devices[first].profile, devices[second].profile)
    assert (joined.entry(("progress", "a")) or {})["value"] == 2
