import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.profile import TABLES, Profile
from planner.storage.profile_format import DamagedProfileError, NewerProfileError, parse
from planner.storage.profile_text import dump

texts = st.text(st.characters(codec="utf-8"), max_size=20)
leaves = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
)
entries = st.dictionaries(texts, st.one_of(leaves, st.lists(leaves, max_size=3)), max_size=4)
tables = st.dictionaries(texts, entries, min_size=1, max_size=3)
profiles = st.builds(
    Profile,
    st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1),
    st.dictionaries(st.sampled_from([*TABLES, "of-tomorrow"]), tables, max_size=4),
    st.dictionaries(st.sampled_from(["u", "v"]), leaves, max_size=2),
)


@given(profiles)
def test_what_is_written_reads_back_the_same(profile: Profile) -> None:
    back = parse(dump(profile))
    assert (back.profile_id, back.tables, back.extra) == (profile.profile_id, profile.tables, profile.extra)
    assert dump(back) == dump(profile)


def test_reads_the_profile_of_the_design() -> None:
    profile = parse(
        """
        format = 1
        profile_id = "k3v9"
        [settings.hours_per_week]
        value = 8
        [claims.databases]
        value = 40
        [progress.ddia]
        status = "doing"
        known = false
        parts = 3
        started = 2026-11-01
        at = "2026-11-23T02:48:27.023Z-0000-k7q2m9xa"
        [sessions."2026-11-22T19:30:00.000Z-0000-k7q2m9xa"]
        resource = "ddia"
        day = 2026-11-22
        minutes = 90
        [pins.ddia]
        value = true
        """
    )
    assert profile.settings.hours_per_week == 8
    assert profile.claims == {"databases": 40}
    assert profile.progress["ddia"].started == date(2026, 11, 1)
    assert profile.minutes == {"ddia": 90}
    assert profile.pins == {"ddia"}
    assert profile.newest_stamp == "2026-11-23T02:48:27.023Z-0000-k7q2m9xa"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "no line `format = 1`"),
        ('profile_id = "x"', None, "no line `format = 1`"),
        ("format = true\n", 1, "no line `format = 1`"),
        ("format = 1\n", None, "no profile_id"),
        ('format = 1\nprofile_id = "x"\n[progress]\nddia = "done"\n', 4, "should be a table [progress.ddia]"),
        ('format = 1\nprofile_id = "x"\nprogress = 5\n', 3, "not a value"),
        ('format = 1\n<<<<<<< ours\nprofile_id = "x"\n', 2, "conflict markers"),
        ("x = " + "[" * 500, 1, "nested"),
    ],
)
def test_what_is_no_profile_is_refused_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(DamagedProfileError, match=None) as caught:
        parse(text)
    assert words in caught.value.reason
    assert caught.value.line == line


def test_a_profile_of_a_newer_planner_is_named_as_such() -> None:
    with pytest.raises(NewerProfileError) as caught:
        parse('format = 99\nprofile_id = "x"\n')
    assert "update planner" in caught.value.reason


@pytest.mark.parametrize(
    "entry",
    [
        {"status": "finished"},
        {"status": 5, "known": "yes", "parts": -1, "started": "soon"},
        {"parts": True},
        {"parts": float("inf")},
    ],
)
def test_values_that_make_no_sense_are_passed_over_and_kept(entry: dict[str, Any]) -> None:
    profile = Profile(
        "x", {"progress": {"ddia": entry}, "claims": {"a": {"value": "much"}, "b": {"value": 1e9}}}
    )
    assert profile.progress["ddia"].status == "todo"
    assert profile.progress["ddia"].parts == 0
    assert profile.claims == {"b": 100.0}
    assert tomllib.loads(dump(profile))["progress"]["ddia"] == entry
