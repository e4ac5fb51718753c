import os
import stat
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import AT, profile_of
from planner.core.pending import RESTORE, Pending
from planner.core.profile import Profile
from planner.session import Session
from planner.storage import backups, durable, profile_file
from planner.storage.lock import locked
from planner.storage.profile_file import ProfileError
from planner.storage.profile_store import profile_in
from planner.storage.profile_text import dump
from stores import DEVICE, NOW, doing, done, save, store_of

Clock = Callable[[], datetime]


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _saved(file: Path) -> Profile:
    found = profile_file.load(file)
    assert found is not None
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a profile will be."""
    return tmp_path / "home" / "profile.toml"


def test_saves_for_the_person_alone_and_reads_back(file: Path) -> None:
    file = file.parent / "deeper" / "profile.toml"
    save(store_of(file), doing(profile_of(), done("ddia"), is_new=True))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {stat.S_IMODE(each.stat().st_mode) for each in (file.parent, file.parent.parent)} == {0o700}
    assert _saved(file).progress["ddia"].status == "done"
    assert _names(file.parent) == ["profile.toml"]


def test_no_file_is_nobody_yet(file: Path) -> None:
    assert profile_file.load(file) is None


def test_what_another_planner_wrote_meanwhile_stays(file: Path) -> None:
    start = profile_of()
    save(store_of(file), doing(start, done("from-one")))
    save(store_of(file), doing(start, done("from-two")))
    assert set(_saved(file).progress) == {"from-one", "from-two"}


def test_two_who_both_begin_become_one(file: Path) -> None:
    save(store_of(file), doing(Profile("one"), done("from-one"), is_new=True))
    save(store_of(file), doing(Profile("two"), done("from-two"), is_new=True))
    assert _saved(file).profile_id == "one"
    assert set(_saved(file).progress) == {"from-one", "from-two"}


def test_fields_beside_those_that_were_changed_stay(file: Path) -> None:
    start = profile_of(progress={"ddia": {"status": "doing"}})
    save(store_of(file), doing(start, {("progress", "ddia"): {"status": "doing", "known": True}}))
    save(store_of(file), doing(start, {("progress", "ddia"): {"status": "doing", "parts": 3}}))
    progress = _saved(file).progress["ddia"]
    assert (progress.known, progress.parts) == (True, 3)


def test_what_the_person_did_last_counts_against_a_clock_years_ahead(file: Path) -> None:
    ahead = "2038-01-01T00:00:00.000Z-0007-otherone"
    start = profile_of()
    profile_file.write(file, start.with_entries({("progress", "ddia"): {"status": "skipped", "at": ahead}}))
    save(store_of(file), doing(start, done("ddia")))
    entry = _saved(file).entry(("progress", "ddia"))
    assert entry == {"status": "done", "at": f"2038-01-01T00:00:00.000Z-0008-{DEVICE}"}


def test_another_persons_profile_is_not_overwritten(file: Path) -> None:
    profile_file.write(file, Profile("somebody"))
    before = file.read_bytes()
    with pytest.raises(ProfileError, match="another profile"):
        save(store_of(file), doing(profile_of(), done("ddia")))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage = [",
        b"\xff\xfe",
        b"format = 9\nprofile_id = 'x'\n",
        b"format = 1\n<<<<<<< ours\nprofile_id = 'x'\n=======\n>>>>>>> theirs\n",
    ],
)
def test_what_cannot_be_read_is_never_overwritten(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(ProfileError, match=r"profile\.toml"):
        profile_file.load(file)
    with pytest.raises(ProfileError):
        save(store_of(file), doing(profile_of(), done("ddia")))
    assert file.read_bytes() == content


def test_what_could_not_be_saved_is_in_the_rescue_copy_and_comes_back(file: Path) -> None:
    store, start = store_of(file), profile_of("cs50p")
    file.parent.mkdir()
    file.write_text("garbage")
    for each in ("ddia", "pro-git"):
        with pytest.raises(ProfileError, match="planner import"):
            save(store, doing(start, done(each)))
    rescued = _saved(store.rescue_file)
    assert set(rescued.progress) == {"cs50p", "ddia", "pro-git"}
    assert stat.S_IMODE(store.rescue_file.stat().st_mode) == 0o600
    profile_file.write(file, start)
    save(store, Pending(start).seeing(rescued))
    assert set(_saved(file).progress) == {"cs50p", "ddia", "pro-git"}
    assert not store.rescue_file.exists()


def test_writes_through_a_link_and_keeps_the_mode(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "real" / "mine.toml"
    profile_file.write(target, profile_of())
    target.chmod(0o640)
    file.parent.mkdir()
    file.symlink_to(target)
    save(store_of(file), doing(profile_of(), done("ddia")))
    assert file.is_symlink()
    assert "ddia" in target.read_text()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert _names(target.parent) == ["mine.toml"]


def _dangle(file: Path) -> None:
    file.symlink_to(file.with_name("not-mounted") / "profile.toml")


def _loop(file: Path) -> None:
    file.symlink_to(file)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, _dangle, _loop])
@pytest.mark.parametrize("is_new", [True, False])
def test_what_is_no_regular_file_is_refused(file: Path, make: Callable[[Path], None], is_new: bool) -> None:
    file.parent.mkdir()
    make(file)
    before = os.lstat(file)
    with pytest.raises(ProfileError, match=r"profile\.toml"):
        profile_file.load(file)
    with pytest.raises(ProfileError):
        save(store_of(file), doing(profile_of(), done("ddia"), is_new=is_new))
    assert os.lstat(file).st_ino == before.st_ino
    assert _names(file.parent) == ["profile.toml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_file_is_left_alone(file: Path) -> None:
    profile_file.write(file, profile_of())
    file.chmod(0o400)
    with pytest.raises(ProfileError, match="read-only"):
        save(store_of(file), doing(profile_of(), done("ddia")))


def test_a_newer_profile_can_be_looked_at(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        "format = 2\nprofile_id = 'x'\nprogress = 7\nx = {a = 1}\n[claims.databases]\nvalue = 40\n"
    )
    with pytest.raises(profile_file.NewerPlannerError, match=r"profile\.toml:1: format") as caught:
        profile_file.load(file)
    assert caught.value.profile.claims == {"databases": 40}


def test_what_is_the_same_is_not_written_again(file: Path) -> None:
    seen = save(store_of(file), doing(profile_of(), done("ddia")))
    before = file.stat()
    assert save(store_of(file), Pending(seen.profile), seen) is seen
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_a_killed_save_left_behind_is_swept_up(file: Path) -> None:
    store = store_of(file)
    save(store, doing(profile_of(), done("ddia")))
    ours = file.with_name(f".profile.toml.{DEVICE}0123abcd.tmp")
    theirs, old = (file.with_name(f".profile.toml.otherone0123abc{each}.tmp") for each in "de")
    for each in (ours, theirs, old):
        each.write_text("half")
    os.utime(old, (0, 0))
    save(store, doing(_saved(file), done("pro-git")))
    assert _names(file.parent) == [theirs.name, "profile.toml"]


def test_what_a_killed_save_left_behind_is_swept_up_at_the_start(file: Path) -> None:
    session = Session.open(file)
    session.mark(["ddia"], "done").save()
    left = file.with_name(f".profile.toml.{session.device}0123abcd.tmp")
    left.write_text("half")
    os.utime(left, (time.time() - 60,) * 2)
    Session.open(file)
    assert _names(file.parent) == ["profile.toml", "state"]


def test_the_state_folder_is_swept_of_what_nobody_writes_any_more(file: Path) -> None:
    store = store_of(file)
    save(store, doing(profile_of(), done("ddia")))
    save(store, doing(_saved(file), done("pro-git")))
    folders = (store.state, store.backup_folder)
    for folder in folders:
        for name, age in ((".one.toml.0123abcd.tmp", 7200), (".two.toml.0123abcd.tmp", 60)):
            (folder / name).write_text("half")
            os.utime(folder / name, (time.time() - age,) * 2)
    save(store, doing(_saved(file), done("cs50p")))
    for folder in folders:
        assert [each.name for each in folder.glob(".*")] == [".two.toml.0123abcd.tmp"]


def test_two_do_not_save_at_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(file)
    lock = store.state / "locks" / f"{store.backup_folder.name}.lock"
    monkeypatch.setattr("planner.storage.lock.PATIENCE", 0.1)
    with locked(lock) as held:
        assert held
        with pytest.raises(ProfileError, match="another planner is saving"):
            save(store, doing(profile_of(), done("ddia")))
    assert not file.exists()
    save(store, doing(profile_of(), done("ddia")))
    assert file.exists()
    assert lock.exists()


def test_a_file_system_without_locks_goes_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    save(store_of(file), doing(profile_of(), done("ddia")))
    assert _saved(file).progress["ddia"].status == "done"


def test_a_state_folder_that_cannot_be_made_is_no_reason_to_lose_a_mark(file: Path) -> None:
    store = store_of(file)
    store.state.parent.mkdir(exist_ok=True, parents=True)
    store.state.write_text("in the way")
    save(store, doing(profile_of(), done("ddia")))
    save(store, doing(profile_of(), done("pro-git")))
    assert set(_saved(file).progress) == {"ddia", "pro-git"}


def test_a_backup_is_made_before_the_first_save_and_then_hourly(file: Path) -> None:
    store, profile = store_of(file), profile_of()
    profile_file.write(file, profile)
    for minutes, expected in ((0, 1), (1, 1), (59, 1), (61, 2), (62, 2), (125, 3)):
        seen = save(store, doing(profile, done(f"r{minutes}")), later=timedelta(minutes=minutes))
        profile = seen.profile
        assert len(backups.listed(store.backup_folder)) == expected, minutes
    first = backups.listed(store.backup_folder)[-1]
    assert first.file.read_text() == dump(profile_of())
    assert stat.S_IMODE(first.file.stat().st_mode) == 0o600


def test_a_reason_makes_a_backup_in_any_case(file: Path) -> None:
    store = store_of(file)
    profile_file.write(file, profile_of())
    seen = save(store, doing(profile_of(), done("a")))
    save(store, doing(seen.profile, done("b")), seen, reason="import")
    assert [each.reason for each in backups.listed(store.backup_folder)] == ["import", "save"]


def test_a_change_of_many_entries_makes_a_backup_in_any_case(file: Path, clock: Clock) -> None:
    session = Session.open(file, clock=clock).mark(["ddia"], "done").save().mark(["pro-git"], "done").save()
    many = list(session.catalogue.resources)[:10]
    session.mark(many[:9], "skipped").save()
    assert [each.reason for each in session.store.former()] == ["save"]
    Session.open(file, clock=clock).mark(many, "done").save()
    assert [each.reason for each in session.store.former()] == ["bulk", "save"]


def test_what_another_person_could_not_save_becomes_a_backup(file: Path) -> None:
    store = store_of(file)
    file.parent.mkdir()
    file.write_text("garbage")
    for each in ("one", "two"):
        with pytest.raises(ProfileError):
            save(store, doing(Profile(each), done(f"from-{each}")))
    assert set(_saved(store.rescue_file).progress) == {"from-two"}
    rescued = [profile_in(each) for each in store.former()]
    assert [set(each.progress) for each in rescued if each] == [{"from-two"}, {"from-one"}]


def test_only_a_restore_takes_the_place_of_what_is_damaged_and_keeps_it(file: Path) -> None:
    store = store_of(file)
    seen = save(store, doing(profile_of(), done("ddia")))
    file.write_text("garbage")
    with pytest.raises(ProfileError):
        save(store, doing(seen.profile, done("pro-git")), seen)
    pending = doing(seen.profile, done("cs50p"))
    restore = replace(pending, changes=tuple(replace(each, reason=RESTORE) for each in pending.changes))
    save(store, restore, seen)
    assert set(_saved(file).progress) == {"ddia", "cs50p"}
    assert b"garbage" in [each.file.read_bytes() for each in store.former()]


def test_what_was_seen_last_is_kept_once(file: Path) -> None:
    store = store_of(file)
    seen = save(store, doing(profile_of(), done("ddia")))
    file.unlink()
    for _ in range(2):
        store.keep_seen(seen, NOW)
    assert [(each.reason, each.file.read_bytes()) for each in store.former()] == [("seen", seen.content)]


def test_a_folder_that_cannot_be_flushed_is_no_success(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise durable.UncertainError(5, "Input/output error")

    profile_file.write(file, profile_of())
    monkeypatch.setattr(durable, "_flush_folder", refuse)
    with pytest.raises(ProfileError, match="whether it will last"):
        save(store_of(file), doing(profile_of(), done("ddia")))


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    file = tmp_path / "file.toml"
    file.write_text("old")

    def refuse(_: bytes) -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        durable.write_bytes(file, b"new", refuse)
    assert file.read_text() == "old"
    assert _names(tmp_path) == ["file.toml"]


def test_an_entry_keeps_its_stamp_when_nobody_interfered(file: Path) -> None:
    profile_file.write(file, profile_of("ddia"))
    save(store_of(file), doing(profile_of("ddia"), done("pro-git")))
    assert (_saved(file).entry(("progress", "ddia")) or {})["at"] == AT
