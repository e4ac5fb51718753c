"""`planner mark` is killed at a random moment: what was acknowledged is there, and the next start works."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from builders import bundled
from planner.storage import profile_file

PLANNER = [sys.executable, "-m", "planner"]
SETUP = ["setup", "--title", "none", "--hours-per-week", "8", "--domain", "finance-fraud"]


def _mark(env: Mapping[str, str], name: str, kill_after: float | None = None) -> int:
    """Run `planner mark NAME done`, killed after so many seconds; return its exit code."""
    process = subprocess.Popen(
        [*PLANNER, "mark", name, "done"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        return process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _done(file: Path) -> set[str]:
    found = profile_file.load(file)
    assert found is not None
    return {name for name, each in found.progress.items() if each.status == "done"}


def _check_kills(home: Path, times: int) -> None:
    """Kill so many runs, each at a random moment of what an undisturbed run takes just then."""
    env = {**os.environ, "PLANNER_HOME": str(home)}
    file = home / "profile.toml"
    subprocess.run([*PLANNER, *SETUP], env=env, capture_output=True, check=True)
    random, killed, acknowledged = Random(3), 0, set[str]()
    names = cycle(bundled().resources)
    whole = 0.0
    while killed < times:
        name, before, begun = next(names), _done(file), time.monotonic()
        code = _mark(env, name, random.uniform(0.6, 1.1) * whole if whole else None)
        if code == 0:
            acknowledged.add(name)
            whole = time.monotonic() - begun
        else:
            killed += 1
            whole *= 1.02
        assert code in (0, -signal.SIGKILL)
        assert acknowledged | before <= _done(file) <= before | {name}
    assert _mark(env, "pro-git") == 0
    assert acknowledged | {"pro-git"} <= _done(file)
    litter = {each.name for each in home.iterdir()} - {"profile.toml", "state"}
    assert not litter


@pytest.mark.timeout(300)
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    _check_kills(tmp_path / "home", 12)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_three_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    _check_kills(tmp_path / "home", 300)
