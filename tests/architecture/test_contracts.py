"""The import contracts hold, and each one catches what it is there to catch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builders import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")
BREACHES = {
    "Layers point downwards": ("core/tally.py", "import planner.session"),
    "The model is pure": ("core/tally.py", "import pathlib"),
    "What goes to other tools is pure": ("exchange/table.py", "import pathlib"),
    "Only the screens know Textual": ("storage/guard.py", "import rich.text"),
    "Only storage opens files": ("cli/context.py", "import tomllib"),
    "The commands and the screens reach storage": ("tui/saver.py", "import planner.storage.guard"),
    "pydantic stays at the edge": ("session.py", "import pydantic"),
    "A command never loads the screens": ("cli/reading.py", "import planner.tui.saver"),
    "No cycles": ("core/tally.py", "import planner.core.skill"),
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [LINTER, "--config", str(folder / "pyproject.toml"), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_caught(contract: str, copy: Path) -> None:
    file, breach = BREACHES[contract]
    broken = copy / "src" / "planner" / file
    text = broken.read_text("utf-8")
    broken.write_text(f"{text}\n{breach}\n", "utf-8")
    done = _lint(copy)
    assert done.returncode == 1, done.stdout
    (line,) = (each for each in done.stdout.splitlines() if each.startswith(contract) and "BROKEN" in each)
    assert line


def test_a_stray_module_is_caught(copy: Path) -> None:
    (copy / "src" / "planner" / "utils.py").write_text('"""Anything."""\n')
    assert _lint(copy).returncode == 1


def test_the_contracts_hold(copy: Path) -> None:
    done = _lint(copy)
    assert done.returncode == 0, done.stdout
