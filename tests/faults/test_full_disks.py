"""Disks that are full or read-only, and limits on files: the old bytes stay, and the next start works."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from planner.storage import profile_file

PLANNER = [sys.executable, "-m", "planner"]
SETUP = ("setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud")
pytestmark = pytest.mark.timeout(300)
AS_ROOT = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount file systems"
)


def _run(
    disk: Path, home: Path, *words: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PLANNER_HOME": str(home), "PLANNER_PROFILE": str(disk / "profile.toml")}
    return subprocess.run(
        [*PLANNER, *words], env=env, capture_output=True, text=True, check=False, preexec_fn=before
    )


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, small, with a profile on it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("cannot mount here")
    try:
        assert _run(folder, tmp_path / "home", *SETUP).returncode == 0
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S607


def _check_refused(disk: Path, home: Path, words: str, before: Callable[[], None] | None = None) -> None:
    """Have a mark refused: nothing changes, the reason is said, and a rescue copy has the mark."""
    file = disk / "profile.toml"
    old, names = file.read_bytes(), sorted(each.name for each in disk.iterdir())
    done = _run(disk, home, "mark", "ddia", "done", before=before)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == old
    assert sorted(each.name for each in disk.iterdir()) == names
    assert _run(disk, home, "status").returncode == 0


def _check_rescue(disk: Path, home: Path) -> None:
    """Take what could not be saved from the rescue copy."""
    (rescue,) = (home / "state" / "rescue").iterdir()
    assert stat.S_IMODE(rescue.stat().st_mode) == 0o600
    assert _run(disk, home, "mark", "pro-git", "done").returncode == 0
    assert _run(disk, home, "import", str(rescue)).returncode == 0
    found = profile_file.load(disk / "profile.toml")
    assert found is not None
    assert {name for name, each in found.progress.items() if each.status == "done"} == {"ddia", "pro-git"}
    assert not rescue.exists()


@AS_ROOT
def test_a_full_disk(disk: Path, tmp_path: Path) -> None:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(b"x" * 512)
    _check_refused(disk, tmp_path / "home", "No space left on device")
    filler.unlink()
    _check_rescue(disk, tmp_path / "home")


@AS_ROOT
def test_a_disk_that_is_read_only(disk: Path, tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
    _check_refused(disk, tmp_path / "home", "is read-only")
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)  # noqa: S607
    _check_rescue(disk, tmp_path / "home")


@AS_ROOT
def test_everything_is_full_and_nothing_can_be_rescued(disk: Path) -> None:
    home = disk / "home"
    assert _run(disk, home, "status").returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
    _check_refused(disk, home, "no rescue copy could be made")


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert _run(tmp_path, home, *SETUP).returncode == 0
    size = (tmp_path / "profile.toml").stat().st_size

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    old = (tmp_path / "profile.toml").read_bytes()
    done = _run(tmp_path, home, "mark", "ddia", "done", before=limit)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert (tmp_path / "profile.toml").read_bytes() == old
    assert _run(tmp_path, home, "mark", "ddia", "done").returncode == 0
    assert not list(tmp_path.glob(".*"))
