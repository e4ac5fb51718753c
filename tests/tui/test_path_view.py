from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import ROOT
from planner.core.marking import Answers
from planner.presentation import path_rows
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.screens.other_path import OtherPathPage
from planner.tui.screens.what_if import WhatIfScreen
from planner.tui.widgets.curriculum_pane import CurriculumPane
from planner.tui.widgets.path_list import PathList
from tui.sayings import said
from tui.scenes import EVENING, LARGE, SMALL, day_92, day_one, there

WIDE = (200, 60)


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _session(app: PlannerApp) -> Session:
    return _main(app).session


def _ids(app: PlannerApp) -> list[str]:
    return list(_session(app).standing.steps)


def _text(app: PlannerApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def _settle(app: PlannerApp, pilot: Pilot[None]) -> None:
    """Wait until nothing is being computed any more."""
    for _ in range(2):
        for screen in app.screen_stack:
            if isinstance(screen, MainScreen | OtherPathPage):
                screen.settle()
        await pilot.pause()


def _find(app: PlannerApp, words: str) -> tuple[int, int]:
    """Return the column and row at which words stand on the screen."""
    return next((line.index(words), row) for row, line in enumerate(_text(app).split("\n")) if words in line)


@pytest.mark.parametrize(
    ("size", "has_strip"), [(SMALL, False), ((100, 30), True), (LARGE, True), (WIDE, True)]
)
async def test_a_strip_of_time_stands_beside_the_path_where_there_is_room(
    size: tuple[int, int], has_strip: bool, tmp_path: Path
) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert ("━" in _text(app)) == has_strip
        assert ("to do" in _text(app)) == has_strip
        assert "sw +2.9" in _text(app)


async def test_the_strip_follows_the_cursor_through_the_years(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("3")
        rows = app.query_one(PathList)
        for key in (*["down"] * 6, *["pagedown", "down", "down", "up"] * 3):
            await pilot.press(key)
            width = rows.scrollable_content_region.width
            line = rows.row_line(rows.cursor, width)
            text = "".join(each for each, _ in line)[path_rows.room_beside_strip(width).width :]
            assert set(text) & set("━╺╸"), text
        await pilot.pause()
        assert "2029" in _text(app).split("\n")[1]
        await pilot.press("g")
        await pilot.pause()
        assert "today" in _text(app).split("\n")[1]
        assert rows.resource_id == _ids(app)[0]
        await pilot.press("G")
        assert rows.resource_id == _ids(app)[-1]


async def test_the_same_path_week_by_week_keeps_the_cursor_on_its_item(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "down", "down", "down")
        rows = app.query_one(PathList)
        chosen = rows.resource_id
        await pilot.press("b")
        await pilot.pause()
        assert rows.by_week
        assert rows.resource_id == chosen
        assert "March 2027" in _text(app)
        await pilot.press("space")
        assert _session(app).profile.progress[chosen or ""].status == "done"
        await pilot.press("b", "1", "b")
        assert _main(app).view == "path"
        assert rows.by_week


async def test_an_item_goes_later_and_earlier_again_and_the_cursor_with_it(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        before = _ids(app)
        await pilot.press("3")
        rows = app.query_one(PathList)
        await pilot.press("right_square_bracket")
        assert _ids(app)[:2] == [before[1], before[0]]
        assert rows.resource_id == before[0]
        assert "2 of 32 on the way to ML Engineer" in said(app)
        await pilot.press("left_square_bracket")
        assert _ids(app) == before
        await pilot.press("left_square_bracket")
        assert "It is the first of its leg." in said(app)
        await pilot.press("u", "u")
        assert _ids(app) == before
        assert not _session(app).past


async def test_a_move_that_prerequisites_forbid_says_which(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await pilot.press("3")
        app.query_one(PathList).reveal("realworld-backend")
        for _ in range(6):
            await pilot.press("left_square_bracket")
        assert "It stays: it needs FastAPI Tutorial" in said(app)
        ids = _ids(app)
        assert ids.index("realworld-backend") == ids.index("fastapi-tutorial") + 1


async def test_an_order_of_ones_own_outlives_a_skip(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        first, second, third = _ids(app)[:3]
        await pilot.press("3", "right_square_bracket")
        app.query_one(PathList).reveal(third)
        await pilot.press("x")
        await _settle(app, pilot)
        await pilot.press("enter")
        await _settle(app, pilot)
        ids = _ids(app)
        assert third not in ids
        assert ids.index(second) < ids.index(first)
        assert _session(app).standing.adopted is not None


async def test_skipping_shows_its_consequence_and_escape_keeps_the_item(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        before = _ids(app)
        await pilot.press("3", "x")
        await _settle(app, pilot)
        text = _text(app)
        assert "Your path without it" in text
        assert "hours to go" in text
        assert f"− {_session(app).catalogue.resources[before[0]].title[:30]}" in text
        await pilot.press("escape")
        assert _ids(app) == before
        assert not _session(app).past
        await pilot.press("x")
        await _settle(app, pilot)
        await pilot.press("enter")
        assert before[0] not in _ids(app)
        assert _session(app).standing.adopted is not None
        assert len(_session(app).past) == 1
        await pilot.press("u")
        assert _ids(app) == before


async def test_a_skip_that_leads_nowhere_says_which_number_falls_short(tmp_path: Path) -> None:
    session = Session.open(tmp_path / "p.toml", ROOT / "tests" / "data" / "small", EVENING)
    app = PlannerApp(session.set_up(Answers("none", 8, "pottery", target="master", via="none")).planned())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        app.query_one(PathList).reveal("stall")
        await pilot.press("x")
        await _settle(app, pilot)
        assert "It would not lead to the target any more:" in _text(app)
        assert "domain gets to 30.0 of 40.0" in _text(app)
        assert "in the way: you skipped A stall on the market" in _text(app)
        await pilot.press("enter")
        await _settle(app, pilot)
        assert "in the way: you skipped A stall on the market" in _text(app)
        await pilot.press("u")
        await _settle(app, pilot)
        assert _session(app).standing.path.reached


async def test_in_the_curriculum_what_is_not_on_the_path_is_skipped_at_once(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        other = next(each for each in _session(app).catalogue.resources if each not in _ids(app))
        await pilot.press("2")
        app.screen.query_one(CurriculumPane).reveal(other)
        await pilot.press("x")
        assert _session(app).profile.progress[other].status == "skipped"
        await pilot.press("x")
        assert _session(app).profile.progress[other].status == "todo"


async def test_a_pin_finds_a_path_with_it_and_is_taken_back_with_it(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        before = _ids(app)
        other = next(
            each
            for each in _session(app).catalogue.resources
            if each not in before and each not in _session(app).standing.ground.met
        )
        await pilot.press("2")
        app.screen.query_one(CurriculumPane).reveal(other)
        await pilot.press("p")
        await _settle(app, pilot)
        assert other in _ids(app)
        assert "Your path, anew: " in said(app)
        await pilot.press("u")
        await _settle(app, pilot)
        assert _ids(app) == before
        await pilot.press("3", "p")
        assert "on your path already" in said(app)
        await pilot.press("p")
        assert "stays as it is" in said(app)
        assert not _session(app).profile.pins


@pytest.mark.parametrize("size", [(60, 20), LARGE])
async def test_what_if_shows_at_once_what_more_hours_do_and_enter_has_it_so(
    size: tuple[int, int], tmp_path: Path
) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=size, notifications=True) as pilot:
        before = _session(app)
        await pilot.press("3", "w", "right", "right", "l", "h", "down", "up")
        text = _text(app)
        assert "◂ 10 ▸" in text
        assert " wk" in text
        assert _session(app) is before
        await pilot.press("escape")
        assert _session(app) is before
        await pilot.press("w", "right", "enter")
        assert _session(app).standing.hours_per_week == 9
        assert _ids(app) == list(before.standing.steps)
        assert "9 h a week" in said(app)
        await pilot.press("u")
        assert _session(app).standing.hours_per_week == 8


async def test_another_domain_shows_its_number_and_is_one_change_with_its_path(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        before = _session(app).standing
        await pilot.press("3", "w", "down", "down", "down", "right")
        assert "domain number" in _text(app)
        page = app.screen
        assert isinstance(page, WhatIfScreen)
        await _settle(app, pilot)
        assert page.found is not None
        assert "the shortest path there can be" in _text(app)
        await pilot.press("enter")
        after = _session(app).standing
        assert after.profile.settings.domain != before.profile.settings.domain
        assert [step.id for step in page.found.steps] == list(after.steps)
        assert after.adopted is not None
        await pilot.press("u")
        assert list(_session(app).standing.steps) == list(before.steps)
        assert _session(app).profile.settings.domain == before.profile.settings.domain


async def test_who_cannot_wait_gets_the_shortest_path_all_the_same(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        before = _ids(app)
        await pilot.press("3", "w", "down", "down", "down", "right", "enter")
        await _settle(app, pilot)
        await _settle(app, pilot)
        standing = _session(app).standing
        assert standing.adopted is not None
        assert standing.within is not None
        await pilot.press("u")
        await _settle(app, pilot)
        assert _ids(app) == before


async def test_time_off_moves_the_dates(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        end = max(span.finish for span in _session(app).standing.spans.values())
        await pilot.press("3", "w", *["down"] * 5, *["right"] * 5, "down", "right", "enter")
        (pause,) = _session(app).profile.pauses
        assert (pause[1] - pause[0]).days == 13
        assert (max(span.finish for span in _session(app).standing.spans.values()) - end).days == 14
        await pilot.press("b")
        await pilot.pause()
        assert "away until" in _text(app)
        await pilot.press("w", *["down"] * 5, *["left"] * 5, "enter")
        assert not _session(app).profile.pauses


async def test_what_if_works_by_mouse_alone(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.click(offset=_find(app, "3 Path"))
        await pilot.pause()
        await pilot.click(offset=_find(app, "w what if"))
        await pilot.pause()
        for arrow in ("▸", "▸", "◂"):
            x, y = _find(app, "hours a week")
            line = _text(app).split("\n")[y]
            await pilot.click(offset=(line.index(arrow, x), y))
            await pilot.pause()
        assert "◂ 9 ▸" in _text(app)
        await pilot.click(offset=_find(app, "enter go this way"))
        await pilot.pause()
        assert _session(app).standing.hours_per_week == 9


async def test_the_path_works_by_mouse_alone(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        before = _ids(app)
        await pilot.click(offset=_find(app, "3 Path"))
        await pilot.pause()
        await pilot.click("#path-list", offset=(12, 3))
        chosen = app.query_one(PathList).resource_id
        assert chosen == before[1]
        assert _session(app).catalogue.resources[chosen].title in _text(app).split("\n")[-8]
        await pilot.click(offset=_find(app, "[ earlier"))
        assert _ids(app)[:2] == [before[1], before[0]]
        await pilot.click(offset=_find(app, "] later"))
        assert _ids(app) == before
        await pilot.click(offset=_find(app, "b by week"))
        assert app.query_one(PathList).by_week
        await pilot.click(offset=_find(app, "x skip"))
        await _settle(app, pilot)
        await pilot.click(offset=_find(app, "esc keep it"))
        assert _ids(app) == before
        await pilot.click(offset=_find(app, "x skip"))
        await _settle(app, pilot)
        await pilot.click(offset=_find(app, "enter skip it"))
        assert chosen not in _ids(app)


async def test_who_is_there_is_told_what_to_do_next(tmp_path: Path) -> None:
    app = PlannerApp(there(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert "You are there" in _text(app)
        assert "What if looks at another target" in _text(app)
        await pilot.press("down", "space", "x", "right_square_bracket", "p", "b", "b", "G", "g", "enter")
        assert not _session(app).past
        await pilot.press("w", "down", "right")
        await _settle(app, pilot)
        assert "hours to go" in _text(app)
        await pilot.press("escape")
        assert app.is_running


@pytest.mark.parametrize("size", [(60, 20), (150, 30)])
async def test_no_size_breaks_the_path_or_its_pages(size: tuple[int, int], tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "down", "b", "down", "w", "right", "escape", "x")
        await pilot.resize_terminal(*LARGE)
        await pilot.press("escape", "b", "w", "down", "down", "right")
        await pilot.resize_terminal(*SMALL)
        await pilot.press("escape")
        assert app.is_running
