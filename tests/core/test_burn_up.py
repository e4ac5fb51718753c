from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import AT, ROOT, bundled, profile_of
from planner.core.burn_up import work
from planner.core.credit import evidence
from planner.core.profile import Profile
from planner.core.standing import Standing
from planner.storage import curricula

TODAY = date(2026, 11, 26)
SMALL = curricula.load(ROOT / "tests" / "data" / "small", None).catalogue
NAMES = ("first-steps", "store-it", "curves", "fit-it", "other-curves")
DAYS = st.integers(-3, 200).map(lambda back: TODAY - timedelta(days=back))
LOGGED = st.lists(st.tuples(st.sampled_from((*NAMES, "gone")), st.integers(60, 1200), DAYS), max_size=15)
ENTRIES = st.fixed_dictionaries(
    {"status": st.sampled_from(["todo", "doing", "done", "skipped"])},
    optional={"parts": st.integers(0, 30), "started": DAYS, "finished": DAYS, "known": st.booleans()},
)
PROGRESS = st.dictionaries(st.sampled_from(NAMES), ENTRIES)
SETTINGS = {"title": "data-scientist", "hours_per_week": 8, "domain": "finance-fraud"}


def small(studied: list[tuple[str, int, date]], progress: dict[str, dict[str, object]]) -> Standing:
    wanted = {"title": "apprentice", "target": "master", "domain": "pottery", "hours_per_week": 6}
    return Standing(SMALL, profile_of(settings=wanted, stretches=studied, progress=progress), TODAY)


def standing(*, today: date = TODAY, **more: object) -> Standing:
    wanted = {**SETTINGS, **more.pop("settings", {})}  # type: ignore[dict-item]
    return Standing(bundled(), profile_of(settings=wanted, **more), today)  # type: ignore[arg-type]


def evenings(weeks: int, minutes: int = 480) -> list[tuple[str, int, date]]:
    """Return an evening in each of the weeks before this one."""
    return [("ddia", minutes, TODAY - timedelta(weeks=week)) for week in range(1, weeks + 1)]


@given(LOGGED, PROGRESS)
@settings(max_examples=50)
def test_what_was_done_adds_up_and_never_falls(
    studied: list[tuple[str, int, date]], progress: dict[str, dict[str, object]]
) -> None:
    someone = small(studied, progress)
    found = someone.burn_up
    days, hours = zip(*found.points, strict=True)
    assert list(days) == sorted(days)
    assert list(hours) == sorted(hours)
    assert found.today == TODAY
    resources = SMALL.resources.values()
    done = sum(evidence(each, someone.profile) * each.hours for each in resources)
    assert found.done == pytest.approx(done)
    assert found.total == pytest.approx(done + someone.path.hours)


@given(LOGGED, PROGRESS)
@settings(max_examples=50)
def test_the_forecast_widens_towards_all_work(
    studied: list[tuple[str, int, date]], progress: dict[str, dict[str, object]]
) -> None:
    someone = small(studied, progress)
    ahead = someone.burn_up.ahead
    assert all(one.hours < other.hours for one, other in pairwise(ahead))
    assert all(one.even <= other.even and one.likely <= other.likely for one, other in pairwise(ahead))
    assert all(TODAY <= each.even <= each.likely for each in ahead)
    if someone.burn_up.weeks:
        assert (ahead[-1].even, ahead[-1].likely) == (someone.forecast.even, someone.forecast.likely)
    else:
        assert all(each.even == each.likely for each in ahead)
        assert ahead[-1].even == someone.finish(someone.path.hours)


def _work(profile: Profile, name: str) -> dict[date, float]:
    return dict(work(profile, bundled().resources[name], TODAY))


def test_logged_time_counts_on_its_day_and_the_rest_between_start_and_finish() -> None:
    begin = TODAY - timedelta(days=9)
    entry = {"status": "done", "started": begin, "finished": begin + timedelta(days=3)}
    one_evening = [("pro-git", 360, begin + timedelta(days=1))]
    done = _work(profile_of(progress={"pro-git": entry}, stretches=one_evening), "pro-git")
    hours = bundled().resources["pro-git"].hours
    rest = (hours - 6) / 4
    assert [done[begin + timedelta(days=each)] for each in range(4)] == pytest.approx(
        [rest, rest + 6, rest, rest]
    )


def test_parts_without_logged_time_lie_evenly_until_today() -> None:
    entry = {"status": "doing", "parts": 3, "started": TODAY - timedelta(days=2)}
    done = _work(profile_of(progress={"ddia": entry}), "ddia")
    assert sorted(done) == [TODAY - timedelta(days=each) for each in (2, 1, 0)]
    assert len(set(done.values())) == 1


def test_more_hours_than_estimated_are_no_more_work() -> None:
    many = [("pro-git", 60 * 40, TODAY - timedelta(days=each)) for each in range(3)]
    done = _work(profile_of("pro-git", stretches=many), "pro-git")
    assert sum(done.values()) == pytest.approx(bundled().resources["pro-git"].hours)


def test_it_starts_with_the_first_week_or_else_with_the_set_up() -> None:
    assert standing().burn_up.points == ((date.fromisoformat(AT[:10]), 0.0), (TODAY, 0.0))
    assert standing(stretches=evenings(3)).burn_up.start == date(2026, 11, 2)
    early = date(2026, 11, 20)
    assert standing(today=early).burn_up.points == ((early, 0.0), (early, 0.0))


def test_another_target_moves_all_work_and_nothing_that_is_done() -> None:
    far = standing(stretches=evenings(6)).burn_up
    near = standing(stretches=evenings(6), settings={"target": "ml-engineer"}).burn_up
    assert near.points == far.points
    assert near.total < far.total


def test_flags_stand_where_their_legs_end_and_the_last_one_is_the_target() -> None:
    someone = standing(stretches=evenings(6))
    found = someone.burn_up
    assert [(each.role, each.is_target) for each in found.flags] == [
        ("ml-engineer", False),
        ("unicorn-mle", True),
    ]
    assert found.flags[0].reach.hours == pytest.approx(found.done + someone.path.legs[0].hours)
    assert found.flags[1].reach == found.ahead[-1]


def test_a_role_that_is_not_reached_has_no_flag() -> None:
    skipped = {each: {"status": "skipped"} for each in bundled().resources if each != "ddia"}
    assert standing(progress=skipped).burn_up.flags == ()


def test_the_nearer_half_ends_at_the_next_flag() -> None:
    whole = standing(stretches=evenings(6)).burn_up
    near = whole.to_next_flag()
    assert near.flags == whole.flags[:1]
    assert near.ahead[-1] == whole.flags[0].reach
    assert near.points == whole.points
    assert near.to_next_flag() == near


def test_four_weeks_make_the_plan_a_forecast() -> None:
    assert [standing(stretches=evenings(each)).burn_up.weeks for each in (3, 4, 9)] == [0, 4, 9]
