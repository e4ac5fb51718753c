from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from builders import ROOT
from planner.core.profile import FORMAT, TABLES
from planner.storage import backups, profile_file, profile_format, profile_store, profile_text
from planner.storage.migration import MIGRATIONS, migrated
from stores import doing, done, save, store_of

FIXTURES = ROOT / "tests" / "data" / "profiles"


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_every_format_ever_shipped_is_read(version: int) -> None:
    profile = profile_file.load(FIXTURES / f"format-{version}.toml")
    assert profile is not None
    assert set(profile.tables) == set(TABLES)
    assert profile.profile_id == "k3v9m2x7q4w8r1t5"
    assert profile.progress["ddia"].parts == 13
    assert profile.claims == {"databases": 40}
    assert profile.minutes == {"ddia": 90}
    assert profile.pins == {"ddia"}


def test_the_newest_fixture_is_what_is_written() -> None:
    file = FIXTURES / f"format-{FORMAT}.toml"
    profile = profile_file.load(file)
    assert profile is not None
    assert profile_text.dump(profile) == file.read_text("utf-8")


def test_there_is_a_step_from_every_older_format() -> None:
    assert set(MIGRATIONS) == set(range(1, FORMAT))


def test_steps_are_taken_one_after_the_other() -> None:
    steps = {
        1: lambda document: {**document, "steps": ["one"]},
        2: lambda document: {**document, "steps": [*document["steps"], "two"]},
    }
    assert migrated({"format": 1}, 1, steps, 3) == {"format": 3, "steps": ["one", "two"]}
    assert migrated({"format": 3}, 3, steps, 3) == {"format": 3}


def _renamed(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Do what a format of the future might: call claims by another name."""
    return {("beliefs" if name == "claims" else name): value for name, value in document.items()}


def test_an_older_file_is_backed_up_before_it_is_written_in_the_new_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "home" / "profile.toml"
    file.parent.mkdir()
    old = (FIXTURES / "format-1.toml").read_bytes()
    file.write_bytes(old)
    for module in (profile_format, profile_text, profile_file, profile_store):
        monkeypatch.setattr(module, "FORMAT", 2)
    monkeypatch.setattr(profile_format, "migrated", partial(migrated, steps={1: _renamed}, newest=2))
    seen = profile_file.read(file)
    assert seen is not None
    assert seen.profile.tables["beliefs"]["databases"]["value"] == 40
    assert file.read_bytes() == old
    store = store_of(file)
    save(store, doing(seen.profile, done("cs50p")), seen)
    assert b"format = 2\n" in file.read_bytes()
    assert b"[beliefs.databases]" in file.read_bytes()
    (kept,) = backups.listed(store.backup_folder)
    assert (kept.reason, kept.file.read_bytes()) == ("migration", old)
