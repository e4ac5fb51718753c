from datetime import date
from functools import cached_property

from hypothesis import given
from hypothesis import strategies as st

from planner.core.profile import TABLES, Key, Profile

VIEWS = [name for name, each in vars(Profile).items() if isinstance(each, cached_property)]
fields = {
    "value": st.sampled_from([40, True, "cs50p", "finance-fraud", 8]),
    "status": st.sampled_from(["doing", "done"]),
    "text": st.sampled_from(["a note", ""]),
    "resource": st.sampled_from(["ddia", "cs50p"]),
    "minutes": st.integers(0, 90),
    "from": st.just(date(2026, 1, 1)),
    "to": st.just(date(2026, 1, 9)),
    "legs": st.just([{"target": "unicorn-mle", "items": ["ddia"]}]),
    "at": st.sampled_from(["", "x"] + [f"2026-01-0{day}T00:00:00.000Z-0000-testtest" for day in range(1, 5)]),
}
entries = st.fixed_dictionaries({}, optional=fields)
names = st.sampled_from(["ddia", "cs50p", "adopted", "hours_per_week", "2026-01-01"])
tables = st.dictionaries(st.sampled_from(TABLES), st.dictionaries(names, entries, max_size=3))
changes = st.dictionaries(st.tuples(st.sampled_from(TABLES), names), entries, max_size=3)


@given(tables, st.lists(st.tuples(st.sets(st.sampled_from(VIEWS)), changes), min_size=1, max_size=3))
def test_what_was_read_before_a_change_is_what_is_read_after_it(
    tables: dict[str, dict[str, dict[str, object]]],
    steps: list[tuple[set[str], dict[Key, dict[str, object]]]],
) -> None:
    profile = Profile("x", tables)
    for views, entries in steps:
        for view in views:
            getattr(profile, view)
        profile = profile.with_entries(entries)
    fresh = Profile("x", profile.tables)
    assert {view: getattr(profile, view) for view in VIEWS} == {view: getattr(fresh, view) for view in VIEWS}


def test_what_was_read_from_other_tables_is_not_read_again() -> None:
    stamp = "2026-01-01T00:00:00.000Z-0000-testtest"
    profile = Profile("x", {"sessions": {"1": {"resource": "ddia", "minutes": 30, "at": stamp}}})
    stretches, _ = profile.stretches, profile.newest_stamp
    later = profile.with_entries({("progress", "ddia"): {"status": "done", "at": stamp}})
    assert later.stretches is stretches
    assert "newest_stamp" in vars(later)


def test_a_mark_reads_what_was_marked_and_nothing_else_again() -> None:
    profile = Profile("x", {"progress": {"ddia": {"status": "done"}, "cs50p": {"status": "doing"}}})
    before = profile.progress
    later = profile.with_entries({("progress", "ddia"): {"status": "todo"}}).progress
    assert later["ddia"].status == "todo"
    assert later["cs50p"] is before["cs50p"]
