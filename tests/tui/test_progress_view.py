from pathlib import Path

import pytest
from textual.pilot import Pilot

from planner.presentation.lines import plain
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.progress import ProgressList
from tui.sayings import said
from tui.scenes import LARGE, SMALL, day_92, day_one

pytestmark = pytest.mark.usefixtures("first_paths")


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _page(app: PlannerApp) -> ProgressList:
    return app.query_one(ProgressList)


def _finished(session: Session) -> list[str]:
    return [each.resource.id for each in session.standing.history.finished[::-1]]


def _line_of(page: ProgressList, resource_id: str) -> int:
    return next(row for row in range(page.row_count()) if page.resource_at(row) == resource_id)


def _is_seen(page: ProgressList) -> bool:
    top = page.scroll_offset.y
    return top <= page.cursor < top + page.scrollable_content_region.height


async def test_where_all_is_in_sight_the_keys_go_through_what_was_finished(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=(200, 60)) as pilot:
        names = _finished(_main(app).session)
        await pilot.press("4")
        page = _page(app)
        assert page.has_focus
        assert page.max_scroll_y == 0
        seen = [page.resource_id]
        for _ in names[1:]:
            await pilot.press("j")
            seen.append(page.resource_id)
        assert seen == names
        await pilot.press("down", "k", "up")
        assert page.resource_id == names[-3]
        await pilot.press("g")
        assert page.resource_id == names[0]
        await pilot.press("G")
        assert page.resource_id == names[-1]


async def test_in_a_small_terminal_the_page_scrolls_until_the_list_is_in_sight(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        names = _finished(_main(app).session)
        await pilot.press("4")
        page = _page(app)
        assert page.resource_id is None
        await pilot.press("down", "j")
        assert page.scroll_offset.y == 2
        assert page.resource_id is None
        await pilot.press("k")
        assert page.scroll_offset.y == 1
        await pilot.press("pagedown", "pagedown")
        assert page.resource_id in names
        assert _is_seen(page)
        await pilot.press("g")
        assert (page.scroll_offset.y, page.resource_id) == (0, None)
        await pilot.press("G")
        assert page.resource_id == names[-1]
        await pilot.press(*["k"] * (len(names) - 1))
        assert page.resource_id == names[0]
        while page.resource_id is not None:
            before = page.scroll_offset.y
            await pilot.press("k")
            assert page.scroll_offset.y == before - 1
        assert page.scroll_offset.y > 5


@pytest.mark.parametrize("size", [(60, 20), SMALL, LARGE], ids=["60x20", "80x24", "120x40"])
async def test_enter_opens_what_is_highlighted_in_the_curriculum(
    size: tuple[int, int], tmp_path: Path
) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "G", "k", "enter")
        assert _main(app).view == "curriculum"
        assert app.query_one(CurriculumList).resource_id == _finished(_main(app).session)[-2]


async def test_nothing_out_of_sight_is_changed(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        before = _main(app).session.profile
        await pilot.press("4", "space", "x", "enter")
        assert _main(app).session.profile is before
        assert _main(app).view == "progress"
        assert "Choose a resource first." in said(app)


async def test_what_is_taken_back_leaves_the_list_and_undo_brings_it_back(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        names = _finished(_main(app).session)
        await pilot.press("4", "down", "space")
        assert _finished(_main(app).session) == [names[0], *names[2:]]
        assert _page(app).resource_id == names[2]
        await pilot.press("u")
        assert _finished(_main(app).session) == names
        assert _is_seen(_page(app))


async def _click(
    pilot: Pilot[None], page: ProgressList, resource_id: str, column: int, times: int = 1
) -> None:
    """Click on a row, so many cells from where its list begins."""
    row = _line_of(page, resource_id)
    start = 1
    for part in page.page[row]:
        if part.id:
            break
        start += part.width
    await pilot.click("#progress-list", offset=(start + column, row - page.scroll_offset.y), times=times)


async def test_the_mouse_chooses_opens_and_takes_back(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        names = _finished(_main(app).session)
        await pilot.click("#top", offset=(45, 0))
        page = _page(app)
        await _click(pilot, page, names[3], 20)
        assert page.resource_id == names[3]
        await pilot.click("#progress-list", offset=(10, _line_of(page, names[2])))
        assert page.resource_id == names[3]
        await _click(pilot, page, names[1], 1)
        assert names[1] not in _finished(_main(app).session)
        await _click(pilot, page, names[0], 20, times=2)
        await pilot.pause()
        assert _main(app).view == "curriculum"
        assert app.query_one(CurriculumList).resource_id == names[0]


async def test_the_wheel_scrolls_and_the_cursor_follows(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("4", "G")
        page = _page(app)
        last = page.resource_id
        page.scroll_to(y=page.max_scroll_y - 4, animate=False)
        await pilot.pause()
        assert page.resource_id != last
        assert _is_seen(page)
        page.scroll_home(animate=False)
        await pilot.pause()
        assert page.resource_id is None


@pytest.mark.parametrize("by_mouse", [False, True], ids=["key", "mouse"])
async def test_zoom_looks_at_the_way_to_the_next_flag(*, by_mouse: bool, tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("4")
        page = _page(app)
        assert "Burn-up to Unicorn" in plain(page.row_line(0, 118))
        if by_mouse:
            bar = "".join(segment.text for segment in app.query_one("#keys").render_line(0))
            await pilot.click("#keys", offset=(bar.index("zoom"), 0))
        else:
            await pilot.press("z")
        assert "Burn-up to ML Engineer" in plain(page.row_line(0, 118))
        await pilot.press("z")
        assert "Burn-up to Unicorn" in plain(page.row_line(0, 118))


async def test_someone_new_sees_the_plan_and_no_key_breaks_it(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("4")
        page = _page(app)
        text = "\n".join(plain(page.row_line(row, 78)) for row in range(page.row_count()))
        assert "then log time on it" in text
        assert "the plan, 8 h every week" in text
        await pilot.press("j", "k", "g", "G", "pageup", "pagedown", "enter", "space", "z", "z")
        assert page.resource_id is None
        assert _main(app).view == "progress"


async def test_a_changed_size_lays_the_page_out_anew(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("4", "G", "k")
        page = _page(app)
        chosen = page.resource_id
        for size in ((60, 20), (40, 9), (200, 60), SMALL):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert page.resource_id == chosen
            assert _is_seen(page)
            assert all(sum(part.width for part in row) == page.look.width for row in page.page)
