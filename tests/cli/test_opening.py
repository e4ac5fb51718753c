"""The screens, opened from the shell."""

import os
import sys
from pathlib import Path

import pytest

import planner
from command import run
from terminal import Terminal


def test_the_demo_shows_day_92_and_keeps_nothing(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    home.mkdir()
    (home / "profile.toml").write_text("damaged, and mine")
    terminal = Terminal(
        "demo", size=(120, 40), env={"TMPDIR": str(temporary), "PLANNER_PROFILE": str(home / "profile.toml")}
    )
    terminal.wait_for("Tonight", 30)
    assert "Designing Data-Intensive" in terminal.text
    terminal.press("space")
    terminal.wait_for("takes it back")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "nothing of it was kept" in terminal.raw.decode("utf-8", "replace")
    assert b"\x1b[?1049l" in terminal.raw
    assert list(temporary.iterdir()) == []
    assert [each.name for each in home.iterdir()] == ["profile.toml"]
    assert (home / "profile.toml").read_text() == "damaged, and mine"


def test_the_demo_needs_a_terminal() -> None:
    assert "the demo needs a terminal" in run("demo", code=1).stderr


def test_without_the_extra_serve_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("textual_serve", "textual_serve.server"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "planner.web", raising=False)
    monkeypatch.delattr(planner, "web", raising=False)
    said = run("serve", code=1).stderr
    assert "pip install 'unicorn-planner[web]'" in said
    assert "pipx inject unicorn-planner textual-serve" in said


def test_a_driver_of_another_kind_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TEXTUAL_DRIVER", "textual.drivers.linux_driver:LinuxDriver")
    assert "position" in run().stdout
