"""A second terminal, a file sync, an editor: what they write appears, and the place on the screen stays."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import OWN_CURRICULUM, at
from planner.session import Session
from planner.storage import profile_file
from planner.storage.profile_store import ProfileStore
from planner.tui import watcher
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.curriculum_pane import CurriculumPane
from planner.tui.widgets.path_list import PathList
from tui.sayings import said
from tui.scenes import LARGE, SMALL, day_92, day_one

pytestmark = pytest.mark.usefixtures("first_paths")

LATER = at("2026-11-23T21:00:00+01:00")
RESOURCE = """
[[resource]]
id = "{0}"
title = "{0}"
url = "https://example.org"
kind = "book"
hours = 4
teaches = {{ pottery = 50 }}
"""


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watcher, "INTERVAL", 0.02)


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


async def _until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds that another thread brings about."""
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        await pilot.pause(0.01)


async def _saved(app: PlannerApp, pilot: Pilot[None]) -> Path:
    """Wait until the profile of a new app is on the disk; return where."""
    _main(app).settle()
    await pilot.pause()
    _main(app).session.save()
    return _main(app).session.file


def _own(folder: Path, *resources: str) -> Path:
    """Write a curriculum of one's own with these resources."""
    file = folder / "home" / "curricula" / "good.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OWN_CURRICULUM + "".join(RESOURCE.format(each) for each in resources))
    return file


async def test_what_another_terminal_marks_appears_here_and_the_place_stays(tmp_path: Path) -> None:
    session = day_one(tmp_path / "p.toml").save()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "down", "enter", "G", *["up"] * 5)
        rows = app.query_one(CurriculumList)
        place = (rows.cursor, rows.resource_id, rows.scroll_offset, rows.row_count())
        Session.open(session.file, clock=LATER).mark(["ddia"], "done").save()
        await _until(pilot, lambda: "ddia" in _main(app).session.profile.progress)
        await pilot.pause()
        assert (rows.cursor, rows.resource_id, rows.scroll_offset, rows.row_count()) == place
        assert not _main(app).session.past


async def test_the_cursor_on_the_path_stays_on_its_item_when_those_before_it_are_done(tmp_path: Path) -> None:
    session = day_92(tmp_path / "p.toml").save()
    app = PlannerApp(session)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("3", *["down"] * 6)
        rows = app.query_one(PathList)
        chosen, height = rows.resource_id, rows.cursor - rows.scroll_offset.y
        first = next(iter(_main(app).session.standing.steps))
        assert chosen != first
        Session.open(session.file, clock=LATER).mark([first], "done").save()
        await _until(pilot, lambda: first not in _main(app).session.standing.steps)
        await pilot.pause()
        assert rows.resource_id == chosen
        assert rows.cursor - rows.scroll_offset.y <= height


async def test_a_search_stays_while_others_write(tmp_path: Path) -> None:
    session = day_one(tmp_path / "p.toml").save()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"database")
        Session.open(session.file, clock=LATER).mark(["ddia"], "done").save()
        await _until(pilot, lambda: "ddia" in _main(app).session.profile.progress)
        await pilot.press(*"s", "enter", "down")
        rows = app.query_one(CurriculumList)
        assert rows.listing.selection.search == "databases"
        chosen = rows.resource_id
        Session.open(session.file, clock=LATER).mark(["pro-git"], "done").save()
        await _until(pilot, lambda: "pro-git" in _main(app).session.profile.progress)
        assert (rows.listing.selection.search, rows.resource_id) == ("databases", chosen)


async def test_what_is_done_here_meanwhile_is_done_on_top(tmp_path: Path) -> None:
    session = day_one(tmp_path / "p.toml").save()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "down", "down")
        for number, name in enumerate(("ddia", "pro-git", "raft-paper"), 1):
            Session.open(session.file, clock=LATER).mark([name], "done").save()
            await pilot.press("down", "space")
            await _until(pilot, lambda name=name: name in _main(app).session.profile.progress)  # type: ignore[misc]
            done = [each for each in _main(app).session.profile.progress.values() if each.status == "done"]
            assert len(done) == 2 * number
    found = profile_file.load(session.file)
    assert found is not None
    assert sum(each.status == "done" for each in found.progress.values()) == 6


async def test_a_conflict_copy_that_comes_while_planner_is_open_is_taken_in(tmp_path: Path) -> None:
    session = day_one(tmp_path / "p.toml").save()
    copy = tmp_path / "p.sync-conflict-20261123-024827-ABCDEFG.toml"
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        profile_file.write(copy, session.mark(["ddia"], "done").profile)
        await _until(pilot, lambda: "ddia" in _main(app).session.profile.progress)
        await _until(pilot, lambda: not copy.exists())
    found = profile_file.load(session.file)
    assert found is not None
    assert found.progress["ddia"].status == "done"


async def test_a_changed_curriculum_is_read_and_the_place_stays(tmp_path: Path) -> None:
    file = _own(tmp_path, "one", "two", "three")
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await _saved(app, pilot)
        await pilot.press("2")
        rows = app.query_one(CurriculumList)
        app.query_one(CurriculumPane).reveal("two")
        await pilot.pause()
        height = rows.cursor - rows.scroll_offset.y
        _own(tmp_path, "another", "one", "two", "three")
        await _until(pilot, lambda: "another" in _main(app).session.catalogue.resources)
        await pilot.pause()
        assert (rows.resource_id, rows.cursor - rows.scroll_offset.y) == ("two", height)
        file.unlink()
        await _until(pilot, lambda: "two" not in _main(app).session.catalogue.resources)
        await pilot.press("down", "space")


async def test_a_curriculum_that_breaks_is_named_and_stays_until_it_is_right(tmp_path: Path) -> None:
    file = _own(tmp_path, "one")
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await _saved(app, pilot)
        file.write_text(file.read_text() + "hours = [")
        await _until(pilot, lambda: bool(_main(app).session.problems))
        assert "one" in _main(app).session.catalogue.resources
        await _until(pilot, lambda: "good.toml:" in said(app))
        _own(tmp_path, "one", "two")
        await _until(pilot, lambda: "two" in _main(app).session.catalogue.resources)
        assert not _main(app).session.problems


async def test_nothing_changes_under_a_page_and_everything_after_it(tmp_path: Path) -> None:
    session = day_one(tmp_path / "p.toml").save()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark")
        Session.open(session.file, clock=LATER).mark(["ddia"], "done").save()
        await pilot.pause(0.2)
        assert "ddia" not in _main(app).session.profile.progress
        await pilot.press("escape")
        await _until(pilot, lambda: "ddia" in _main(app).session.profile.progress)


async def test_a_profile_that_is_damaged_from_outside_is_said_and_saved_again_once_it_is_mended(
    tmp_path: Path,
) -> None:
    session = day_one(tmp_path / "p.toml").save()
    content = session.file.read_bytes()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        session.file.write_text("half a fi")
        await _until(pilot, lambda: _main(app).note == "✗ cannot be read")
        await _until(pilot, lambda: "p.toml:1" in said(app))
        newest = session.store.former()[0]
        assert (newest.reason, newest.file.read_bytes()) == ("seen", content)
        await pilot.press("space")
        await _until(pilot, lambda: _main(app).note == "✗ not saved")
        assert session.file.read_text() == "half a fi"
        session.file.write_bytes(content)
        await _until(pilot, lambda: _main(app).note == "✓ saved")
    found = profile_file.load(session.file)
    assert found is not None
    assert sum(each.status == "done" for each in found.progress.values()) == 1


async def test_a_profile_that_disappears_becomes_a_backup_and_comes_back_with_the_next_key(
    tmp_path: Path,
) -> None:
    session = day_one(tmp_path / "p.toml").save()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        store: ProfileStore = session.store
        session.file.unlink()
        await _until(pilot, lambda: bool(store.former()))
        assert store.former()[0].reason == "seen"
        await pilot.press("space")
        await _until(pilot, session.file.exists)


async def test_what_is_taken_out_of_a_curriculum_under_the_cursor_leaves_no_hole(tmp_path: Path) -> None:
    _own(tmp_path, "one", "two")
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await _saved(app, pilot)
        await pilot.press("2")
        app.query_one(CurriculumPane).reveal("two")
        await pilot.press("enter")
        _own(tmp_path, "one")
        await _until(pilot, lambda: "two" not in _main(app).session.catalogue.resources)
        await pilot.press("escape", "down", "up")
        assert app.query_one(CurriculumList).resource_id != "two"
