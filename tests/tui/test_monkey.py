"""Someone without a plan presses keys and clicks about: planner stays up, and undo leads back."""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from planner.core.profile import Profile
from planner.presentation.commands import COMMANDS
from planner.storage import profile_file
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from tui.scenes import day_92

_LEAVING = {"quit"}
_LETTERS = (
    "h",
    "j",
    "k",
    "l",
    "g",
    "G",
    "up",
    "down",
    "left",
    "right",
    "enter",
    "escape",
    "backspace",
    "pagedown",
)
_COMMANDS = tuple(key for each in COMMANDS if each.id not in _LEAVING for key in each.keys.split(","))
SIZES = ((60, 20), (80, 24), (120, 40))
steps = st.one_of(
    st.sampled_from((*_COMMANDS, *_LETTERS)),
    st.tuples(st.integers(0, 119), st.integers(0, 39)),
)
runs = st.tuples(st.sampled_from(SIZES), st.lists(steps, min_size=8, max_size=14))
pytestmark = pytest.mark.usefixtures("first_paths")

Step = str | tuple[int, int]


def _said(profile: Profile) -> Mapping[str, Any]:
    """Return what a profile says, without stamps, and without the path, which follows from the rest."""
    said = {}
    for table, entries in profile.tables.items():
        fields = {name: {key: each[key] for key in each if key != "at"} for name, each in entries.items()}
        said[table] = {name: each for name, each in fields.items() if each}
    said.pop("plan", None)
    return {table: entries for table, entries in said.items() if entries}


async def _do(app: PlannerApp, pilot: Pilot[None], step: Step) -> None:
    if isinstance(step, str):
        await pilot.press(step)
    elif step[0] < app.size.width and step[1] < app.size.height:
        await pilot.click(offset=step)


async def _play(size: tuple[int, int], played: Sequence[Step], file: Path) -> None:
    app = PlannerApp(day_92(file))
    async with app.run_test(size=size) as pilot:
        main = app.screen_stack[0]
        assert isinstance(main, MainScreen)
        before = _said(main.session.profile)
        for step in played:
            await _do(app, pilot, step)
            if app._exit:  # a click on `q quit`
                break
        else:
            await _undo_all(app, pilot, main, file, before)
    assert not app.return_code
    saved = profile_file.load(file)
    assert saved is None or _said(saved) == _said(main.session.profile)


async def _undo_all(
    app: PlannerApp, pilot: Pilot[None], main: MainScreen, file: Path, before: Mapping[str, Any]
) -> None:
    """Hold that everything is saved, and that undo leads back to the start."""
    assert app.is_running
    while len(app.screen_stack) > 1:
        app.pop_screen()
    main.settle()
    await pilot.pause()
    saved = profile_file.load(file)
    if saved is not None:
        assert _said(saved) == _said(main.session.profile)
    while main.session.past:
        main.action_undo()
    main.settle()
    assert _said(main.session.profile) == before


def _run(played: tuple[tuple[int, int], Sequence[Step]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_play(*played, Path(folder) / "p.toml"))


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Open no browser, write no file here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.mark.timeout(300)
@given(runs)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_keys_and_clicks_at_random_never_break_anything(played: tuple[tuple[int, int], list[Step]]) -> None:
    _run(played)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@given(runs)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_two_hundred_runs_of_keys_and_clicks_never_break_anything(
    played: tuple[tuple[int, int], list[Step]],
) -> None:
    _run(played)
