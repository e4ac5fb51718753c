import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from builders import profile_of
from planner.core.profile import Profile
from planner.keeping import prepare_start
from planner.session import ProfileError, Session
from planner.storage import locations, profile_cache, profile_file, profile_format
from planner.storage.profile_file import Snapshot
from profiles import profiles


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "profile.cache"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "profile.toml"
    profile_file.write(file, profile_of("ddia", "cs50p"))
    return file


@given(profiles)
def test_what_comes_from_the_cache_is_what_the_parser_said(
    tmp_path_factory: pytest.TempPathFactory, profile: Profile
) -> None:
    folder = tmp_path_factory.mktemp("home")
    file, cache = folder / "profile.toml", folder / "profile.cache"
    profile_file.write(file, profile)
    parsed = profile_cache.read(file, cache)
    again = profile_cache.read(file, cache)
    assert parsed is not None
    assert again is not None
    assert _told(again) == _told(parsed)


def test_a_profile_that_has_not_changed_is_not_parsed_again(
    file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = profile_cache.read(file, cache)
    monkeypatch.setattr(profile_format, "parse_any", _refuse)
    assert profile_cache.read(file, cache) == parsed
    assert cache.stat().st_mode & 0o777 == 0o600


def test_one_other_byte_and_the_file_is_parsed(file: Path, cache: Path) -> None:
    profile_cache.read(file, cache)
    about = file.stat()
    file.write_text(file.read_text().replace('"done"', '"todo"', 1))
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    seen = profile_cache.read(file, cache)
    assert seen is not None
    assert [each["status"] for each in seen.profile.tables["progress"].values()] == ["todo", "done"]
    assert profile_cache.read(file, cache) == seen


def test_a_damaged_file_is_refused_whatever_is_kept(file: Path, cache: Path) -> None:
    profile_cache.read(file, cache)
    file.write_text(file.read_text() + "half a l")
    with pytest.raises(ProfileError):
        profile_cache.read(file, cache)
    file.unlink()
    assert profile_cache.read(file, cache) is None


@pytest.mark.parametrize("harm", ["torn", "empty", "another", "bit"])
def test_a_cache_that_is_harmed_is_passed_over(file: Path, cache: Path, harm: str) -> None:
    parsed = profile_cache.read(file, cache)
    kept = cache.read_bytes()
    middle = len(kept) // 2
    harmed = {
        "torn": kept[:middle],
        "empty": b"",
        "another": kept.replace(b"planner profile 1", b"planner profile 0"),
        "bit": kept[:middle] + bytes([kept[middle] ^ 1]) + kept[middle + 1 :],
    }
    cache.write_bytes(harmed[harm])
    assert profile_cache.read(file, cache) == parsed
    assert cache.read_bytes() == kept


def test_the_cache_of_another_planner_is_passed_over(
    file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = profile_cache.read(file, cache)
    monkeypatch.setattr(profile_cache, "_KEY", ("another",))
    monkeypatch.setattr(profile_format, "parse_any", _refuse)
    with pytest.raises(AssertionError):
        profile_cache.read(file, cache)
    monkeypatch.undo()
    assert profile_cache.read(file, cache) == parsed


def test_what_was_saved_is_parsed_when_one_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    file = locations.profile_file()
    session = Session.open(file).mark(["ddia"], "done").save()
    prepare_start(session.file)
    monkeypatch.setattr(profile_format, "parse_any", _refuse)
    assert Session.open(file).profile.progress["ddia"].status == "done"


def _told(seen: Snapshot) -> tuple[Any, ...]:
    """Return all of a snapshot, with the types of its values: some that are equal are written differently."""
    profile = seen.profile
    return (seen.content, seen.format, profile.profile_id, repr(profile.tables), repr(profile.extra))


def _refuse(*_: object) -> None:
    raise AssertionError("parsed")
