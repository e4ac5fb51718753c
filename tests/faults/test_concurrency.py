"""Many planners at once on one profile: every acknowledged mark is there, and nobody is refused."""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import bundled
from planner.storage import profile_file

PLANNER = [sys.executable, "-m", "planner"]


def _mark_all(env: Mapping[str, str], names: list[str], refused: list[str]) -> None:
    for name in names:
        done = subprocess.run(
            [*PLANNER, "mark", name, "done"], env=env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            refused.append(f"{name}: {done.stderr}")


def _check(home: Path, processes: int, marks: int) -> None:
    """Have so many processes make so many marks each, while someone reads, from no profile at all."""
    env = {**os.environ, "PLANNER_HOME": str(home)}
    file = home / "profile.toml"
    names = list(bundled().resources)[: processes * marks]
    refused: list[str] = []
    threads = [
        threading.Thread(target=_mark_all, args=(env, names[number::processes], refused))
        for number in range(processes)
    ]
    for each in threads:
        each.start()
    reads = 0
    while any(each.is_alive() for each in threads):
        if profile_file.load(file) is not None:  # raises when it is torn
            reads += 1
        threads[0].join(0.01)
    found = profile_file.load(file)
    assert found is not None
    assert not refused
    assert {name for name, each in found.progress.items() if each.status == "done"} == set(names)
    assert reads > processes * marks
    assert {each.name for each in home.iterdir()} == {"profile.toml", "state"}


@pytest.mark.timeout(300)
def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    _check(tmp_path / "home", 2, 4)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("processes", "marks"), [(4, 15), (8, 10)])
def test_many_processes_lose_nothing(tmp_path: Path, processes: int, marks: int) -> None:
    _check(tmp_path / "home", processes, marks)
