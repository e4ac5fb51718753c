from pathlib import Path

import pytest

from builders import profile_of
from planner.session import Session
from planner.storage import backups, conflict_copies, profile_file

NAMES = (
    "profile.sync-conflict-20261123-024827-ABCDEFG.toml",
    "profile (Anna's conflicted copy 2026-11-23).toml",
    "profile (conflicted copy 2026-11-23 024827).toml",
    "profile (SFConflict anna@example.org 2026-11-23-02-48-27).toml",
    "profile-DESKTOP-7K2Q.toml",
    "profile (1).toml",
    "profile 2.toml",
)
"""Syncthing, Dropbox, Nextcloud, Seafile, OneDrive, Google Drive, iCloud."""
OTHER_FILES = (
    "profile-backup.toml",
    "profile.toml.bak",
    "my profile.toml",
    "profile-2026.toml",
    "profiles.toml",
    "profile.old.toml",
    "curricula.toml",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "home" / "profile.toml"
    profile_file.write(file, profile_of("ours"))
    return file


@pytest.mark.parametrize("name", NAMES)
def test_the_names_that_sync_tools_give_are_known(file: Path, name: str) -> None:
    file.with_name(name).touch()
    assert conflict_copies.find(file) == [file.with_name(name)]


def test_other_files_are_left_alone(file: Path) -> None:
    for each in OTHER_FILES:
        file.with_name(each).touch()
    assert not conflict_copies.find(file)


def test_all_of_them_are_merged_at_the_start_and_kept_as_backups(file: Path) -> None:
    for number, name in enumerate(NAMES):
        profile_file.write(file.with_name(name), profile_of(f"theirs-{number}"))
    session = Session.open(file)
    wanted = {"ours", *(f"theirs-{number}" for number in range(len(NAMES)))}
    assert set(session.profile.progress) == wanted
    assert set((profile_file.load(file) or profile_of()).progress) == wanted
    assert [each.name for each in file.parent.glob("*.toml")] == ["profile.toml"]
    kept = backups.listed(session.store.backup_folder)
    assert sorted(each.reason for each in kept) == ["conflict-copy"] * len(NAMES) + ["merge"]


def test_copies_of_another_or_damaged_stay_where_they_are(file: Path) -> None:
    another, damaged = file.with_name(NAMES[0]), file.with_name(NAMES[1])
    another.write_text('format = 1\nprofile_id = "another"\n')
    damaged.write_text("half a fi")
    before = file.read_bytes()
    session = Session.open(file)
    assert (file.read_bytes(), another.exists(), damaged.exists()) == (before, True, True)
    assert not session.problems


def test_a_copy_beside_the_target_of_a_link_is_found(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    profile_file.write(file.with_name(NAMES[0]), profile_of("theirs"))
    assert set(Session.open(link).profile.progress) == {"ours", "theirs"}


def test_a_copy_that_comes_later_is_taken_in_on_refreshing(file: Path) -> None:
    session = Session.open(file)
    assert session.refreshed() is session
    profile_file.write(file.with_name(NAMES[0]), profile_of("theirs"))
    assert set(session.refreshed().profile.progress) == {"ours", "theirs"}
