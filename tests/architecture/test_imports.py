"""What a command loads; the import linter cannot tell a late import from an early one."""

import subprocess
import sys

import pytest

from command import loaded

READING = [
    "",
    "status",
    "next",
    "next --short",
    "path",
    "chart",
    "progress",
    "list",
    "show ddia",
    "why software",
    "claim databases 10",
    "export",
    "undo",
    "restore --list",
    "check",
    "schema",
    "convert README.md",
    "where",
    "keys",
    "timer status",
    "completions fish",
    "--help",
    "--version",
]


@pytest.mark.parametrize("words", READING)
def test_no_command_loads_the_screens(words: str) -> None:
    assert not loaded(*words.split()) & {"textual", "rich", "asyncio"}


def test_importing_planner_is_free() -> None:
    code = "import sys; before = set(sys.modules); import planner; print(len(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 2


def test_the_screens_open_without_the_commands() -> None:
    code = "import planner.cli, planner.cli.recovery, planner.tui.app, sys; print('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    "module", ["planner.storage.locations", "planner.session", "planner.cli", "planner.tui.app"]
)
def test_importing_touches_no_disk_of_the_person(module: str) -> None:
    code = f"import {module}, os; print(os.path.exists(os.environ['PLANNER_HOME']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
