"""The Curriculum by keys and by mouse: search, filters, order, folds, details, selection."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.screens.filter import Board, FilterScreen
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.curriculum_pane import CurriculumPane
from planner.tui.widgets.detail_list import DetailList
from tui.scenes import LARGE, SMALL, day_one

pytestmark = pytest.mark.usefixtures("first_paths")


def _session(app: PlannerApp) -> Session:
    main = app.screen_stack[0]
    assert isinstance(main, MainScreen)
    return main.session


def _state(app: PlannerApp, resource_id: str) -> str:
    standing = _session(app).standing
    return standing.state_of(standing.catalogue.resources[resource_id])


def _list(app: PlannerApp) -> CurriculumList:
    return app.screen_stack[0].query_one(CurriculumList)


def _detail(app: PlannerApp) -> DetailList:
    return app.screen_stack[0].query_one(DetailList)


def _listed(app: PlannerApp) -> list[str]:
    rows = _list(app)
    return [each for index in range(rows.row_count()) if (each := rows.resource_at(index))]


def _text(app: App[None]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips()[: app.size.height])


async def _click_on(pilot: Pilot[None], words: str, *, left: int = 1) -> None:
    """Click so many cells into the first place where these words stand on the screen."""
    await pilot.pause()
    row, line = next((y, each) for y, each in enumerate(_text(pilot.app).splitlines()) if words in each)
    await pilot.click(offset=(line.index(words) + left, row))
    await pilot.pause()


async def test_a_search_is_ranked_counted_and_forgiving(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"ddia")
        assert _listed(app) == ["ddia"]
        assert "1 of 387" in _text(app)
        await pilot.press(*["backspace"] * 4, *"klepman", "enter")
        assert "ddia" in _listed(app)[:2]
        assert "klepman ≈ kleppmann" in _text(app)
        assert _list(app).has_focus
        await pilot.press("slash")
        assert app.focused is not None
        assert app.focused.value == "klepman"  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert len(_listed(app)) == 387


async def test_filters_by_letters_combine_with_the_search_and_show_as_chips(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("slash", *"data", "enter", "f", "b", "S", "enter")
        resources = _session(app).catalogue.resources
        listed = _listed(app)
        assert listed
        assert all(resources[each].kind == "book" for each in listed)
        for chip in ("/data ×", "software ×", "book ×", f"{len(listed)} of 387"):
            assert chip in _text(app)
        await pilot.press("escape")
        assert len(_listed(app)) == 387
        assert "×" not in _text(app)


async def test_the_filter_page_by_arrows_counts_live_and_escape_leaves_everything(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "f", "right", "right", "space")
        assert isinstance(app.screen, FilterScreen)
        assert set(app.screen.selection.kinds) == {"book"}
        assert "107 of 387 fit" in _text(app)
        await pilot.press("j", "space", "h", "space")
        assert set(app.screen.selection.kinds) == {"book", "course"}
        assert app.screen.selection.on_path
        await pilot.press("0")
        assert app.screen.selection.filters == ()
        await pilot.press("M", "escape")
        assert len(_listed(app)) == 387


async def test_filters_and_chips_by_mouse_alone(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await _click_on(pilot, "2 Curriculum")
        await _click_on(pilot, "f filter")
        await _click_on(pilot, "▢ project")
        await _click_on(pilot, "▢ ready now")
        await _click_on(pilot, "enter show")
        both = _listed(app)
        assert all(_session(app).catalogue.resources[each].kind == "project" for each in both)
        assert all(_state(app, each) in ("ready", "doing") for each in both)
        await _click_on(pilot, "ready now ×")
        assert len(_listed(app)) > len(both)
        await _click_on(pilot, "project ×")
        assert len(_listed(app)) == 387


async def test_where_nothing_fits_it_says_so_and_how_to_go_on(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "v", "dollar_sign")
        assert "nothing of 387 fits" in _text(app)
        await pilot.press("enter")
        assert "Nothing passes all of the filters" in _text(app)
        await pilot.press("enter", "space", "l", "h", "v", "F", "H", "L", "escape", "escape")
        assert len(_listed(app)) == 387


async def test_orders_go_round_from_their_first_row_and_the_tree_comes_back_where_one_was(
    app: PlannerApp,
) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2", "F")
        assert _list(app).listing.order == "value"
        await pilot.press("escape")
        app.query_one(CurriculumPane).reveal("ddia")
        for words in ("most per hour first", "shortest first", "by title", "by level"):
            await pilot.press("F")
            assert f"{words} ×" in _text(app)
            assert _list(app).cursor == 0
        app.query_one(CurriculumPane).reveal("ddia")
        assert not _list(app).listing.is_tree
        await _click_on(pilot, "by level ×")
        assert _list(app).resource_id == "ddia"
        assert _list(app).listing.is_tree


async def test_a_mark_that_takes_a_row_out_of_the_list_leads_to_the_next(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2", "f", "y", "enter", "F", "g")
        first, second, third = _listed(app)[:3]
        await pilot.press("space")
        assert _state(app, first) == "done"
        assert first not in _listed(app)
        assert _list(app).cursor == 0
        assert _list(app).resource_id in (second, third)
        await pilot.press("u")
        assert first in _listed(app)


async def test_everything_folds_and_the_fold_survives_marks(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2")
        app.query_one(CurriculumPane).reveal("ddia")
        await pilot.press("H")
        assert _list(app).row_count() == 41
        assert _list(app).row.id == "distributed-systems"  # type: ignore[union-attr]
        await pilot.press("l", "down", "space")
        assert _list(app).row_count() == 41 + 11
        await pilot.press("h", "h")
        assert _list(app).row.id == "software"  # type: ignore[union-attr]
        await pilot.press("L")
        assert len(_listed(app)) == 387


async def test_one_walks_along_prerequisites_and_back(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2")
        pane = app.query_one(CurriculumPane)
        pane.reveal("ddia")
        await pilot.press("enter")
        assert _detail(app).has_focus
        while _detail(app).target.id != "cs50-sql":  # type: ignore[union-attr]
            await pilot.press("down")
        await pilot.press("enter")
        assert _list(app).resource_id == "cs50-sql"
        assert _detail(app).resource_id == "cs50-sql"
        assert _detail(app).has_focus
        await pilot.press("escape")
        assert _list(app).resource_id == "ddia"
        assert _detail(app).target.id == "cs50-sql"  # type: ignore[union-attr]
        await pilot.press("enter", "backspace", "left")
        assert _list(app).has_focus
        assert _list(app).resource_id == "ddia"


async def test_a_jump_leaves_filters_that_hide_its_end_and_the_way_back_brings_them_again(
    app: PlannerApp,
) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2", "f", "dollar_sign", "enter")
        app.query_one(CurriculumPane).reveal("ddia")
        paid = _listed(app)
        await _click_on(pilot, "✓ CS50's Introduction to")
        assert _list(app).resource_id == "cs50-sql"
        assert len(_listed(app)) == 387
        await pilot.press("backspace")
        assert _listed(app) == paid
        assert _list(app).resource_id == "ddia"


async def test_parts_are_ticked_up_to_a_box_by_keys_and_by_mouse(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2")
        app.query_one(CurriculumPane).reveal("ddia")
        await pilot.press("l", "right", "right", "space")

        def parts() -> int:
            return _session(app).profile.progress["ddia"].parts

        assert parts() == 5
        await pilot.press("space")
        assert parts() == 4
        await _click_on(pilot, "▢ ▢▢▢", left=0)
        before = parts()
        assert before > 4
        await pilot.press("u")
        assert parts() < before


async def test_on_a_narrow_screen_details_take_all_of_it_and_escape_gives_it_back(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"ddia", "enter", "enter")
        await pilot.pause()
        assert not _list(app).is_on_screen or _list(app).size.width == 0
        assert "still the best single explanation of storage" in _text(app)
        await pilot.press("space")
        assert _session(app).profile.progress["ddia"].parts == 3
        await _click_on(pilot, "esc back")
        assert _list(app).has_focus
        assert _list(app).size.width > 40
        await pilot.click("#curriculum-list", offset=(20, 0), times=2)
        await pilot.pause()
        assert _detail(app).has_focus
        await pilot.press("1", "2")
        assert _detail(app).has_focus
        await pilot.press("escape")
        assert _list(app).has_focus


async def test_a_selection_is_marked_as_one_change(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("slash", *"raft", "enter", "v", "v")
        chosen = set(_list(app).listing.chosen)
        assert len(chosen) == 2
        assert "2 selected ×" in _text(app)
        await pilot.press("K")
        assert {_state(app, each) for each in chosen} == {"known"}
        assert _session(app).past[-1].label == "2 resources: known"
        assert not _list(app).listing.chosen
        await pilot.press("u")
        assert "known" not in {_state(app, each) for each in chosen}


async def test_a_mark_on_a_selection_that_has_it_already_takes_it_back(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("slash", *"raft", "enter", "x", "v", "v", "x")
        skipped = [each for each in _listed(app)[:2] if _state(app, each) == "skipped"]
        assert len(skipped) == 2
        await pilot.press("g", "v", "v", "x")
        assert not [each for each in _listed(app)[:2] if _state(app, each) == "skipped"]
        assert _session(app).past[-1].label == "2 resources: not skipped"


async def test_a_heading_selects_what_is_under_it_the_margin_selects_by_mouse_and_escape_lets_go(
    app: PlannerApp,
) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2", "down", "v")
        assert len(_list(app).listing.chosen) == 11
        await pilot.press("escape")
        assert not _list(app).listing.chosen
        await pilot.click("#curriculum-list", offset=(0, 2))
        await pilot.click("#curriculum-list", offset=(1, 4))
        assert len(_list(app).listing.chosen) == 2
        await _click_on(pilot, "2 selected ×")
        assert not _list(app).listing.chosen


async def test_a_heading_shows_what_it_is_made_of_and_leads_on(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2")
        assert "✓ ML Engineer asks" in _text(app) or "ML Engineer asks for" in _text(app)
        await pilot.press("down")
        await pilot.pause()
        assert "moves most for its hours" in _text(app)
        await pilot.press("l", "enter")
        assert _list(app).resource_id is not None
        await pilot.press("escape", "escape", "g", "l", "enter")
        assert _list(app).row.kind == "competency"  # type: ignore[union-attr]


async def test_keys_of_the_curriculum_lead_there_from_elsewhere(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "b", "enter")
        assert len(_listed(app)) == 107
        assert app.query_one(CurriculumPane).display


async def test_counts_follow_the_choices_of_other_groups(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("f", "f", "b")
        board = app.screen.query_one(Board)
        assert board.highlighted is not None
        assert board.highlighted.value == "book"
        free = [each for each in _session(app).catalogue.listed if each.cost == "free"]
        books = sum(each.kind == "book" for each in free)
        row = next(each for each in _text(app).splitlines() if "▣ book" in each)
        assert row.split("book")[1].split()[0] == str(books)
