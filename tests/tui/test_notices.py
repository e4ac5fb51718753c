"""Things said in a corner come at once, stay for a while, and disturb nothing."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

from planner.presentation.notices import Notice
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.notices import Notices
from tui.sayings import said
from tui.scenes import LARGE, SMALL, day_92

WHILE = 60.0
"""Seconds that nobody waits for."""


@pytest.fixture
def app(tmp_path: Path) -> PlannerApp:
    return PlannerApp(day_92(tmp_path / "p.toml"))


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _text(app: PlannerApp) -> str:
    lines = app.screen_stack[0]._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in each) for each in lines)


async def _until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await pilot.pause(0.02)


async def test_what_was_said_goes_by_itself(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        _main(app).notices.add(Notice("for a while"), WHILE)
        _main(app).notices.add(Notice("for a moment"), 0.05)
        assert said(app) == "for a while\nfor a moment"
        await _until(pilot, lambda: said(app) == "for a while")
        _main(app).notices.say(Notice("the last"), 0.05)
        await _until(pilot, lambda: not said(app))
        await pilot.pause()
        assert "▌" not in _text(app)


async def test_a_click_takes_away_what_it_meets(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        for text in ("one", "two\nand a half", "three"):
            _main(app).notices.add(Notice(text), WHILE)
        await pilot.pause()
        assert _main(app).notices.region.bottom <= LARGE[1]
        await pilot.click(Notices, offset=(5, 4))
        assert said(app) == "one\nthree"
        await pilot.click(Notices, offset=(5, 0))
        await pilot.click(Notices, offset=(5, 2))
        assert not said(app)


async def test_a_note_in_place_of_one_as_high_lays_nothing_out_anew(
    app: PlannerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[Size] = []
    lay_out = Screen._refresh_layout

    def counted(screen: Screen[None], size: Size | None = None, *, scroll: bool = False) -> None:
        laid_out.append(screen.size)
        lay_out(screen, size, scroll=scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    async with app.run_test(size=LARGE) as pilot:
        corner = _main(app).notices
        corner.say(Notice("two words\nfirst"), WHILE)
        await pilot.pause()
        before, region = len(laid_out), corner.region
        corner.say(Notice("two others\nthen"), WHILE)
        await pilot.pause()
        assert (len(laid_out), corner.region) == (before, region)
        assert "two others" in _text(app)
        assert "two words" not in _text(app)
        corner.say(Notice("one alone"), WHILE)
        await pilot.pause()
        assert len(laid_out) > before
        assert corner.region.height < region.height
        assert corner.region.bottom == region.bottom
        assert "one alone" in _text(app)


@pytest.mark.parametrize("size", [(60, 20), SMALL, LARGE])
@pytest.mark.parametrize("view", ["1", "2", "3", "4"])
async def test_however_much_is_said_the_bars_stay_in_sight(
    view: str, size: tuple[int, int], app: PlannerApp
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(view)
        for number in range(12):
            _main(app).notices.add(Notice(f"{number}: " + "and so on " * 12, "warning"), WHILE)
        await pilot.pause()
        corner, bars = (
            _main(app).notices.region,
            [_main(app).query_one(each).region for each in ("#top", "#keys")],
        )
        assert corner.right == size[0]
        assert corner.height > 3
        assert not any(corner.overlaps(each) for each in bars)


async def test_in_a_window_that_is_too_small_nothing_covers_that_it_is(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        _main(app).notices.say(Notice("one\nline more"), WHILE)
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert "too small" in _text(app)
        assert "▌" not in _text(app)
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert "line more" in _text(app)


async def test_what_comes_while_a_page_is_open_is_said_over_it(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await pilot.press("question_mark")
        _main(app)._add(Notice("It was saved elsewhere.", "warning"), WHILE)
        await pilot.pause()
        assert said(app) == "It was saved elsewhere."
        assert not _main(app).query_children(Notices)
