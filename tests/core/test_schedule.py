from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import bundled, profile_of
from planner.core.forecast import LEAST_WEEKS, forecast, forecasts
from planner.core.learning_path import Step
from planner.core.schedule import Schedule, pace
from planner.core.skill import Position

TODAY = date(2026, 11, 23)
HERE = Position(0, 0, 0)


def _step(name: str, hours: float) -> Step:
    return Step(name, hours, HERE, HERE, "programming", (0, 0))


IDS = sorted(bundled().resources)
steps = st.lists(st.floats(0.5, 120), min_size=1, max_size=25).map(
    lambda hours: [_step(each, some) for each, some in zip(IDS, hours, strict=False)]
)


@given(steps, st.floats(1, 40), st.floats(0.5, 3))
def test_weeks_hold_all_hours_and_none_more_than_one_has(path: list[Step], room: float, pace_: float) -> None:
    weeks = Schedule(TODAY, room, pace_).weeks(bundled(), profile_of(), path)
    for week in weeks:
        assert sum(slot.hours for slot in week.slots) <= room + 0.2
    given_ = {step.id: step.hours * pace_ for step in path}
    for each, hours in given_.items():
        held = sum(slot.hours for week in weeks for slot in week.slots if slot.id == each)
        assert held == pytest.approx(hours, abs=0.2 * pace_)
    order = list(dict.fromkeys(slot.id for week in weeks for slot in week.slots))
    assert order == [step.id for step in path]
    assert [week.start for week in weeks] == sorted(week.start for week in weeks)


@given(st.sampled_from([each for each in bundled().resources.values() if each.parts]), st.floats(1, 30))
def test_the_weeks_of_a_large_item_hold_its_parts_in_turn(large: object, room: float) -> None:
    resource = large
    assert hasattr(resource, "parts")
    weeks = Schedule(TODAY, room).weeks(bundled(), profile_of(), [_step(resource.id, resource.hours)])  # type: ignore[attr-defined]
    parts = [slot.parts for week in weeks for slot in week.slots if slot.parts]
    assert parts[0][0] == 1
    assert parts[-1][1] == resource.parts
    assert all(before[1] <= after[0] <= before[1] + 1 for before, after in pairwise(parts))


def test_parts_that_are_ticked_are_not_planned_again() -> None:
    profile = profile_of(progress={"ddia": {"status": "doing", "parts": 5}})
    weeks = Schedule(TODAY, 100).weeks(bundled(), profile, [_step("ddia", 30)])
    assert [slot.parts for week in weeks for slot in week.slots] == [(6, 13)]


def test_a_pause_moves_everything_after_it_by_its_length() -> None:
    pause = (date(2026, 12, 21), date(2027, 1, 3))
    plain, paused = Schedule(TODAY, 7), Schedule(TODAY, 7, pauses=(pause,))
    for hours in (0, 10, 27):
        assert paused.day(hours) == plain.day(hours)
    for hours in (28, 60, 400):
        assert paused.day(hours) == plain.day(hours) + timedelta(days=14)
    assert Schedule(date(2026, 12, 25), 7, pauses=(pause,)).day(0) == date(2027, 1, 4)
    assert Schedule(date(2027, 2, 1), 7, pauses=(pause,)).day(7) == date(2027, 2, 8)


@given(steps, st.lists(st.tuples(st.integers(-30, 300), st.integers(0, 40)), max_size=4))
def test_nothing_is_scheduled_in_a_pause(path: list[Step], gaps: list[tuple[int, int]]) -> None:
    pauses = sorted(
        (TODAY + timedelta(days=start), TODAY + timedelta(days=start + days)) for start, days in gaps
    )
    schedule = Schedule(TODAY, 7, pauses=pauses)
    spans = schedule.spans(path)
    days = [day for span in spans for day in (span.start, span.finish)]
    assert days == sorted(days)
    assert not any(first <= day <= last for day in days for first, last in pauses)


def test_the_day_is_found_however_slow_one_is() -> None:
    assert Schedule(TODAY, 0.5, 3).day(10**7) == date.max


def test_pace_is_hours_spent_over_hours_estimated() -> None:
    assert pace(bundled(), profile_of()) == 1
    hours = bundled().resources["ddia"].hours
    slow = profile_of(progress={"ddia": {"status": "done"}}).with_entries(
        {("sessions", "x"): {"resource": "ddia", "minutes": int(hours * 60 * 2)}}
    )
    assert pace(bundled(), slow) == pytest.approx((2 * hours + 10) / (hours + 10))


def test_too_short_a_history_leaves_the_plan() -> None:
    plan = Schedule(TODAY, 8).day(80)
    for weeks in ([], [8.0] * (LEAST_WEEKS - 1), [0.0] * 12):
        found = forecast(80, weeks, TODAY, 8, "seed")
        assert (found.even, found.likely, found.weeks) == (plan, plan, 0)


def test_the_same_history_gives_the_same_forecast_and_a_faster_one_an_earlier() -> None:
    weeks = [3.0, 9.0, 0.0, 7.5, 12.0, 4.0]
    found = forecast(300, weeks, TODAY, 8, "me 2026-11-23")
    assert found == forecast(300, weeks, TODAY, 8, "me 2026-11-23")
    assert TODAY < found.even <= found.likely
    faster = forecast(300, [2 * each for each in weeks], TODAY, 8, "me 2026-11-23")
    assert faster.likely < found.likely


@given(st.floats(0, 2000), st.lists(st.floats(0, 60), max_size=60), st.floats(0.5, 60))
@settings(max_examples=60)
def test_any_history_has_a_forecast(hours: float, weeks: list[float], room: float) -> None:
    found = forecast(hours, weeks, TODAY, room, "seed")
    assert TODAY <= found.even <= found.likely


@given(
    st.lists(st.floats(0.1, 400), min_size=1, max_size=6), st.lists(st.floats(4, 40), min_size=4, max_size=60)
)
@settings(max_examples=40)
def test_stages_are_forecast_from_the_same_futures(stages: list[float], weeks: list[float]) -> None:
    """Each later than the one before it, the last one as if it were alone."""
    found = forecasts(sorted(stages), weeks, Schedule(TODAY, 8), "seed")
    assert found[-1] == forecast(max(stages), weeks, TODAY, 8, "seed")
    for one, other in pairwise(found):
        assert one.even <= other.even
        assert one.likely <= other.likely


def test_time_off_to_come_moves_the_forecast_by_as_much() -> None:
    weeks, off = [3.0, 9.0, 0.0, 7.5, 12.0, 4.0], (TODAY + timedelta(days=10), TODAY + timedelta(days=23))
    (at_work,) = forecasts([300], weeks, Schedule(TODAY, 8), "seed")
    (away,) = forecasts([300], weeks, Schedule(TODAY, 8, pauses=[off]), "seed")
    assert away.even - at_work.even == away.likely - at_work.likely == timedelta(days=14)


def _coverage(pairs: int, horizon: int) -> float:
    """Return in which share of histories and futures, of many kinds, the likely day held."""
    random, held = Random(horizon), 0
    for number in range(pairs):
        mean, wild, idle = random.uniform(4, 14), random.uniform(0.2, 0.8), random.choice((0.0, 0.15, 0.3))

        def week(mean: float = mean, wild: float = wild, idle: float = idle) -> float:
            return 0.0 if random.random() < idle else mean * random.lognormvariate(0, wild)

        history = [week() for _ in range(12)]
        needed = horizon * (1 - idle) * mean * 2.718 ** (wild**2 / 2)
        day = forecast(needed, history, TODAY, mean, str(number)).likely
        left, passed = needed, 0
        while (studied := week()) < left:
            left, passed = left - studied, passed + 1
        held += TODAY + timedelta(days=round(7 * (passed + left / studied))) <= day
    return held / pairs


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("horizon", [12, 50, 150])
def test_nine_of_ten_futures_hold_the_likely_day(horizon: int) -> None:
    assert 0.83 <= _coverage(1000, horizon) <= 0.97


def test_most_futures_hold_the_likely_day() -> None:
    assert 0.8 <= _coverage(150, 12) <= 1.0
