from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from builders import at
from planner.session import Session
from planner.storage import profile_file
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.curriculum_pane import CurriculumPane
from planner.tui.widgets.detail_list import DetailList
from planner.tui.widgets.views import ChartView
from tui.sayings import said
from tui.scenes import LARGE, SMALL, day_92, day_one, newcomer

pytestmark = pytest.mark.usefixtures("first_paths")

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _shown(app: PlannerApp) -> str:
    return type(app.screen).__name__


def _software(app: PlannerApp) -> float:
    return _main(app).session.standing.skill.position.software


def _text(app: PlannerApp) -> str:
    """Return what stands on the screen."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips[:height])[: (width + 1) * height]


async def _settle(app: PlannerApp, pilot: Pilot[None]) -> None:
    _main(app).flush()
    await pilot.pause()


@SIZES
async def test_the_whole_evening(size: tuple[int, int], tmp_path: Path) -> None:
    """First run, map, curriculum, check off, undo, redo, quit, open again: still there."""
    file = tmp_path / "profile.toml"
    app = PlannerApp(newcomer(file))
    async with app.run_test(size=size) as pilot:
        assert _shown(app) == "FirstRunScreen"
        await pilot.press("down", "down", "down", "enter", "enter", "enter")
        assert _shown(app) == "MainScreen"
        assert _software(app) == pytest.approx(26, abs=0.1)
        before, price = _text(app), _main(app).session.standing.price_tag("ddia").moves.software
        reached = pytest.approx(_software(app) + price)
        await pilot.press("slash", *"kleppmann data-int", "enter", "space")
        assert _software(app) == reached
        await pilot.press("1")
        moved = _text(app)
        assert _marker(before) != _marker(moved)
        await pilot.press("u")
        assert _software(app) == pytest.approx(26, abs=0.1)
        assert _marker(_text(app)) == _marker(before)
        await pilot.press("ctrl+r")
        assert _software(app) == reached
        await pilot.press("q")
    assert app.return_code == 0
    again = Session.open(file, clock=at("2026-11-24T20:00:00+01:00"))
    assert again.standing.state_of(again.catalogue.resources["ddia"]) == "done"
    assert again.standing.skill.position.software == reached


def _marker(screen: str) -> tuple[int, int]:
    return next((row, line.index("◉")) for row, line in enumerate(screen.splitlines()) if "◉" in line)


async def test_space_toggles_and_the_list_keeps_its_place(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2", *["down"] * 5)
        rows = app.query_one(CurriculumList)
        chosen, cursor = rows.resource_id, rows.cursor
        await pilot.press("space")
        assert _main(app).session.profile.progress[chosen or ""].status == "done"
        assert (rows.resource_id, rows.cursor) == (chosen, cursor)
        await pilot.press("space")
        assert _main(app).session.profile.progress[chosen or ""].status == "todo"


async def test_parts_are_ticked_and_taken_back(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("plus")
        progress = _main(app).session.profile.progress["ddia"]
        assert (progress.parts, progress.status) == (3, "doing")
        await pilot.press("minus", "minus")
        assert _main(app).session.profile.progress["ddia"].parts == 1
        await pilot.press(*["plus"] * 11)
        assert "If that was all" not in said(app)
        await pilot.press("plus")
        assert _main(app).session.profile.progress["ddia"].parts == 13
        assert "If that was all: space in the list checks it off." in said(app)
        await pilot.pause()
        assert "13 parts: done?" in _text(app)


@pytest.mark.parametrize(
    ("keys", "state"), [("s", "doing"), ("x enter", "skipped"), ("K", "known"), ("space", "done")]
)
async def test_each_mark_has_its_key(keys: str, state: str, tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"data-int", "enter", *keys.split())
        session = _main(app).session
        assert session.standing.state_of(session.catalogue.resources["ddia"]) == state


async def test_details_follow_the_cursor_and_enter_leads_to_the_curriculum(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter")
        assert app.query_one(CurriculumList).resource_id == "ddia"
        assert app.query_one("#curriculum-detail", DetailList).resource_id == "ddia"
        await pilot.press("down")
        assert app.query_one("#curriculum-detail", DetailList).resource_id != "ddia"


async def test_headings_fold_by_key_and_by_mouse(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2")
        rows = app.query_one(CurriculumList)
        every = rows.row_count()
        await pilot.press("down", "enter")
        assert rows.row_count() < every
        await pilot.press("l")
        assert rows.row_count() == every
        await pilot.press("j", "j", "h")
        assert rows.row_count() < every
        await pilot.click("#curriculum-list", offset=(10, rows.cursor))
        assert rows.row_count() == every


async def test_a_click_on_the_glyph_checks_off(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.click("#top", offset=(25, 0))
        assert _main(app).view == "curriculum"
        await pilot.click("#curriculum-list", offset=(4, 3))
        assert _main(app).session.profile.progress["practical-python"].status == "done"
        await pilot.click("#curriculum-list", offset=(20, 5))
        assert app.query_one(CurriculumList).resource_id == "fluent-python"


async def test_escape_leads_back_from_everywhere(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark")
        assert _shown(app) == "HelpScreen"
        await pilot.press("escape", "slash", *"git")
        assert app.query_one(CurriculumList).listing.selection.search == "git"
        await pilot.press("escape")
        assert app.query_one(CurriculumList).listing.selection.search == ""
        await pilot.press("S")
        assert _shown(app) == "FirstRunScreen"
        await pilot.press("enter", "escape", "escape")
        assert _shown(app) == "MainScreen"


async def test_the_first_run_previews_each_answer(tmp_path: Path) -> None:
    app = PlannerApp(newcomer(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        one = app.screen.query_one("#preview", ChartView)
        assert one.session is not None
        software_engineer = one.session.standing.skill.position
        await pilot.press("j", "j", "j")
        assert one.session.standing.skill.position != software_engineer
        assert _main(app).session.standing.skill.position == (0, 0, 0)


async def test_the_palette_offers_first_what_is_called_so(tmp_path: Path) -> None:
    """Others speak of progress as well, and stand before it in the table."""
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon", *"progress")
        await app.workers.wait_for_complete()
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause()
        assert _main(app).view == "progress"


async def test_the_palette_finds_a_resource(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("colon")
        await pilot.press(*"consensus")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.query_one(CurriculumList).resource_id == "raft-paper"


async def test_views_are_made_when_they_are_first_shown(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        assert not app.query("#curriculum, #path, #progress")
        await pilot.press("tab", "tab", "tab", "shift+tab")
        assert _main(app).view == "path"
        assert app.query_one("#path-list").has_focus
        await pilot.press("tab")
        assert _main(app).view == "progress"
        assert app.query_one("#progress-list").has_focus


async def test_zoom_moves_the_chart_closer(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        far = _text(app)
        await pilot.press("z")
        assert _text(app) != far
        await pilot.press("z")
        assert _text(app) == far


async def test_a_save_that_fails_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    session = day_one(file)
    file.mkdir()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await _settle(app, pilot)
        assert "✗ not saved" in _text(app)
        assert "could not be saved" in app.unsaved or "cannot be read" in app.unsaved
        file.rmdir()
        await pilot.press("down", "space")
        await _settle(app, pilot)
        assert "✓ saved" in _text(app)
        assert app.unsaved == ""
    saved = profile_file.load(file)
    assert saved is not None
    assert sum(each.status == "done" for each in saved.progress.values()) == 2


async def test_a_burst_of_keys_ends_on_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    app = PlannerApp(day_one(file))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2", "down", *["down", "space"] * 8)
    saved = profile_file.load(file)
    assert saved is not None
    assert sum(each.status == "done" for each in saved.progress.values()) == 8


async def test_undo_and_redo_say_when_there_is_nothing(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        for key, words in (("u", "Nothing to undo."), ("ctrl+r", "Nothing to do again.")):
            await pilot.press(key)
            assert said(app) == words


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (60, 20), (200, 60)])
async def test_no_size_is_too_small_or_too_large(size: tuple[int, int], tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", "down", "3", "down", "1", "z", "question_mark", "escape", "S", "escape")
        await pilot.resize_terminal(100, 30)
        await pilot.press("2", "space")
    assert app.return_code in (None, 0)


async def test_a_search_without_hits_says_so_and_no_key_breaks_it(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"zzzz", "enter")
        assert "Nothing is found" in _text(app)
        await pilot.press("enter", "h", "l", "down", "up", "g", "G", "space", "x", "plus", "o", "pagedown")
        await pilot.press("escape")
        assert app.query_one(CurriculumList).row_count() > 100


async def test_letters_go_into_the_search_and_nowhere_else(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"q1x:?kS ")
        assert _shown(app) == "MainScreen"
        assert app.query_one("#search", Input).value == "q1x:?kS "
        assert not _main(app).session.past


async def test_a_click_leads_out_of_the_search(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("slash", *"git")
        await pilot.click("#top", offset=(14, 0))
        assert _main(app).view == "map"
        await pilot.press("space")
        assert _main(app).session.past


async def test_leaving_the_search_keeps_the_cursor_in_sight(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"raft-p", "enter", "escape")
        assert app.query_one(CurriculumList).resource_id == "raft-paper"
        assert "In Search of an Under" in _text(app)


@pytest.mark.parametrize("keys", ["s s", "x enter x", "K K", "space space"])
async def test_every_mark_is_taken_back_by_its_own_key(keys: str, tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        session = _main(app).session
        before = session.standing.skill.position
        resource_id = _main(app).rows.resource_id
        await pilot.press("2")
        app.query_one(CurriculumPane).reveal("ddia")
        await pilot.press(*keys.split())
        session = _main(app).session
        assert session.profile.progress_of(session.catalogue.resources["ddia"]).status in ("todo", "doing")
        assert session.standing.skill.position == before
        assert resource_id is not None


async def test_undo_says_when_another_planner_was_faster(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    app = PlannerApp(day_one(file))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("2")
        app.query_one(CurriculumPane).reveal("ddia")
        await pilot.press("space")
        await _settle(app, pilot)
        other = Session.open(file, clock=at("2026-11-23T21:00:00+01:00"))
        other.mark(["ddia"], "skipped").save()
        await pilot.press("down", "space")
        await _settle(app, pilot)
        await pilot.press("u", "u")
        assert "changed elsewhere" in said(app)
        assert _main(app).session.profile.progress["ddia"].status == "skipped"


async def test_asking_the_questions_again_begins_with_the_answers_of_before(tmp_path: Path) -> None:
    session = (
        day_one(tmp_path / "p.toml")
        .set_setting("hours_per_week", 12.5)
        .set_setting("domain", "climate-energy")
    )
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("S", "enter", "enter", "enter")
        settings = _main(app).session.profile.settings
        assert (settings.title, settings.hours_per_week, settings.domain) == (
            "data-scientist",
            12.5,
            "climate-energy",
        )
        assert _main(app).session.profile.claims == session.profile.claims


async def test_a_chosen_theme_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    app = PlannerApp(day_one(file))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("T")
        assert _shown(app) != "MainScreen"
        await pilot.press(*"planner-l")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "planner-light"
    again = Session.open(file, clock=at("2026-11-24T20:00:00+01:00"))
    assert PlannerApp(again).theme == "planner-light"


async def test_links_are_copied_and_opened_only_where_there_is_a_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        for key in ("y", "o"):
            app._clipboard = ""
            await pilot.press(key)
            assert app.clipboard.startswith("https://"), key
