"""Timer, note and own keys in a real terminal."""

import signal
import sys
from pathlib import Path

import pytest

from command import SETUP, run
from terminal import Terminal

PLANNER = Path(sys.executable).with_name("planner")


@pytest.fixture(autouse=True)
def _set_up() -> None:
    run(*SETUP)


def _opened() -> Terminal:
    terminal = Terminal()
    terminal.wait_for("Tonight")
    terminal.settle()
    return terminal


def test_the_timer_survives_quitting(tmp_path: Path) -> None:
    terminal = _opened()
    terminal.process.send("t\r")
    terminal.wait_for("▶ 0:00")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "[timer." in (tmp_path / "home" / "profile.toml").read_text("utf-8")
    again = _opened()
    assert "▶ 0:00" in again.text.splitlines()[0]
    again.process.send("t42\r")
    again.wait_until_gone("▶")
    again.press("q")
    assert again.wait_for_end() == 0
    assert "minutes = 42" in (tmp_path / "home" / "profile.toml").read_text("utf-8")


def test_a_note_typed_in_one_go_is_kept_whole_and_one_half_done_survives_a_signal(tmp_path: Path) -> None:
    terminal = _opened()
    terminal.process.send("nfirst line\rsecond, with q and t\x13")
    terminal.wait_for("note")
    terminal.wait_for("✓ saved")
    file = tmp_path / "home" / "profile.toml"
    assert "first line\\nsecond, with q and t" in file.read_text("utf-8")
    terminal.press("n")
    terminal.wait_for("keeps it and leads back")
    terminal.press(*" and more")
    terminal.wait_for("with q and t and more")
    terminal.process.kill(signal.SIGTERM)
    assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert "second, with q and t and more" in file.read_text("utf-8")


def test_nothing_blinks_and_an_idle_screen_is_silent() -> None:
    terminal = _opened()
    terminal.press("/")
    terminal.wait_for("enter to what was found")
    terminal.settle(1.0)
    before = len(terminal.raw)
    terminal.settle(1.2)
    assert terminal.raw[before:] == b""
    terminal.process.send("\x11")
    assert terminal.wait_for_end() == 0


def test_own_keys_and_what_is_wrong_with_them(tmp_path: Path) -> None:
    (tmp_path / "home" / "config.toml").write_text('[keys]\nquit = "Q"\ntoggle = "x"\nnote = "N"\n', "utf-8")
    terminal = _opened()
    assert "Q quit" in terminal.text
    assert "1 problem" in terminal.text
    terminal.press("q", "N")
    terminal.wait_for("keeps it and leads back")
    terminal.press("escape")
    terminal.wait_until_gone("keeps it and leads back")
    terminal.press("Q")
    assert terminal.wait_for_end() == 0
