import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from builders import AT, profile_of
from planner.storage import profile_file
from planner.storage.durable import write_text
from planner.storage.profile_file import ProfileError
from planner.storage.profile_format import dump, parse

SAVER = """
import sys
from pathlib import Path
from planner.core.profile import Profile
from planner.storage.profile_file import save

file = Path(sys.argv[1])
for number in range(10**6):
    stamp = f"2026-01-01T00:00:{number // 1000 % 60:02}.{number % 1000:03}Z-0000-testtest"
    notes = {f"n{index}": {"text": "x" * 200, "at": stamp} for index in range(50)}
    save(file, Profile("crash", {"notes": notes, "claims": {"a": {"value": number % 100, "at": stamp}}}))
    print(number, flush=True)
"""


def _entries(*ids: str) -> dict[tuple[str, str], dict[str, str]]:
    return {("progress", each): {"status": "done", "at": AT} for each in ids}


def test_saves_for_the_person_alone_and_reads_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "profile.toml"
    profile_file.save(file, profile_of("ddia"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    loaded = profile_file.load(file)
    assert loaded is not None
    assert loaded.progress["ddia"].status == "done"
    assert [each.name for each in file.parent.iterdir()] == ["profile.toml"]


def test_no_file_is_nobody_yet(tmp_path: Path) -> None:
    assert profile_file.load(tmp_path / "profile.toml") is None


def test_what_another_planner_wrote_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    start = profile_of()
    profile_file.save(file, start.with_entries(_entries("from-one")))
    joined = profile_file.save(file, start.with_entries(_entries("from-two")))
    assert set(joined.progress) == {"from-one", "from-two"}


def test_another_persons_profile_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text('format = 1\nprofile_id = "somebody"\n')
    with pytest.raises(ProfileError, match="another profile"):
        profile_file.save(file, profile_of("ddia"))
    assert file.read_text() == 'format = 1\nprofile_id = "somebody"\n'


@pytest.mark.parametrize("content", [b"", b"garbage = [", b"\xff\xfe", b"format = 9\nprofile_id = 'x'\n"])
def test_what_cannot_be_read_is_never_overwritten(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "profile.toml"
    file.write_bytes(content)
    with pytest.raises(ProfileError, match=r"profile\.toml"):
        profile_file.load(file)
    with pytest.raises(ProfileError):
        profile_file.save(file, profile_of("ddia"))
    assert file.read_bytes() == content


def test_writes_through_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    target = tmp_path / "real" / "mine.toml"
    target.parent.mkdir()
    target.write_text(dump(profile_of()))
    target.chmod(0o640)
    link = tmp_path / "profile.toml"
    link.symlink_to(target)
    profile_file.save(link, profile_of("ddia"))
    assert link.is_symlink()
    assert "ddia" in target.read_text()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_regular_file_is_refused(tmp_path: Path, make: object) -> None:
    file = tmp_path / "profile.toml"
    make(file)  # type: ignore[operator]
    with pytest.raises(ProfileError):
        profile_file.save(file, profile_of())


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    file = tmp_path / "file.toml"
    file.write_text("old")

    def refuse(_: str) -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        write_text(file, "new", refuse)
    assert file.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["file.toml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    profile_file.save(file, profile_of())
    file.chmod(0o400)
    with pytest.raises(ProfileError, match="read-only"):
        profile_file.save(file, profile_of("ddia"))


def test_the_device_is_kept_once_something_is_saved(tmp_path: Path) -> None:
    name = profile_file.device(tmp_path)
    assert not list(tmp_path.iterdir())
    profile_file.keep_device(tmp_path, name)
    assert profile_file.device(tmp_path) == name
    (tmp_path / "device").write_text("not eight characters\n")
    assert len(profile_file.device(tmp_path)) == 8


def _kill_during_saves(file: Path, delay: float) -> int:
    """Kill a process that saves without end after a while; return its last acknowledged save."""
    process = subprocess.Popen([sys.executable, "-c", SAVER, str(file)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    last = int(process.stdout.readline())
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    for line in process.stdout:
        if line.endswith("\n"):
            last = int(line)
    process.wait()
    process.stdout.close()
    return last


def _check_after_kills(file: Path, times: int) -> None:
    random = Random(1)
    for _ in range(times):
        file.unlink(missing_ok=True)
        last = _kill_during_saves(file, random.uniform(0.0, 0.06))
        profile = parse(file.read_text("utf-8"))
        assert len(profile.tables["notes"]) == 50
        assert profile.claims.get("a", 0.0) in {last % 100, (last + 1) % 100}


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    _check_after_kills(tmp_path / "profile.toml", 12)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_three_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    _check_after_kills(tmp_path / "profile.toml", 300)
