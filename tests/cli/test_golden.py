"""What every reading command prints, to the letter, for someone small under a small catalogue.

`python -m pytest tests/cli/test_golden.py --snapshot-update` writes it again: read the difference.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from syrupy.assertion import SnapshotAssertion

from builders import ROOT, at
from command import validator
from planner.cli.commands import cli
from planner.cli.files import Files
from planner.presentation.lines import cells

DATA = ROOT / "tests" / "data"
READING = [
    "status",
    "next -n 3",
    "next --short",
    "path",
    "path --by-week",
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
    "keys",
    "timer status",
]
CHANGING = [
    "setup --title apprentice --hours-per-week 6 --domain pottery --target master --via none",
    "mark store-it shelf done",
    "part first-steps +1",
    "log evenings 90 --day 2026-11-25",
    "note shelf Oak, not pine",
    "pin long-walk",
    "claim storing 40",
    "claim storing 40 coding 35.5",
    "import another.toml --yes",
    "import list.md",
    "export -o out.csv",
    "merge base.toml copy.toml copy.toml",
    "convert list.md",
    "convert list.md -o found.toml",
    "new curriculum Pottery -o pottery.toml",
    "restore --list",
    "where",
]
LIST = """\
# Reading

## Books

- [x] [Store It](https://example.org/store-it)
- [x] [Else](https://e.org/else)
- [ ] A walk
"""
_NO_JSON = ("next --short", "note", "path --by-week", "keys")
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


@pytest.mark.parametrize("words", [each for each in READING if not each.startswith(_NO_JSON)])
def test_json(words: str, profile: Path, snapshot: SnapshotAssertion) -> None:
    text = printed(profile, f"{words} --json")
    document = json.loads(text)
    validator(words.partition(" ")[0]).validate(document)
    assert next(iter(document)) == "format"
    assert text == snapshot


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes a folder with things to take in and a profile with a backup, and goes there."""

    def make(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PLANNER_HOME", str(folder / "home"))
        text = (DATA / "small.profile.toml").read_text("utf-8")
        theirs = text.replace('"small"', '"another"').replace('"doing"\nparts = 4', '"skipped"')
        texts = {"small.profile.toml": text, "copy.toml": text, "another.toml": theirs, "list.md": LIST}
        for file, content in texts.items():
            (folder / file).write_text(content, "utf-8")
        said(folder, "mark curves done")
        return folder

    return make


def said(place: Path, words: str, **environment: str) -> str:
    """Return what a command says and prints for this person on a Thursday."""
    files = Files(place / "small.profile.toml", DATA / "small", at("2026-11-26T20:00:00+01:00"))
    result = CliRunner().invoke(cli, words.split(), obj=files, env=environment, color=True)
    assert result.exit_code == 0, result.output
    return f"{result.stdout}--- stderr\n{result.stderr}".replace(str(place), "PLACE").replace(str(ROOT), "")


@pytest.mark.parametrize("width", ["60", "120"])
@pytest.mark.parametrize("words", CHANGING)
def test_what_changes(
    words: str, width: str, made: Callable[[str], Path], snapshot: SnapshotAssertion
) -> None:
    text = said(made("place"), words, COLUMNS=width)
    assert "\x1b" not in text
    assert text == snapshot


@pytest.mark.parametrize("words", CHANGING)
def test_colours_change_no_letter_of_what_changes(words: str, made: Callable[[str], Path]) -> None:
    plain = said(made("plain"), words, COLUMNS="60", NO_COLOR="1", FORCE_COLOR="1")
    coloured = said(made("coloured"), words, COLUMNS="60", FORCE_COLOR="1")
    assert ANSI.sub("", coloured) == plain
    assert "\x1b" not in plain


def test_what_was_changed_is_taken_back(made: Callable[[str], Path], snapshot: SnapshotAssertion) -> None:
    place = made("place")
    assert said(place, "undo") == snapshot
    assert said(place, "restore 1") == snapshot


@pytest.mark.parametrize("words", ["restore", "where", "claim storing 40"])
def test_json_of_the_rest(words: str, made: Callable[[str], Path], snapshot: SnapshotAssertion) -> None:
    text, _, _ = said(made("place"), f"{words} --json").partition("--- stderr\n")
    document = json.loads(text)
    validator(words.partition(" ")[0]).validate(document)
    assert next(iter(document)) == "format"
    assert text == snapshot


@pytest.mark.parametrize("width", ["60", "120"])
def test_planner_alone_prints_the_status(width: str, profile: Path) -> None:
    assert printed(profile, "", COLUMNS=width) == printed(profile, "status", COLUMNS=width)


def test_every_command_is_here() -> None:
    """`demo` and `serve` open the screens; the others have tests of their own."""
    typed = {words.split()[0] for words in (*READING, *CHANGING)} | {"undo"}
    assert set(cli.commands) - typed == {"demo", "serve", "schema", "completions", "report"}


@pytest.mark.parametrize("form", EXPORTS)
def test_export(form: str, profile: Path, snapshot: SnapshotAssertion) -> None:
    assert printed(profile, f"export --format {form}") == snapshot


def test_help(snapshot: SnapshotAssertion) -> None:
    """Every command's help, its example included."""
    for name in (
        "",
        *sorted(cli.commands),
        "new curriculum",
        *(f"timer {word}" for word in ("start", "stop", "status")),
    ):
        result = CliRunner().invoke(
            cli, [*name.split(), "--help"], prog_name="planner", env={"COLUMNS": "80"}
        )
        assert result.stdout == snapshot(name=name or "planner")
