"""A whole session keeps to itself: no connection to anywhere, no file that another person could read."""

import shutil
import stat
from pathlib import Path

import pytest

from command import SETUP, run
from terminal import Terminal

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")
_TRACED = "trace=socket,connect,bind,sendto,sendmsg"


def _session(*under: str) -> None:
    """Set up, look at everything, change something, take it back, leave."""
    run(*SETUP)
    terminal = Terminal(size=(120, 40), env={"DISPLAY": ""}, under=under)
    terminal.wait_for("Tonight", 60)
    for keys in ("2", "3", "4", "1", "space", "y", "!", "escape", "?", "escape", "u"):
        terminal.press(keys)
        terminal.settle(0.15)
    terminal.wait_for("saved", 60)
    terminal.press("q")
    assert terminal.wait_for_end(60) == 0


def test_a_session_talks_to_nobody_and_its_files_are_the_persons_own(tmp_path: Path) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    _session(str(STRACE), "-f", "-qq", "--seccomp-bpf", "-e", f"{_TRACED},socketpair", "-o", str(log))
    calls = log.read_text("utf-8", "replace")
    assert "socketpair(AF_UNIX" in calls, "nothing was traced"
    assert "AF_INET" not in calls
    assert "AF_NETLINK" not in calls
    run("export", "-o", str(home / "exported.toml"))
    run("export", "-o", str(home / "list.md"))
    run("mark", "ddia", "done")
    run("restore", "1")
    run("new", "curriculum", "Pottery")
    modes = {each: stat.S_IMODE(each.stat().st_mode) for each in (home, *home.rglob("*"))}
    assert len(modes) > 10
    assert {each for each, mode in modes.items() if mode != (0o700 if each.is_dir() else 0o600)} == set()
