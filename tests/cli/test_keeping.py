import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import SETUP, run
from planner.core.merge import merge
from planner.core.profile import Profile
from planner.storage import profile_file

OTHERS = "2031-01-01T00:00:00.000Z-0000-otherone"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The file of someone who has set up and done one thing."""
    run(*SETUP)
    run("mark", "ddia", "done")
    return tmp_path / "home" / "profile.toml"


def _profile(file: Path) -> Profile:
    found = profile_file.load(file)
    assert found is not None
    return found


def _with(profile: Profile, status: str, *ids: str) -> Profile:
    return profile.with_entries({("progress", each): {"status": status, "at": OTHERS} for each in ids})


def _git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True, text=True)  # noqa: S607
    return done.stdout


def test_what_cannot_be_imported_changes_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = [")
    assert "broken.toml:1" in run("import", str(broken), code=1).stderr
    assert not (tmp_path / "home" / "profile.toml").exists()


def test_importing_the_same_ones_profile_merges_it(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "laptop.toml"
    profile_file.write(other, _with(_profile(own), "done", "pro-git"))
    run("mark", "cs50p", "done")
    run("import", str(other))
    done = {name for name, each in _profile(own).progress.items() if each.status == "done"}
    assert done == {"ddia", "pro-git", "cs50p"}
    assert "before an import" in run("restore", "--list").stdout


def test_importing_anothers_profile_shows_it_and_asks(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    profile_file.write(other, _with(Profile("other"), "skipped", "ddia", "pro-git"))
    before = own.read_bytes()
    refused = run("import", str(other), code=1)
    assert "ddia" in refused.stdout
    assert "here: done" in refused.stdout
    assert "--yes" in refused.stderr
    assert own.read_bytes() == before
    mine = _profile(own).profile_id
    run("import", str(other), "--yes", "--mine")
    assert (_profile(own).progress["ddia"].status, _profile(own).progress["pro-git"].status) == (
        "done",
        "skipped",
    )
    run("import", str(other), "--yes")
    assert _profile(own).progress["ddia"].status == "skipped"
    assert _profile(own).profile_id == mine
    assert "otherone" not in own.read_text()
    assert "nothing that is not here" in run("import", str(other), "--yes", "--mine", code=1).stderr


def test_the_list_of_backups_says_when_how_many_and_what_differs(own: Path) -> None:
    other = own.with_name("other.toml")
    profile_file.write(other, _with(_profile(own), "done", "pro-git", "cs50p"))
    run("import", str(other))
    listed = run("restore", "--list").stdout.splitlines()
    assert len(listed) == 2
    assert "1 marked  2 differ from now" in listed[0]
    assert "0 marked  3 differ from now" in listed[1]
    document = json.loads(run("restore", "--json").stdout)
    assert document["format"] == 1
    assert [each["marks"] for each in document["backups"]] == [1, 0]


def test_restoring_goes_back_and_can_be_taken_back(own: Path) -> None:
    run("mark", "pro-git", "done")
    run("restore", "1")
    assert _profile(own).progress.get("ddia") is None or _profile(own).progress["ddia"].status == "todo"
    run("restore", "1")
    done = {name for name, each in _profile(own).progress.items() if each.status == "done"}
    assert done == {"ddia", "pro-git"}


def test_a_restored_state_wins_against_what_another_machine_still_has(own: Path) -> None:
    elsewhere = _profile(own)
    run("restore", "1")
    assert merge(elsewhere, _profile(own)).progress["ddia"].status == "todo"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe garbage", b"format = 1\n<<<<<<< ours\n"])
def test_a_damaged_profile_is_said_and_restored_and_kept(own: Path, content: bytes) -> None:
    own.write_bytes(content)
    assert "planner restore --list" in run("status", code=1).stderr
    assert own.read_bytes() == content
    assert ("planner merge --install" in run("status", code=1).stderr) == (b"<<<<" in content)
    assert "marked" in run("restore", "--list").stdout
    run("restore", "1")
    assert _profile(own).settings.title == "data-scientist"
    kept = [each.read_bytes() for each in own.parent.glob("state/backups/*/*-restore.toml")]
    assert kept == [content]
    assert "damaged" in run("restore", "--list").stdout


def test_a_missing_profile_is_restored(own: Path) -> None:
    own.unlink()
    run("restore", "1")
    assert _profile(own).settings.title == "data-scientist"


def test_a_missing_profile_with_backups_is_named_with_the_remedy(own: Path) -> None:
    own.unlink()
    assert "planner restore --list" in run("status").stderr
    assert not own.exists()


def test_a_damaged_profile_without_backups_says_what_else_can_be_done(tmp_path: Path) -> None:
    own = tmp_path / "home" / "profile.toml"
    own.parent.mkdir()
    own.write_text("")
    said = run("status", code=1).stderr
    assert "there are no backups" in said
    assert "restore --list" not in said


def test_there_is_no_such_backup(own: Path) -> None:
    before = own.read_bytes()
    assert "there is no backup 99" in run("restore", "99", code=1).stderr
    assert own.read_bytes() == before


def test_a_newer_profile_is_shown_and_never_written(own: Path) -> None:
    newer = own.read_bytes().replace(b"format = 1", b"format = 2")
    own.write_bytes(newer)
    shown = run("status", "--json")
    assert "newer planner" in shown.stderr
    assert json.loads(shown.stdout)["title"] == "data-scientist"
    for words in (("mark", "pro-git", "done"), SETUP, ("restore", "1")):
        assert "update planner" in run(*words, code=1).stderr
        assert own.read_bytes() == newer


def test_the_merge_driver_joins_into_ours(own: Path, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    profile_file.write(ours, _with(_profile(own), "done", "pro-git"))
    profile_file.write(theirs, _with(_profile(own), "done", "cs50p"))
    run("merge", str(own), str(ours), str(theirs))
    assert set(_profile(ours).progress) == {"ddia", "pro-git", "cs50p"}
    theirs.write_text("garbage")
    before = ours.read_bytes()
    assert "theirs" in run("merge", str(own), str(ours), str(theirs), code=1).stderr
    profile_file.write(theirs, Profile("other"))
    assert "another one's" in run("merge", str(own), str(ours), str(theirs), code=1).stderr
    assert ours.read_bytes() == before
    run("merge", code=2)
    run("merge", str(own), code=2)


def test_two_clones_converge_to_the_same_bytes(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    _git(first, "init", "-q", "-b", "main")
    (first / "profile.toml").write_bytes(own.read_bytes())
    run("merge", "--install", "--profile", str(first / "profile.toml"))
    run("merge", "--install", "--profile", str(first / "profile.toml"))
    assert (first / ".gitattributes").read_text() == "profile.toml merge=planner\n"
    _git(first, "add", ".")
    _git(first, "commit", "-qm", "start")
    _git(tmp_path, "clone", "-q", str(first), str(second))
    run("merge", "--install", "--profile", str(second / "profile.toml"))
    for folder, mark in ((first, "pro-git"), (second, "cs50p")):
        run("mark", mark, "done", "--profile", str(folder / "profile.toml"))
        run("mark", "ddia", "skipped", "--profile", str(folder / "profile.toml"))
        _git(folder, "commit", "-qam", mark)
    for folder, other in ((first, second), (second, first)):
        _git(folder, "pull", "-q", "--no-rebase", "--no-edit", str(other), "main")
    assert (first / "profile.toml").read_bytes() == (second / "profile.toml").read_bytes()
    joined = _profile(first / "profile.toml").progress
    assert {name: each.status for name, each in joined.items()} == {
        "ddia": "skipped",
        "pro-git": "done",
        "cs50p": "done",
    }
    assert not _git(first, "status", "--porcelain")


def test_the_driver_is_installed_only_inside_a_repository(own: Path) -> None:
    assert "git refused" in run("merge", "--install", code=1).stderr
    assert not own.with_name(".gitattributes").exists()
