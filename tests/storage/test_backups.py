from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planner.storage import backups
from planner.storage.backups import DAILY, MONTHLY, RECENT, Backup, superfluous

START = datetime(2026, 1, 1, tzinfo=UTC)
hours = st.lists(st.integers(0, 24 * 365 * 3), unique=True, max_size=120)


def _backups(after: list[int]) -> list[Backup]:
    """Return backups made so many hours after the start, the newest first."""
    taken = sorted((START + timedelta(hours=each) for each in after), reverse=True)
    return [Backup(Path(f"{each:%Y%m%d%H}"), each, "save") for each in taken]


def _kept(every: list[Backup]) -> list[Backup]:
    gone = {each.file for each in superfluous(every)}
    return [each for each in every if each.file not in gone]


def test_two_years_of_hourly_backups_become_a_few() -> None:
    every = _backups(list(range(24 * 730)))
    kept = _kept(every)
    assert len(kept) <= RECENT + DAILY + MONTHLY
    assert kept[:RECENT] == every[:RECENT]
    assert len({each.taken.date() for each in kept}) >= DAILY
    assert len({(each.taken.year, each.taken.month) for each in kept}) == MONTHLY


@given(hours)
def test_the_newest_of_each_recent_day_and_month_is_kept(after: list[int]) -> None:
    every = _backups(after)
    kept = _kept(every)
    assert kept[:RECENT] == every[:RECENT]
    for form, most in (("%Y%m%d", DAILY), ("%Y%m", MONTHLY)):
        wanted = list(dict.fromkeys(each.taken.strftime(form) for each in every))[:most]
        last = [next(each for each in every if each.taken.strftime(form) == name) for name in wanted]
        assert set(last) <= set(kept)


@given(hours, st.integers(1, 200))
def test_thinning_again_takes_nothing_more(after: list[int], later: int) -> None:
    every = _backups(after)
    kept = _kept(every)
    assert not superfluous(kept)
    newer = Backup(Path("newer"), START + timedelta(days=later + 365 * 4), "save")
    assert newer not in superfluous([newer, *kept])


def test_backups_of_one_moment_keep_their_order(tmp_path: Path) -> None:
    for number, reason in enumerate(("save", "import", "merge")):
        backups.keep(tmp_path, f"{number}".encode(), START, reason)
    assert [each.reason for each in backups.listed(tmp_path)] == ["merge", "import", "save"]
    assert backups.listed(tmp_path)[0].file.read_text() == "2"


def test_other_files_are_no_backups_and_the_future_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text("x")
    (tmp_path / "20269999T000000.000Z-save.toml").write_text("x")
    assert not backups.listed(tmp_path)
    assert backups.is_due(tmp_path, START)
    backups.keep(tmp_path, b"x", START + timedelta(days=4000), "save")
    assert backups.is_due(tmp_path, START)
    backups.keep(tmp_path, b"y", START, "save")
    assert not backups.is_due(tmp_path, START + timedelta(minutes=59))
    assert backups.is_due(tmp_path, START + timedelta(minutes=60))
    assert not backups.listed(tmp_path / "missing")


def test_what_fails_again_and_again_does_not_push_the_older_ones_out(tmp_path: Path) -> None:
    first = backups.keep(tmp_path, b"one", START, "save")
    assert backups.keep(tmp_path, b"one", START + timedelta(minutes=1), "merge") == first
    backups.keep(tmp_path, b"two", START + timedelta(minutes=2), "merge")
    backups.keep(tmp_path, b"one", START + timedelta(minutes=3), "merge")
    assert [each.file.read_bytes() for each in backups.listed(tmp_path)] == [b"one", b"two", b"one"]
