"""Every way in which a command can be refused: tests/data/refusals.tsv says how each ends.

Exit code 1: it was understood and cannot be done. Exit code 2: it was not understood.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import planner.cli
from builders import ROOT
from command import run
from planner.cli.commands import cli
from planner.cli.table import TABLE

SMALL = ROOT / "tests" / "data" / "small"
SET_UP = "setup --title apprentice --hours-per-week 8 --domain pottery"
DAMAGED = "format: has no line `format = 1`, so it is damaged or no profile"
NO_BACKUPS = "there are no backups; mend it in an editor, or move it away to begin anew"


@dataclass(frozen=True)
class Refusal:
    """One refusal."""

    typed: str
    said: str
    """The last line on stderr, without who says it."""
    code: int


def _table() -> Iterator[Refusal]:
    for row in (SMALL.parent / "refusals.tsv").read_text("utf-8").splitlines()[1:]:
        code, typed, said = row.split("\t")
        yield Refusal(typed, said, int(code))


REFUSALS = list(_table())
ELSEWHERE = {
    "a browser needs textual-serve": "test_opening.py",
    "cannot be used": "test_web.py",
    "the timer runs for": "test_timing.py",
    "the timer has run for": "test_timing.py",
}
"""Refusals that need more than files: where their tests are."""

READS_THE_PROFILE = [
    "status", "next", "next --short", "path", "chart", "progress", "list", "show curves", "why coding",
    "claim", "note curves", "export", "report", "import another.toml", "import list.md",
    "timer status",
]  # fmt: skip
CHANGES_THE_PROFILE = [
    SET_UP + " --target master --via none", "mark curves done", "part curves 1", "log curves 10",
    "note curves hello", "pin curves", "claim coding 10", "import another.toml --yes",
    "timer start curves",
]  # fmt: skip
LEAVES_THE_PROFILE = [
    "check",
    "schema",
    "convert list.md",
    "where",
    "keys",
    "completions fish",
    "restore --list",
]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a profile and files of every kind that is refused somewhere."""
    folder = tmp_path / "place"
    (folder / "folder").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PLANNER_PROFILE", "profile.toml")
    monkeypatch.setenv("PLANNER_CURRICULA", str(SMALL))
    monkeypatch.setenv("COLUMNS", "300")
    small = SMALL.with_name("small.profile.toml").read_text("utf-8")
    theirs = '[notes.curves]\ntext = "theirs"\nat = "2026-11-01T10:00:00.000Z-0000-aaaaaaaa"\n'
    texts = {
        "profile.toml": small,
        "newer.toml": small.replace("format = 1", "format = 2"),
        "another.toml": f'format = 1\nprofile_id = "another"\n{theirs}',
        "nobody.toml": 'format = 1\nprofile_id = "nobody"\n',
        "damaged.toml": "",
        "there.toml": "precious",
        "advised.toml": (
            'format = 1\nid = "advised"\ntitle = "A"\narea = "ml"\n'
            '[[competency]]\nid = "advised-c"\ntitle = "C"\nweight = 0\n'
        ),
        "list.md": "- [ ] [x](https://e.org)\n",
        "prose.md": "# Nothing\n",
        "file": "",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "bytes.md").write_bytes(b"\xff\xfe")
    return folder


def _files(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda each: each.typed)
def test_a_refusal_says_why_and_changes_nothing(refusal: Refusal, place: Path) -> None:
    before = _files(place.parent)
    result = run(*refusal.typed.split(), code=refusal.code)
    assert result.stderr.splitlines()[-1] == f"{'planner' if refusal.code == 1 else 'Error'}: {refusal.said}"
    assert _files(place.parent) == before


@pytest.mark.parametrize("typed", READS_THE_PROFILE + CHANGES_THE_PROFILE + ["undo"])
def test_a_damaged_profile_is_refused_by_all_that_read_it(typed: str, place: Path) -> None:
    (place / "profile.toml").write_text("")
    before = _files(place)
    said = run(*typed.split(), code=1).stderr
    assert said == f"planner: profile.toml: {DAMAGED}; {NO_BACKUPS}\n"
    assert _files(place) == before


@pytest.mark.parametrize("typed", LEAVES_THE_PROFILE)
def test_a_damaged_profile_is_no_matter_to_the_rest(typed: str, place: Path) -> None:
    (place / "profile.toml").write_text("")
    run(*typed.split())


@pytest.mark.parametrize("typed", CHANGES_THE_PROFILE)
def test_nothing_is_written_into_a_newer_profile(typed: str, place: Path) -> None:
    (place / "profile.toml").write_bytes((place / "newer.toml").read_bytes())
    before = _files(place)
    said = run(*typed.split(), code=1).stderr
    assert "nothing was saved" in said
    assert said.rstrip().endswith("update planner")
    assert _files(place) == before


@pytest.mark.parametrize("typed", CHANGES_THE_PROFILE)
def test_a_profile_that_cannot_be_saved_is_said_to_be(
    typed: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planner.storage.durable._write_new", full)
    before = (place / "profile.toml").read_bytes()
    said = run(*typed.split(), code=1).stderr
    assert "profile.toml: could not be saved, and is as it was: No space left on device" in said
    assert (place / "profile.toml").read_bytes() == before


def test_a_bug_is_one_line_and_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret of the profile")

    monkeypatch.setattr("planner.presentation.reports.status", broken)
    monkeypatch.setattr(sys, "argv", ["planner", "status"])
    with pytest.raises(SystemExit) as ended:
        planner.cli.main()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    report = place.parent / "home" / "state" / "crash.txt"
    assert said.splitlines()[-1].endswith(f"(ZeroDivisionError); that is a bug. The details are in {report}.")
    assert "Traceback" not in said
    assert "secret" not in said


def test_every_command_has_its_refusals() -> None:
    refused = {refusal.typed.split()[0] for refusal in REFUSALS}
    assert set(TABLE) <= refused


def test_every_command_but_those_named_reads_the_profile() -> None:
    named = {typed.split()[0] for typed in READS_THE_PROFILE + CHANGES_THE_PROFILE + LEAVES_THE_PROFILE}
    assert set(TABLE) - named == {"demo", "merge", "new", "serve", "undo"}


def _raised() -> Iterator[tuple[str, int, str]]:
    """Go through what the commands' own code can refuse with: file, line, a form of the words."""
    for file in sorted((ROOT / "src" / "planner" / "cli").glob("*.py")):
        for call in (
            each for each in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(each, ast.Call)
        ):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in ("RefusedError", "UsageError", "fail"):
                yield file.name, call.lineno, _form(call.args[0])


def _form(words: ast.expr) -> str:
    """Return a regular expression for a text; what is filled in may be anything."""
    if isinstance(words, ast.Constant):
        return re.escape(str(words.value))
    if isinstance(words, ast.JoinedStr):
        return "".join(_form(part) for part in words.values)
    return ".+"


def test_every_refusal_in_the_code_is_in_the_table() -> None:
    found = list(_raised())
    assert len(found) > 20
    said = [refusal.said for refusal in REFUSALS]
    for file, line, form in found:
        if form == ".+" or any(words in form.replace("\\", "") for words in ELSEWHERE):
            continue
        assert any(re.search(form, each) for each in said), f"{file}:{line}: {form}"


@pytest.mark.parametrize("name", TABLE)
def test_a_misspelt_command_is_understood(name: str) -> None:
    misspelt = f"{name[:-1]}x{name[-1]}"
    result = CliRunner().invoke(cli, [misspelt])
    assert result.exit_code == 2
    assert re.search(rf"Did you mean.*'{name}'", result.stderr)
