"""What is painted again is all that has changed: the screen looks as if it had been painted from nothing."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.picture import Picture
from tui.scenes import day_92

STEPS = {
    "map": ["1", "down", "down", "z", "up", "E"],
    "curriculum": ["2", "down", "pagedown", "slash", "d", "a", "backspace", "enter", "escape", "G"],
    "path": ["3", "down", "pagedown", "up", "w"],
    "progress": ["4", "down", "pagedown"],
}


@pytest.mark.parametrize("view", STEPS)
async def test_after_keys_and_another_size_nothing_old_is_left(view: str, tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in STEPS[view]:
            await pilot.press(key)
            await _as_from_nothing(pilot)
        for size in ((120, 30), (100, 30), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await _as_from_nothing(pilot)


async def test_another_theme_is_painted_everywhere(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("1", "2", "3", "4"):
            await pilot.press(key)
        for theme in ("planner-light", "ansi-dark", "planner-dark"):
            app.theme = theme
            for key in ("1", "2", "3", "4"):
                await pilot.press(key)
                await _as_from_nothing(pilot)


async def _as_from_nothing(pilot: Pilot[None]) -> None:
    """Hold what is on the screen against what is there once everything was painted again."""
    screen = pilot.app.screen
    if isinstance(screen, MainScreen):
        screen.settle()
    await pilot.pause(0.05)
    seen = screen._compositor.render_strips()
    for each in (screen, *screen.walk_children()):
        if isinstance(each, Picture):
            each.redraw()
        each.refresh()
    await pilot.pause()
    assert screen._compositor.render_strips() == seen


async def test_a_click_below_the_thumb_scrolls_and_the_bar_follows(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        rows = app.screen.query_one(CurriculumList)
        bar = rows.vertical_scrollbar
        before, top = bar.region, rows.scroll_offset.y
        await pilot.click(offset=(before.x, before.bottom - 2))
        await pilot.wait_for_scheduled_animations()
        await pilot.pause(0.1)
        assert rows.scroll_offset.y > top
        assert bar.position == rows.scroll_y
        await _as_from_nothing(pilot)


async def test_a_layout_paints_no_bar_again_that_looks_as_it_was_painted(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await _as_from_nothing(pilot)
        bar = app.screen.query_one(CurriculumList).vertical_scrollbar
        app.screen.refresh(layout=True)
        await pilot.pause(0.1)
        bar.refresh()
        assert not bar._repaint_required
        bar.position += 5
        assert bar._repaint_required
        await pilot.pause(0.1)
        bar.mouse_over = True
        assert bar._repaint_required


async def test_what_is_found_begins_with_its_first_rows_and_all_of_it_follows(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        rows = app.screen.query_one(CurriculumList)
        rows.listing = rows.listing.searching("d")
        assert rows._repaint_regions
        assert max(each.bottom for each in rows._repaint_regions) < rows.size.height
        await pilot.pause(0.3)
        await _as_from_nothing(pilot)
