"""The person of the demo has a story to show on every day of the year, and leaves nothing behind."""

import os
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from builders import at, bundled
from planner.core.trail import trail
from planner.demo import DAYS, day_92, throwaway
from planner.session import Session

DAYS_TRIED = ["2026-11-23", "2026-11-29", "2027-01-01", "2028-02-29", "2026-06-18"]


def _person(day: str) -> Session:
    return day_92(Session.open(clock=at(f"{day}T19:00:00+01:00")))


@pytest.mark.parametrize("day", DAYS_TRIED)
def test_there_is_something_to_see_on_every_screen(day: str) -> None:
    person = _person(day)
    standing, profile = person.standing, person.profile
    assert standing.history.streak >= 4
    assert standing.history.longest_streak >= 5
    assert len(standing.history.finished) >= 6
    assert standing.forecast.weeks >= 9
    assert standing.forecast.likely > standing.forecast.even
    assert standing.pace > 1
    assert standing.adopted is not None
    assert profile.plan
    assert profile.plan.day == person.today - timedelta(days=DAYS)
    assert len(trail(standing.history)) >= 8
    assert len(profile.pauses) == len(profile.notes) == 1
    (doing,) = (each for each in bundled().resources.values() if profile.progress_of(each).status == "doing")
    assert 2 <= profile.progress_of(doing).parts < doing.parts
    assert standing.skill.position.software > 29
    assert set(profile.progress) - {doing.id} <= {each.resource.id for each in standing.history.finished}


@pytest.mark.parametrize("day", DAYS_TRIED[:3])
def test_everything_happened_until_yesterday(day: str) -> None:
    person = _person(day)
    today = date.fromisoformat(day)
    days = [each.day for each in person.profile.stretches if each.day]
    assert today - timedelta(days=DAYS) <= min(days)
    assert max(days) == today - timedelta(days=1)
    assert all(first > today - timedelta(days=DAYS) and last < today for first, last in person.profile.pauses)
    assert not any(first <= each <= last for each in days for first, last in person.profile.pauses)
    assert person.profile.newest_stamp < f"{today.isoformat()}"
    assert person.past == ()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_nothing_of_ones_own_is_read_or_written(
    temporary: Path, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    home = tmp_path / "home"
    (home / "curricula").mkdir(parents=True)
    (home / "profile.toml").write_text("mine, and damaged")
    (home / "curricula" / "mine.toml").write_text("damaged")
    before = {file: file.stat() for file in home.rglob("*")}
    with throwaway(clock) as session:
        assert session.file.is_relative_to(temporary)
        assert session.problems == ()
        session.mark(["ddia"], "done").save()
        assert session.file.exists()
    assert {file: file.stat() for file in home.rglob("*")} == before
    assert list(temporary.iterdir()) == []
    assert os.environ["PLANNER_HOME"] == str(home)


def test_it_cleans_up_after_whatever_happens(
    temporary: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLANNER_HOME")
    with pytest.raises(KeyboardInterrupt), throwaway(clock):
        raise KeyboardInterrupt
    assert list(temporary.iterdir()) == []
    assert "PLANNER_HOME" not in os.environ


def test_a_report_of_what_broke_outlives_the_demo(temporary: Path, clock: Callable[[], datetime]) -> None:
    from planner.session import report_crash

    with throwaway(clock):
        said = report_crash(ZeroDivisionError("broken"))
    (folder,) = temporary.iterdir()
    assert str(folder / "state" / "crash.txt") in said
    assert (folder / "state" / "crash.txt").exists()
