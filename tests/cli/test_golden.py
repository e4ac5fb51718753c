"""What every reading command prints, to the letter, for someone small under a small catalogue.

`python -m pytest tests/cli/test_golden.py --snapshot-update` writes it again: read the difference.
"""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from syrupy.assertion import SnapshotAssertion

from builders import ROOT, at
from command import validator
from planner.cli.commands import cli
from planner.cli.context import Files
from planner.presentation.lines import cells

DATA = ROOT / "tests" / "data"
READING = [
    "status",
    "next -n 3",
    "next --short",
    "path",
    "chart",
    "progress",
    "list",
    "list --area ml --ready",
    "show first-steps",
    "show fit-it",
    "why software",
    "why coding",
    "claim",
    "note first-steps",
    "check",
]
EXPORTS = ["json", "csv", "markdown", "ics"]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "small.profile.toml"
    file.write_bytes((DATA / "small.profile.toml").read_bytes())
    return file


def printed(profile: Path, words: str, **environment: str) -> str:
    """Return what a command prints for this person on a Thursday."""
    files = Files(profile, DATA / "small", at("2026-11-26T20:00:00+01:00"))
    result = CliRunner().invoke(cli, words.split(), obj=files, env=environment, color=True)
    assert result.exit_code == 0, result.output
    assert not result.stderr or words.startswith(("note", "check"))
    return result.stdout.replace(str(ROOT), "")


@pytest.mark.parametrize("width", ["60", "120"])
@pytest.mark.parametrize("words", READING)
def test_plain(words: str, width: str, profile: Path, snapshot: SnapshotAssertion) -> None:
    text = printed(profile, words, COLUMNS=width)
    assert "\x1b" not in text
    if not words.startswith(("note", "check")):
        assert max(map(cells, text.splitlines()), default=0) <= int(width)
    assert text == snapshot


@pytest.mark.parametrize("width", ["60", "120"])
@pytest.mark.parametrize("words", READING)
def test_colours_change_no_letter(words: str, width: str, profile: Path) -> None:
    plain = printed(profile, words, COLUMNS=width)
    coloured = printed(profile, words, COLUMNS=width, FORCE_COLOR="1")
    assert ANSI.sub("", coloured) == plain
    assert ("\x1b[" in coloured) == (not words.startswith(("note", "check")))
    assert printed(profile, words, COLUMNS=width, FORCE_COLOR="1", NO_COLOR="1") == plain


@pytest.mark.parametrize("words", ["status", "progress", "show first-steps"])
def test_coloured(words: str, profile: Path, snapshot: SnapshotAssertion) -> None:
    text = printed(profile, words, COLUMNS="60", FORCE_COLOR="1")
    assert text.replace("\x1b", "␛") == snapshot


@pytest.mark.parametrize("words", [each for each in READING if not each.startswith(("next --short", "note"))])
def test_json(words: str, profile: Path, snapshot: SnapshotAssertion) -> None:
    text = printed(profile, f"{words} --json")
    document = json.loads(text)
    validator(words.partition(" ")[0]).validate(document)
    assert next(iter(document)) == "format"
    assert text == snapshot


@pytest.mark.parametrize("form", EXPORTS)
def test_export(form: str, profile: Path, snapshot: SnapshotAssertion) -> None:
    assert printed(profile, f"export --format {form}") == snapshot


def test_help(snapshot: SnapshotAssertion) -> None:
    """Every command's help, its example included."""
    for name in ("", *sorted(cli.commands), "new curriculum"):
        result = CliRunner().invoke(
            cli, [*name.split(), "--help"], prog_name="planner", env={"COLUMNS": "80"}
        )
        assert result.stdout == snapshot(name=name or "planner")
