"""The whole program in a real terminal, from the shell to the disk and back."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command import SETUP, run
from terminal import Terminal

PLANNER = Path(sys.executable).with_name("planner")
HOSTILE = "\\u001b]0;owned\\u0007\\u001b]52;c;cm0=\\u0007\\u001b[5n\\u009b5n\\u001b[c[@click=app.quit]x[/]"


def _marker(screen: str) -> tuple[int, int]:
    return next((row, line.index("◉")) for row, line in enumerate(screen.splitlines()) if "◉" in line)


def _answer(terminal: Terminal) -> None:
    """Answer the three questions: data scientist, eight hours, the first domain."""
    terminal.wait_for("Which title are you nearest")
    terminal.press("down", "down", "down", "enter")
    terminal.wait_for("How many hours")
    terminal.press("enter")
    terminal.wait_for("Which domain")
    terminal.press("enter")


def _check_off_ddia(terminal: Terminal) -> None:
    terminal.press("2")
    terminal.wait_for("SOFTWARE ENGINEERING")
    terminal.press("/")
    terminal.press(*"kleppmann data-int")
    terminal.wait_for("○ Designing Data-Inten")
    terminal.wait_until_gone("Data structures and algor")
    terminal.press("enter")
    terminal.wait_for("space done")
    terminal.press("space")
    terminal.wait_for("✓ Designing Data-Inten")
    terminal.press("1")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_an_evening_from_first_run_to_the_next(size: tuple[int, int]) -> None:
    terminal = Terminal(size=size)
    _answer(terminal)
    terminal.wait_for("Set up.")
    terminal.settle()
    assert "26.0" in terminal.text
    before = _marker(terminal.text)
    _check_off_ddia(terminal)
    terminal.wait_for("Tonight")
    terminal.settle()
    assert "26.0" not in terminal.text
    assert _marker(terminal.text) != before
    terminal.press("u")
    terminal.wait_for("26.0")
    terminal.settle()
    assert _marker(terminal.text) == before
    terminal.press("ctrl+r")
    terminal.wait_until_gone("26.0")
    terminal.wait_for("✓ saved")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert b"\x1b[?1049l" in terminal.raw
    again = Terminal(size=size)
    again.wait_for("Tonight")
    assert "26.0" not in again.text
    again.press("q")
    assert again.wait_for_end() == 0


def test_what_is_exported_comes_back_the_same(tmp_path: Path) -> None:
    terminal = Terminal()
    _answer(terminal)
    terminal.wait_for("✓ saved")
    terminal.press("space", "q")
    assert terminal.wait_for_end() == 0
    own, exported = tmp_path / "home" / "profile.toml", tmp_path / "p.toml"
    subprocess.run([PLANNER, "export", "-o", exported], check=True, capture_output=True)
    content = own.read_bytes()
    own.unlink()
    subprocess.run([PLANNER, "import", exported], check=True, capture_output=True)
    assert own.read_bytes() == content == exported.read_bytes()


def test_quitting_at_once_after_a_key_keeps_it(tmp_path: Path) -> None:
    run(*SETUP)
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.press("space", "q")
    assert terminal.wait_for_end() == 0
    assert 'status = "done"' in (tmp_path / "home" / "profile.toml").read_text("utf-8")


def test_keys_that_arrive_together_mean_what_they_mean_one_by_one(tmp_path: Path) -> None:
    run(*SETUP, "--title", "none")
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.settle()
    terminal.process.send("2jjj /kleppmann data-int\r q")
    assert terminal.wait_for_end() == 0
    text = (tmp_path / "home" / "profile.toml").read_text("utf-8")
    assert "[progress.practical-python]" in text
    assert "[progress.ddia]" in text
    assert text.count('status = "done"') == 2


def test_filters_and_a_selection_typed_at_once_are_one_change(tmp_path: Path) -> None:
    run(*SETUP, "--title", "none")
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.settle()
    terminal.process.send("fSb$\rjjvvKq")
    assert terminal.wait_for_end() == 0
    text = (tmp_path / "home" / "profile.toml").read_text("utf-8")
    assert text.count("known = true") == 2


def test_answers_given_too_fast_are_not_taken_for_others(tmp_path: Path) -> None:
    terminal = Terminal()
    terminal.wait_for("Which title are you nearest")
    terminal.process.send("\r\r\r")
    terminal.settle()
    for _ in range(3):
        if "Tonight" in terminal.text and "1 of 3" not in terminal.text and "of 3" not in terminal.text:
            break
        terminal.press("enter")
        terminal.settle()
    terminal.wait_for("Tonight")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    text = (tmp_path / "home" / "profile.toml").read_text("utf-8")
    assert 'value = "software-engineer"' in text
    assert "value = 8.0" in text


def test_a_damaged_profile_is_told_before_the_screens_open(tmp_path: Path) -> None:
    file = tmp_path / "home" / "profile.toml"
    file.parent.mkdir()
    file.write_text("")
    terminal = Terminal(size=(200, 24))
    terminal.wait_for("has no line `format = 1`")
    assert terminal.wait_for_end() == 1
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_restores_the_terminal(number: signal.Signals, tmp_path: Path) -> None:
    run(*SETUP)
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.press("space")
    terminal.wait_for("takes it back")
    terminal.process.kill(number)
    assert terminal.wait_for_end() == 128 + number
    assert b"\x1b[?1049l" in terminal.raw
    assert 'status = "done"' in (tmp_path / "home" / "profile.toml").read_text("utf-8")


def _state(pid: int) -> str:
    """Return the letter that says what a process does: R, S, T for stopped …"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the state of a process is read from /proc")
def test_suspended_and_interrupted_it_keeps_everything(tmp_path: Path) -> None:
    run(*SETUP)
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.press("space")
    terminal.wait_for("takes it back")
    terminal.process.kill(signal.SIGTSTP)
    terminal.wait_until(lambda: _state(terminal.process.pid or 0) == "T")
    assert b"\x1b[?1049l" in terminal.raw
    terminal.process.kill(signal.SIGCONT)
    terminal.wait_until(lambda: terminal.raw.count(b"\x1b[?1049h") > 1)
    terminal.settle()
    terminal.wait_for("Tonight")
    terminal.process.send("\x03")
    assert terminal.wait_for_end(2) == 0
    assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
    assert 'status = "done"' in (tmp_path / "home" / "profile.toml").read_text("utf-8")


def test_a_window_that_shows_something_else_is_painted_again() -> None:
    run(*SETUP)
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.press("?")
    terminal.wait_for("Keys")
    terminal.settle()
    before = terminal.text
    terminal.forget()
    terminal.process.kill(signal.SIGWINCH)
    terminal.wait_for("Keys")
    terminal.settle()
    assert terminal.text == before
    terminal.press("\x1b")
    terminal.settle()
    terminal.wait_for("Tonight")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.slow
def test_a_storm_of_sizes_ends_in_the_whole_picture() -> None:
    run(*SETUP)
    terminal = Terminal()
    terminal.wait_for("Tonight")
    for columns in (200, 60, 81, 40, 120, 20, 80) * 6:
        terminal.process.setwinsize(24, columns)
    terminal.settle()
    terminal.wait_for("Tonight")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_bug_inside_planner_is_one_line_and_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import planner.presentation.map_panel as panel\n"
        "def draw(*_): raise ZeroDivisionError('secret of the profile')\n"
        "panel.draw = draw\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(broken))
    terminal = Terminal(size=(200, 24))
    terminal.wait_for("something went wrong inside planner (ZeroDivisionError)")
    assert terminal.wait_for_end() == 1
    assert b"Traceback" not in terminal.raw
    assert "ZeroDivisionError" in (tmp_path / "home" / "state" / "crash.txt").read_text("utf-8")


def test_a_hostile_curriculum_writes_nothing_but_text(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "curricula"
    folder.mkdir(parents=True)
    (folder / "evil.toml").write_text(
        f'format = 1\nid = "evil"\ntitle = "{HOSTILE}"\narea = "ml"\n[[competency]]\nid = "c"\n'
        f'title = "{HOSTILE}"\nweight = 1.0\n'
        f'[[resource]]\nid = "r"\ntitle = "{HOSTILE}"\nauthors = ["{HOSTILE}"]\n'
        f'url = "https://example.org"\nkind = "book"\nhours = 1\nteaches = {{ c = 1 }}\nwhy = "{HOSTILE}"\n',
        "utf-8",
    )
    run(*SETUP)
    terminal = Terminal(size=(120, 40))
    terminal.wait_for("Tonight")
    terminal.press("/")
    terminal.press(*"owned")
    terminal.wait_for("]52;c;cm0=")
    terminal.press("enter")
    terminal.wait_for("space done")
    terminal.press("space")
    terminal.wait_for("takes it back")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    for forbidden in (b"\x1b]0;", b"\x1b]52;", b"\x1b[5n", b"\x1b[c", "\x9b".encode()):
        assert forbidden not in terminal.raw


def test_keys_that_arrive_together_reach_the_page_that_the_first_of_them_opened(tmp_path: Path) -> None:
    run(*SETUP)
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.process.send("3wlll\r")
    terminal.wait_for("11 h/week")
    terminal.process.send("bjjxq")
    terminal.wait_for("by week")
    terminal.wait_until_gone("Without it")
    terminal.process.send("u")
    terminal.wait_for("8 h/week")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "value = 8" in (tmp_path / "home" / "profile.toml").read_text("utf-8")
