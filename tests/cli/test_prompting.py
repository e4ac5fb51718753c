"""`planner next --short` answers from what it answered before exactly as long as that is the answer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner

from builders import OWN_CURRICULUM, at
from command import SETUP, loaded, run
from planner.cli.commands import cli
from planner.cli.files import Files
from planner.session import Session

EVENING = "2026-11-26T20:00:00+01:00"
NEXT = ("next", "--short")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of someone who is set up, to be copied."""
    home = tmp_path_factory.mktemp("prompt") / "home"
    command = [sys.executable, "-m", "planner", *SETUP]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PLANNER_HOME": str(home)})
    return home


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    """The folder of someone who is set up."""
    return Path(shutil.copytree(template, tmp_path / "home"))


def ask(*words: str, moment: str = EVENING, code: int = 0) -> str:
    """Return what the prompt is told at a moment."""
    result = CliRunner().invoke(cli, [*NEXT, *words], obj=Files(clock=at(moment)), prog_name="planner")
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows whenever a session is opened: the answer was worked out."""
    calls: list[object] = []
    real = Session.open.__func__  # type: ignore[attr-defined]

    def counted(cls: type[Session], *arguments: object) -> Session:
        calls.append(arguments)
        return real(cls, *arguments)  # type: ignore[no-any-return]

    monkeypatch.setattr(Session, "open", classmethod(counted))
    return calls


def test_the_second_answer_is_the_first_one_and_opens_nothing(home: Path, opened: list[object]) -> None:
    first = ask()
    assert (home / "state" / "answers.cache").stat().st_mode & 0o777 == 0o600
    assert first.strip()
    assert [ask(), ask()] == [first, first]
    assert len(opened) == 1


def test_a_known_answer_loads_neither_model_nor_parsers(home: Path) -> None:
    assert home.exists()
    for words in (NEXT, ("--profile", str(home / "profile.toml"), *NEXT)):
        loaded(*words)
        modules = loaded(*words)
        assert not {each for each in modules if each.startswith("planner.core.")} - {"planner.core.text"}
        assert not modules & {"planner.session", "pydantic", "tomllib", "json", "hashlib", "tomli_w"}


def _mark(_: Path) -> None:
    run("mark", "pytest-book", "done")


def _edit_by_hand(home: Path) -> None:
    file = home / "profile.toml"
    file.write_text(file.read_text("utf-8").replace("value = 8\n", "value = 9\n"), "utf-8")


def _add_a_curriculum(home: Path) -> None:
    (home / "curricula").mkdir()
    (home / "curricula" / "good.toml").write_text(OWN_CURRICULUM, "utf-8")


def _leave_a_copy(home: Path) -> None:
    file = home / "profile.toml"
    (home / "profile.sync-conflict-20261126-200000-ABCDEFG.toml").write_bytes(file.read_bytes())


def _take_the_profile_away(home: Path) -> None:
    (home / "profile.toml").unlink()


@pytest.mark.parametrize(
    "change", [_mark, _edit_by_hand, _add_a_curriculum, _leave_a_copy, _take_the_profile_away]
)
def test_after_a_change_it_is_worked_out_again(
    change: Callable[[Path], None], home: Path, opened: list[object]
) -> None:
    ask()
    change(home)
    opened.clear()
    changed = ask()
    assert len(opened) == 1
    (home / "state" / "answers.cache").unlink()
    assert ask() == changed


def test_a_curriculum_that_was_edited_or_went_away_counts_as_a_change(
    home: Path, opened: list[object]
) -> None:
    _add_a_curriculum(home)
    ask()
    file = home / "curricula" / "good.toml"
    for step in (lambda: file.write_text(OWN_CURRICULUM.replace("Pottery", "Weaving")), file.unlink):
        step()
        opened.clear()
        ask()
        ask()
        assert len(opened) == 1


@pytest.mark.parametrize("other", ["day", "width", "version", "profile", "curricula"])
def test_another_question_is_not_answered_with_this_answer(
    other: str, home: Path, opened: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = ask()
    opened.clear()
    if other == "day":
        ask(moment="2026-11-27T00:00:00+01:00")
    elif other == "width":
        monkeypatch.setenv("COLUMNS", "40")
        assert len(ask()) < len(long)
    elif other == "version":
        monkeypatch.setattr("planner.prompt.__version__", "0.0.1")
        ask()
    elif other == "profile":
        ask("--profile", str(tmp_path / "another.toml"))
    else:
        (tmp_path / "none").mkdir()
        assert not ask("--curricula", str(tmp_path / "none"))
    assert len(opened) == 1
    assert home.exists()


def test_answers_for_some_widths_are_remembered_side_by_side(
    home: Path, opened: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in ("40", "80", "120", "40", "80", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        ask()
    assert len(opened) == 3
    for columns in map(str, range(50, 100)):
        monkeypatch.setenv("COLUMNS", columns)
        ask()
    assert (home / "state" / "answers.cache").stat().st_size < 1 << 14


@pytest.mark.parametrize("at_byte", [0, 5, 18, 20, 22, 100, -1])
def test_a_flipped_byte_is_passed_over(at_byte: int, home: Path, opened: list[object]) -> None:
    answer = ask()
    file = home / "state" / "answers.cache"
    content = bytearray(file.read_bytes())
    content[at_byte] ^= 0xFF
    file.write_bytes(content)
    assert (ask(), ask()) == (answer, answer)
    assert len(opened) == 2


@pytest.mark.parametrize(
    "content", [b"", b"planner answers 1\n", b"garbage", b"planner answers 1\n" + b"x" * 40]
)
def test_what_is_no_cache_is_passed_over(content: bytes, home: Path) -> None:
    answer = ask()
    (home / "state" / "answers.cache").write_bytes(content)
    assert ask() == answer


def test_a_cache_that_cannot_be_written_is_no_trouble(home: Path) -> None:
    (home / "state" / "answers.cache").mkdir()
    assert ask() == ask()


def test_a_prompt_makes_no_folder(tmp_path: Path) -> None:
    ask()
    ask()
    assert not (tmp_path / "home").exists()


def test_a_profile_that_cannot_be_read_is_said_every_time(home: Path) -> None:
    ask()
    (home / "profile.toml").write_text("")
    for _ in range(2):
        assert "format: has no line" in run(*NEXT, code=1).stderr
    (home / "profile.toml").unlink()
    (home / "profile.toml").symlink_to(home / "gone.toml")
    for _ in range(2):
        assert "is a link to" in run(*NEXT, code=1).stderr


def test_a_profile_of_a_newer_planner_is_named_every_time(home: Path) -> None:
    file = home / "profile.toml"
    file.write_text(file.read_text("utf-8").replace("format = 1", "format = 99"), "utf-8")
    for _ in range(2):
        assert "read-only" in run(*NEXT).stderr


def test_many_prompts_at_once_agree(home: Path) -> None:
    command = [sys.executable, "-m", "planner", *NEXT]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) for _ in range(4)]
    printed = {each.communicate()[0] for each in started}
    assert len(printed) == 1
    assert printed.pop().strip()
    assert [each.name for each in (home / "state").iterdir() if each.name.endswith(".tmp")] == []


def test_the_line_is_as_wide_as_the_terminal_behind_the_prompt(home: Path) -> None:
    """A shell reads a prompt through a pipe; without COLUMNS, the terminal is behind stderr."""
    shown = f'x=$({sys.executable} -m planner next --short); printf "%s|" "$x"'
    program = pexpect.spawn("/bin/sh", ["-c", shown], encoding="utf-8", dimensions=(24, 45), timeout=20)
    line = program.read().strip().rstrip("|")
    assert 30 < len(line) <= 45
    assert "…" in line
    assert home.exists()
