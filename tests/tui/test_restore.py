import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from planner.presentation.lines import plain
from planner.session import Session
from planner.storage import backups, profile_file
from planner.storage.profile_text import dump
from planner.tui.app import PlannerApp
from planner.tui.full_screen import FullScreen
from planner.tui.restore_app import RestoreApp, Trouble
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.backup_chooser import BackupChooser
from planner.tui.widgets.page_list import PageList
from tui.sayings import said
from tui.scenes import EVENING, LARGE, SMALL, day_one

pytestmark = pytest.mark.usefixtures("first_paths")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Someone with two backups: since the older one ddia and pro-git were done, since the other pro-git."""
    session = day_one(tmp_path / "p.toml").save()
    for number, name in enumerate(("ddia", "pro-git")):
        moment = EVENING() - timedelta(minutes=50 - 10 * number)
        backups.keep(session.store.backup_folder, dump(session.profile).encode(), moment, "save")
        session = session.mark([name], "done").save()
    return session


def _trouble(session: Session, words: str = "p.toml:1: is damaged", *, is_there: bool = True) -> RestoreApp:
    return RestoreApp(Trouble(session.file, words, is_there, session.clock))


def _done(session: Session) -> set[str]:
    found = profile_file.load(session.file)
    assert found is not None
    return {name for name, each in found.progress.items() if each.status == "done"}


def _text(app: FullScreen[Any]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def _words(app: FullScreen[Any]) -> str:
    """Return what is said above the list."""
    return str(app.screen.query_one("#restore-words", Static).content)


async def _until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Wait until something holds that a thread brings about."""
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        await pilot.pause(0.01)


async def _read(app: FullScreen[Any], pilot: Pilot[Any]) -> str:
    """Wait until the backups are read; return what stands on the screen."""
    await _until(
        pilot, lambda: app.screen.query(BackupChooser) and app.screen.query_one(BackupChooser).is_read
    )
    await pilot.pause()
    return _text(app)


async def test_the_page_lists_the_backups_with_what_differs_and_escape_changes_nothing(
    session: Session,
) -> None:
    before = session.file.read_bytes()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("B")
        text = await _read(app, pilot)
        assert "today 19:20" in text
        assert "1 marked  1 differ" in text
        assert "0 marked  2 differ" in text
        assert "pro-git" in text
        assert "ddia" not in text
        await pilot.press("j")
        await _until(pilot, lambda: "ddia" in _text(app))
        await pilot.press("escape")
        assert isinstance(app.screen, MainScreen)
    assert session.file.read_bytes() == before


async def test_restoring_in_the_running_app_is_saved_backed_up_and_can_be_taken_back(
    session: Session,
) -> None:
    app = PlannerApp(session)
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await pilot.press("B")
        await _read(app, pilot)
        await pilot.press("down", "enter")
        await _until(pilot, lambda: _done(session) == set())
        await _until(pilot, lambda: "today 19:10" in said(app))
        assert session.store.former()[0].reason == "restore"
        await pilot.press("u")
        await _until(pilot, lambda: _done(session) == {"ddia", "pro-git"})


async def test_restoring_in_the_running_app_takes_the_place_of_a_file_that_is_damaged(
    session: Session,
) -> None:
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        session.file.write_text("half a fi")
        await pilot.press("B")
        await _read(app, pilot)
        assert "p.toml:1" in _words(app)
        await pilot.press("enter")
        await _until(pilot, lambda: "✓ saved" in _text(app))
        assert _done(session) == {"ddia"}
    assert b"half a fi" in [each.file.read_bytes() for each in session.store.former()]


async def test_a_newer_profile_is_not_replaced_from_the_running_app(session: Session) -> None:
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        newer = session.file.read_bytes().replace(b"format = 1", b"format = 2")
        session.file.write_bytes(newer)
        await pilot.press("B")
        await _read(app, pilot)
        await pilot.press("enter")
        await _until(pilot, lambda: "✗ not saved" in _text(app))
    assert session.file.read_bytes() == newer


async def test_without_backups_the_page_says_when_the_first_is_made(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("B")
        assert "There are no backups yet" in await _read(app, pilot)
        await pilot.press("enter", "escape")
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("size", [SMALL, LARGE, (40, 12)])
async def test_a_damaged_profile_is_restored_and_kept(session: Session, size: tuple[int, int]) -> None:
    session.file.write_text("garbage")
    app = _trouble(session)
    async with app.run_test(size=size) as pilot:
        assert "p.toml:1: is damaged" in await _read(app, pilot)
        assert session.file.read_text() == "garbage"
        await pilot.press("enter")
        await _until(pilot, lambda: app.return_value)
    assert app.return_value == "restored"
    assert _done(session) == {"ddia"}
    assert b"garbage" in [each.file.read_bytes() for each in session.store.former()]


@pytest.mark.parametrize("key", ["escape", "q", "n"])
async def test_leaving_keeps_a_damaged_file_as_it_is(session: Session, key: str) -> None:
    session.file.write_text("garbage")
    app = _trouble(session)
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot)
        await pilot.press(key)
    assert app.return_value is None
    assert session.file.read_text() == "garbage"


async def test_a_backup_that_is_damaged_too_is_refused_and_another_one_can_be_chosen(
    session: Session,
) -> None:
    backups.keep(session.store.backup_folder, b"format = [", EVENING(), "save")
    session.file.write_text("garbage")
    app = _trouble(session)
    async with app.run_test(size=SMALL) as pilot:
        assert "This backup is damaged" in await _read(app, pilot)
        await pilot.press("enter")
        await _until(pilot, lambda: "is damaged too" in _words(app))
        await pilot.press("down", "enter")
        await _until(pilot, lambda: app.return_value)
    assert app.return_value == "restored"
    assert _done(session) == {"ddia"}


async def test_a_drive_that_is_not_there_is_not_made_up_for(session: Session, tmp_path: Path) -> None:
    link, drive = tmp_path / "link.toml", tmp_path / "drive"
    drive.mkdir()
    link.symlink_to(drive / "p.toml")
    store = replace(session, file=link).store
    backups.keep(store.backup_folder, session.file.read_bytes(), EVENING(), "save")
    drive.rmdir()
    app = RestoreApp(Trouble(link, "link.toml: is a link", is_there=True, clock=session.clock))
    async with app.run_test(size=LARGE) as pilot:
        await _read(app, pilot)
        await pilot.press("enter")
        await _until(pilot, lambda: "is a drive or a folder missing?" in _words(app))
        await pilot.press("escape")
    assert app.return_value is None
    assert not drive.exists()


async def test_where_the_profile_is_gone_one_can_begin_anew(session: Session) -> None:
    session.file.unlink()
    app = _trouble(session, "p.toml is not there", is_there=False)
    async with app.run_test(size=SMALL) as pilot:
        assert "n begin anew" in await _read(app, pilot)
        await pilot.press("n")
    assert app.return_value == "anew"
    assert not session.file.exists()


async def test_what_could_not_be_saved_is_among_the_backups(session: Session) -> None:
    session.file.write_text("garbage")
    with pytest.raises(profile_file.ProfileError):
        session.mark(["raft-paper"], "done").save()
    app = _trouble(session)
    async with app.run_test(size=SMALL) as pilot:
        assert "what could not be saved" in await _read(app, pilot)
        rows = app.screen.query_one(PageList)
        shown = [plain(rows.row_line(index, 80)) for index in range(rows.row_count())]
        rows.cursor = next(index for index, row in enumerate(shown) if "could not be saved" in row)
        await pilot.press("enter")
        await _until(pilot, lambda: app.return_value)
    assert _done(session) == {"ddia", "pro-git", "raft-paper"}
    assert not session.store.rescue_file.exists()
