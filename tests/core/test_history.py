from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import catalogue_of, competency, profile_of, resource
from planner.core.history import History, monday_of
from planner.core.profile import Profile

TODAY = date(2026, 11, 26)
CATALOGUE = catalogue_of(
    competency("s", "software"),
    competency("m", "ml"),
    competency("d", "domain"),
    resource("soft", {"s": 10}, formerly=("soft-1e",)),
    resource("learn", {"m": 10}),
    resource("shop", {"d": 10}),
)
NAMES = st.sampled_from(["soft", "soft-1e", "learn", "shop", "gone"])
DAYS = st.integers(-3, 60).map(lambda back: TODAY - timedelta(days=back))
STRETCHES = st.lists(st.tuples(NAMES, st.integers(1, 300), DAYS), max_size=30)


def history(profile: Profile) -> History:
    return History(CATALOGUE, profile, TODAY)


def test_hours_go_to_the_area_of_what_was_studied() -> None:
    studied = [("soft", 60, TODAY), ("soft-1e", 30, TODAY), ("learn", 90, TODAY), ("gone", 15, TODAY)]
    total = history(profile_of(stretches=studied)).total
    assert total == (1.5, 1.5, 0.0, 0.25)
    assert total.of("software") == 1.5
    assert total.hours == 3.25


@given(STRETCHES)
def test_days_and_weeks_add_up_to_everything_until_today(studied: list[tuple[str, int, date]]) -> None:
    found = history(profile_of(stretches=studied))
    expected = sum(minutes for _, minutes, day in studied if day <= TODAY) / 60
    assert found.total.hours == pytest.approx(expected)
    assert sum(week.spent.hours for week in found.weeks.values()) == pytest.approx(expected)
    assert all(monday.weekday() == 0 and not week.is_empty for monday, week in found.weeks.items())
    assert list(found.days) == sorted(found.days)


@given(STRETCHES)
def test_the_streak_is_what_one_counts_by_hand(studied: list[tuple[str, int, date]]) -> None:
    found = history(profile_of(stretches=studied))
    marks = [not week.is_empty for week in found.last_weeks(20)]
    runs = "".join("x" if each else " " for each in marks)
    now = runs if runs[-1] == "x" else runs[:-1]
    assert found.streak == len(now) - len(now.rstrip("x"))
    assert found.longest_streak == max(map(len, runs.split()), default=0)


def test_an_empty_week_so_far_is_no_gap_and_a_finish_alone_counts() -> None:
    last, before = TODAY - timedelta(weeks=1), TODAY - timedelta(weeks=2)
    found = history(
        profile_of(progress={"learn": {"status": "done", "finished": before}}, stretches=[("soft", 5, last)])
    )
    assert found.streak == 2
    assert [each.resource.id for each in found.weeks[monday_of(before)].finished] == ["learn"]


def test_weeks_run_from_monday_and_end_with_this_one() -> None:
    weeks = history(profile_of(stretches=[("soft", 60, TODAY)])).last_weeks(3)
    assert [week.monday for week in weeks] == [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)]
    assert [week.is_empty for week in weeks] == [True, True, False]


def test_a_taken_back_finish_and_odd_days_do_no_harm() -> None:
    profile = profile_of(
        progress={
            "soft": {"status": "doing", "finished": TODAY},
            "learn": {"status": "done", "finished": date.min},
            "shop": {"status": "done", "finished": datetime(2026, 11, 23, 10)},
        },
        minutes={"soft": 60},
        stretches=[("soft", 60, date.min), ("soft", 60, date.max), ("soft", 60, datetime(2026, 11, 23, 9))],
    )
    found = history(profile)
    assert [(each.day, each.resource.id) for each in found.finished] == [(date(2026, 11, 23), "shop")]
    assert list(found.days) == [date(2026, 11, 23)]
    assert found.longest_streak == 1
