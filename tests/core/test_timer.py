from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import profile_of, resource
from planner.core.change import take_back, write
from planner.core.history import stretches_of
from planner.core.marking import logged, relogged
from planner.core.merge import merge
from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import stamp_after
from planner.core.timer import LONGEST, Timer, running, started, stopped

HERE, THERE = "k7q2m9xa", "aaaabbbb"
NOW = datetime(2026, 11, 23, 20, tzinfo=timezone(timedelta(hours=1)))
BOOK = resource("ddia", {"databases": 10}, formerly=("ddia-1e",))


def after(profile: Profile, entries: Mapping[Key, Entry], now: datetime = NOW, device: str = HERE) -> Profile:
    return write(profile, entries, stamp=stamp_after(profile.newest_stamp, now, device), label="test")[0]


def timing(profile: Profile, device: str = HERE, now: datetime = NOW) -> Timer:
    found = running(after(profile, started(profile, BOOK, device, now), now, device), device)
    assert found is not None
    return found


def test_a_timer_runs_from_when_it_was_started() -> None:
    timer = timing(profile_of())
    assert (timer.resource, timer.minutes(NOW)) == ("ddia", 0)
    assert timer.minutes(NOW + timedelta(minutes=42, seconds=59)) == 42
    assert timer.minutes(NOW - timedelta(hours=3)) == 0
    assert timer.until_next_minute(NOW + timedelta(seconds=130)) == 50


@given(st.integers(-(10**6), 10**6))
def test_the_next_minute_is_never_longer_away_than_a_minute(seconds: int) -> None:
    assert 0 < timing(profile_of()).until_next_minute(NOW + timedelta(seconds=seconds)) <= 60


def test_starting_it_starts_what_was_still_to_do_and_nothing_else() -> None:
    assert ("progress", "ddia") in started(profile_of(), BOOK, HERE, NOW)
    for profile in (profile_of("ddia"), profile_of(progress={"ddia": {"known": True}})):
        assert list(started(profile, BOOK, HERE, NOW)) == [("timer", HERE)]


def test_stopping_it_logs_one_stretch_on_the_day_it_was_started() -> None:
    before = after(profile_of(), started(profile_of(), BOOK, HERE, NOW))
    timer = running(before, HERE)
    assert timer is not None
    past_midnight = NOW + timedelta(hours=5)
    assert timer.day(past_midnight) == NOW.date()
    stopped_there = after(before, stopped(timer, HERE, 300, timer.day(past_midnight)), past_midnight)
    assert running(stopped_there, HERE) is None
    (stretch,) = stopped_there.stretches
    assert (stretch.resource, stretch.minutes, stretch.day) == ("ddia", 300, NOW.date())


def test_nothing_is_logged_where_nothing_is_meant() -> None:
    assert stopped(timing(profile_of()), HERE, 0, NOW.date()) == {("timer", HERE): {}}


def test_one_run_that_is_stopped_in_two_terminals_is_logged_once() -> None:
    before = after(profile_of(), started(profile_of(), BOOK, HERE, NOW))
    timer = running(before, HERE)
    assert timer is not None
    one = after(before, stopped(timer, HERE, 40, NOW.date()), NOW + timedelta(minutes=40))
    other = after(before, stopped(timer, HERE, 41, NOW.date()), NOW + timedelta(minutes=41))
    assert [each.minutes for each in merge(one, other).stretches] == [41]


def test_two_runs_are_two_stretches() -> None:
    profile = profile_of()
    for hour in range(3):
        now = NOW + timedelta(hours=hour)
        profile = after(profile, started(profile, BOOK, HERE, now), now)
        timer = running(profile, HERE)
        assert timer is not None
        profile = after(profile, stopped(timer, HERE, 30, now.date()), now + timedelta(minutes=30))
    assert [each.minutes for each in stretches_of(profile, BOOK)] == [30, 30, 30]


def test_two_devices_do_not_disturb_each_other() -> None:
    base = profile_of()
    one = after(base, started(base, BOOK, HERE, NOW), device=HERE)
    other = after(base, started(base, BOOK, THERE, NOW), device=THERE)
    both = merge(one, other)
    here, there = running(both, HERE), running(both, THERE)
    assert here is not None
    assert there is not None
    both = after(both, stopped(here, HERE, 10, NOW.date()), NOW + timedelta(minutes=10))
    assert running(both, HERE) is None
    assert running(both, THERE) == there


def test_undoing_a_stop_lets_the_timer_run_on_and_takes_the_minutes_back() -> None:
    base = profile_of("ddia")
    first = after(base, started(base, BOOK, HERE, NOW))
    timer = running(first, HERE)
    assert timer is not None
    stamp = stamp_after(first.newest_stamp, NOW, HERE)
    stopped_there, change = write(first, stopped(timer, HERE, 20, NOW.date()), stamp=stamp, label="stop")
    undone, _, left = take_back(stopped_there, change, stamp=stamp_after(stamp, NOW, HERE))
    again = running(undone, HERE)
    assert not left
    assert not undone.stretches
    assert again is not None
    assert again.since == timer.since


@pytest.mark.parametrize(
    "entry",
    [
        {}, {"resource": "ddia"}, {"resource": 3, "started": NOW}, {"resource": "ddia", "started": "20:00"},
        {"resource": "ddia", "started": datetime(2026, 11, 23, 20)},
        {"resource": "ddia", "started": NOW.date()},
    ],
)  # fmt: skip
def test_what_is_no_timer_does_not_run(entry: dict[str, Any]) -> None:
    assert running(Profile("p", {"timer": {HERE: entry}}), HERE) is None


def test_a_timer_without_a_stamp_still_names_its_stretch() -> None:
    timer = running(Profile("p", {"timer": {HERE: {"resource": "ddia", "started": NOW}}}), HERE)
    assert timer is not None
    (name,) = (name for table, name in stopped(timer, HERE, 5, NOW.date()) if table == "sessions")
    assert name


def test_after_a_working_day_it_was_forgotten() -> None:
    timer = timing(profile_of())
    assert not timer.is_forgotten(NOW + timedelta(minutes=LONGEST))
    assert timer.is_forgotten(NOW + timedelta(minutes=LONGEST + 1))


def test_a_stretch_is_corrected_and_taken_away_and_keeps_what_else_it_says() -> None:
    profile = after(profile_of(), logged(profile_of(), BOOK, 90, NOW.date(), "one"))
    kept = Profile("p", {"sessions": {"one": {**profile.tables["sessions"]["one"], "mood": "good"}}})
    yesterday = NOW.date() - timedelta(days=1)
    corrected = after(kept, relogged(kept, "one", 60, yesterday))
    assert [(each.minutes, each.day) for each in corrected.stretches] == [(60, yesterday)]
    assert corrected.tables["sessions"]["one"]["mood"] == "good"
    assert not after(corrected, relogged(corrected, "one", 0, yesterday)).stretches


def test_stretches_of_a_resource_come_last_first_under_former_ids_too() -> None:
    days = [NOW.date() - timedelta(days=each) for each in (5, 1, 3)]
    profile = profile_of(stretches=[("ddia", 5, days[0]), ("ddia-1e", 1, days[1]), ("other", 9, days[2])])
    assert [each.minutes for each in stretches_of(profile, BOOK)] == [1, 5]


def test_what_is_written_reads_back_the_same() -> None:
    entry = started(profile_of(), BOOK, HERE, NOW.replace(microsecond=123456))["timer", HERE]
    assert entry["started"] == NOW
    assert entry["started"].tzinfo is UTC
