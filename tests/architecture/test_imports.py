"""What a command loads; the import linter cannot tell a late import from an early one."""

import subprocess
import sys

import pytest

READING = [
    "",
    "status",
    "next",
    "path",
    "chart",
    "progress",
    "list",
    "show ddia",
    "why software",
    "claim databases 10",
    "export",
    "check",
    "schema",
    "convert README.md",
    "where",
    "completions fish",
    "--help",
    "--version",
]
CODE = """
import sys
from planner.cli.commands import cli
try:
    cli(sys.argv[1:], prog_name="planner")
except SystemExit:
    pass
loaded = {name.partition(".")[0] for name in sys.modules}
print("LOADED", *sorted(loaded & {"textual", "rich", "asyncio"}), file=sys.stderr)
"""


def _loaded(*words: str) -> set[str]:
    command = [sys.executable, "-c", CODE, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (line,) = (each for each in done.stderr.splitlines() if each.startswith("LOADED"))
    return set(line.split()[1:])


@pytest.mark.parametrize("words", READING)
def test_no_command_loads_the_screens(words: str) -> None:
    assert not _loaded(*words.split()) & {"textual", "rich", "asyncio"}


def test_importing_planner_is_free() -> None:
    code = "import sys; before = set(sys.modules); import planner; print(len(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 2


@pytest.mark.parametrize(
    "module", ["planner.storage.locations", "planner.session", "planner.cli", "planner.tui.app"]
)
def test_importing_touches_no_disk_of_the_person(module: str) -> None:
    code = f"import {module}, os; print(os.path.exists(os.environ['PLANNER_HOME']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
