import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from planner.core.profile import Profile
from planner.storage.failures import DamagedProfileError, NewerProfileError
from planner.storage.profile_format import parse
from planner.storage.profile_text import dump
from profiles import profiles


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
