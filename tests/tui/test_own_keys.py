import os
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase, digits

import pytest
from textual.widgets import Input

from planner.configuration import Configuration
from planner.core.problem import Problem
from planner.session import Session
from planner.storage import locations, profile_file
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from tui.sayings import said
from tui.scenes import LARGE, SMALL, day_92, day_one

pytestmark = pytest.mark.usefixtures("first_paths")

OWN = """\
[keys]
toggle = "d"
skip = ["X", "f8"]
search = "?"
help = "J"
quit = "Q"
down = ["n", "down"]
note = "N"
top = "t"
time = "ctrl+t"
map = "f5"
"""


def _app(text: str, session: Session) -> PlannerApp:
    file = locations.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return PlannerApp(session, Configuration.read())


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _text(app: PlannerApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_own_keys_take_the_place_of_the_usual_ones(tmp_path: Path) -> None:
    app = _app(OWN, day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        assert not _main(app).session.problems
        await pilot.press("2", "n", "n", "n", "n")
        rows = app.query_one(CurriculumList)
        chosen = rows.resource_id
        assert rows.cursor == 4
        await pilot.press("space", "x", "j")
        assert not _main(app).session.past
        assert rows.cursor == 4
        await pilot.press("d")
        assert _main(app).session.profile.progress[chosen or ""].status == "done"
        await pilot.press("f8")
        assert _main(app).session.profile.progress[chosen or ""].status == "skipped"
        await pilot.press("t")
        assert rows.cursor == 0
        await pilot.press("f5")
        assert _main(app).view == "map"
        await pilot.press("question_mark", *"q")
        assert app.query_one("#search", Input).value == "q"
        await pilot.press("escape", "q")
        assert app._exit is False
        await pilot.press("Q")
    assert app.return_code == 0


async def test_the_bars_the_help_and_the_palette_show_the_own_keys(tmp_path: Path) -> None:
    app = _app(OWN, day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await pilot.pause()
        assert "d done" in _text(app)
        assert "J keys  Q quit" in _text(app)
        assert "f5 Map" in _text(app)
        await pilot.press("J")
        assert "↑ n or k ↓" in _text(app)
        assert "X f8" in _text(app)
        await pilot.press("J", "colon")
        await pilot.press(*"keep it out")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Skip (X)" in _text(app)
        await pilot.press("escape", "d")
        assert "u takes it back" in said(app)
        await pilot.press("2", "n", "n", "n", "enter")
        assert "d done, tick" in _text(app)
        assert "J keys" in _text(app)


async def test_what_is_said_names_the_own_key(tmp_path: Path) -> None:
    app = _app('[keys]\nundo = "U"\n', day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("space")
        assert "U takes it back" in said(app)


async def test_ctrl_q_always_leaves(tmp_path: Path) -> None:
    app = _app('[keys]\nquit = "Q"\nskip = ["ctrl+q"]\n', day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        assert len(_main(app).session.problems) == 1
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_every_command_answers_to_a_key_given_to_it_alone(tmp_path: Path) -> None:
    """Each in turn gets a key that nobody has; pressing it runs the command, its old key does not."""
    keys = Configuration.usual().keys
    free = [
        *(f"f{number}" for number in range(1, 25)),
        *(f"alt+{letter}" for letter in ascii_lowercase + digits),
    ]
    wanted = [each.id for each in keys.all if each.id not in ("quit", "back")]
    lines = [f'{name} = "{key}"' for name, key in zip(wanted, free, strict=False)]
    assert len(lines) == len(wanted)
    app = _app("[keys]\n" + "\n".join(lines), day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL):
        assert not _main(app).session.problems
        bound = _main(app).active_bindings
        for each in app.wanted.keys.all:
            if each.id not in ("left", "right"):
                assert bound[each.keys.split(",")[0]].binding.id == each.id
        for each in keys.commands:
            lost = [key for key in each.keys.split(",") if key not in ("q", "ctrl+q", "escape")]
            assert all(key not in bound or bound[key].binding.id != each.id for key in lost), each.id


async def test_a_clash_is_among_the_problems_and_the_usual_key_works(tmp_path: Path) -> None:
    app = _app('[keys]\ntoggle = "x"\n', day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        (problem,) = _main(app).session.problems
        assert isinstance(problem, Problem)
        assert "1 problem" in _text(app)
        await pilot.press("space")
        assert _main(app).session.past


async def test_the_theme_of_the_file_is_this_machines_and_is_not_written_to_the_profile(
    tmp_path: Path,
) -> None:
    file = tmp_path / "p.toml"
    session = day_one(file).set_setting("theme", "nord")
    app = _app('theme = "planner-light"\n', session)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        assert app.theme == "planner-light"
        app.theme = "gruvbox"
        await pilot.pause()
        assert "config.toml names another theme" in said(app)
    saved = profile_file.load(file)
    assert saved is None or saved.settings.theme == "nord"


async def test_a_theme_that_does_not_exist_is_a_problem_with_its_line(tmp_path: Path) -> None:
    app = _app('motion = "none"\ntheme = "purple"\n', day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL):
        (problem,) = _main(app).session.problems
        assert (problem.line, problem.key) == (2, "theme")
        assert "there is no theme 'purple'" in problem.reason
        assert app.theme == "planner-dark"


@pytest.mark.parametrize(("text", "level"), [('motion = "none"', "none"), ("", "full")])
async def test_motion_can_be_turned_off(
    text: str, level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    assert _app(text, day_one(tmp_path / "p.toml")).animation_level == level


def test_motion_can_be_turned_off_for_all_programs_of_the_toolkit() -> None:
    code = "from planner.tui.app import PlannerApp as A; from planner.session import Session as S; "
    command = [sys.executable, "-c", f"{code}print(A(S.open()).animation_level)"]
    for level in ("none", "full"):
        environment = {**os.environ, "TEXTUAL_ANIMATIONS": level}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        assert done.stdout.strip() == level


async def test_no_cursor_blinks_anywhere(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        for keys in (("slash",), ("escape", "colon"), ("escape", "T"), ("escape", "1", "n"), ("escape", "e")):
            await pilot.press(*keys)
            await pilot.pause()
            assert app.focused is not None
            assert app.focused.cursor_blink is False, keys  # type: ignore[attr-defined]
