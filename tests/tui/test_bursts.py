"""Keys that arrive together: each acts where the one before led; what follows is drawn once, for the last."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from planner.core.curriculum import Resource
from planner.core.standing import Standing
from planner.presentation import curriculum_rows, resource_detail
from planner.presentation.sheet import Sheet
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.curriculum_pane import CurriculumPane
from planner.tui.widgets.detail_list import DetailList
from tui.sayings import said
from tui.scenes import LARGE


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _list(app: PlannerApp) -> CurriculumList:
    return _main(app).query_one(CurriculumList)


def _marks(session: Session) -> dict[str, str]:
    return {each: progress.status for each, progress in session.profile.progress.items()}


async def _burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys in one go, and wait until all that follows is painted."""
    characters = {"space": " ", "plus": "+", "question_mark": "?"}
    for key in keys:
        pilot.app.post_message(events.Key(key, characters.get(key, key if len(key) == 1 else None)))
    for _ in range(3):
        await pilot.pause()


async def _open(pilot: Pilot[None]) -> None:
    """Go to the Curriculum, onto a resource that others follow."""
    await pilot.press("2", *["down"] * 3)
    await pilot.pause()


async def test_after_a_burst_of_moves_the_details_are_those_of_the_last_row(
    app: PlannerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = resource_detail.sheet
    async with app.run_test(size=LARGE) as pilot:
        await _open(pilot)

        def noted(standing: Standing, resource: Resource, width: int) -> Sheet:
            drawn.append(resource.id)
            return draw(standing, resource, width)

        monkeypatch.setattr(resource_detail, "sheet", noted)
        await _burst(pilot, *["down"] * 6)
        detail = _main(app).query_one(DetailList)
        assert detail.resource_id == _list(app).resource_id is not None
        assert drawn == [_list(app).resource_id]


async def test_marks_in_a_burst_are_for_the_rows_that_the_cursor_came_to(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await _open(pilot)
        rows = _list(app)
        before = _marks(_main(app).session)
        first, second, third = (rows.resource_at(rows.cursor + by) or "" for by in (1, 2, 3))
        await _burst(pilot, "down", "x", "down", "s", "down", "K")
        after = _main(app).session
        assert after.profile.progress[first].status == "skipped"
        assert after.profile.progress[second].status == "doing"
        assert after.profile.progress[third].known
        changed = {each for each, status in _marks(after).items() if before.get(each) != status}
        assert changed <= {first, second, third}


async def test_what_is_opened_right_after_a_move_is_the_new_row(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await _open(pilot)
        wanted = _list(app).resource_at(_list(app).cursor + 2)
        await _burst(pilot, "down", "down", "enter")
        pane = _main(app).query_one(CurriculumPane)
        assert pane.is_inside
        assert pane.detail.resource_id == pane.list.resource_id == wanted


async def test_what_is_ticked_right_after_a_jump_is_the_new_row(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("2")
        pane = _main(app).query_one(CurriculumPane)
        pane.reveal("ddia")
        before = _main(app).session.profile.progress.get("ddia")
        await _burst(pilot, "up", "down", "plus")
        assert _main(app).session.profile.progress["ddia"].parts == (before.parts if before else 0) + 1


async def test_once_a_burst_has_settled_every_row_says_what_follows_from_it(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await _open(pilot)
        rows = _list(app)
        await _burst(pilot, "space", "down", "space", "down", "x", "up", "up", "space")
        standing, width = _main(app).session.standing, rows.scrollable_content_region.width
        for y in range(min(rows.row_count(), rows.size.height)):
            drawn = curriculum_rows.draw(standing, rows._rows[y + rows.scroll_offset.y], width)
            assert rows.render_line(y).text.rstrip() == "".join(text for text, _ in drawn).rstrip()
        detail = _main(app).query_one(DetailList)
        resource = standing.catalogue.resources[detail.resource_id or ""]
        assert detail.sheet == resource_detail.sheet(standing, resource, detail._drawn[2])


async def test_the_frame_of_a_mark_waits_for_nothing_that_is_weighed_anew(
    app: PlannerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[tuple[str, set[str]]] = []
    async with app.run_test(size=LARGE) as pilot:
        await _open(pilot)
        rows, main = _list(app), _main(app)
        row = rows.cursor - rows.scroll_offset.y
        before = rows.render_line(row).text

        def painted() -> None:
            frames.append((rows.render_line(row).text, set(vars(main.session.standing))))

        monkeypatch.setattr(app, "post_display_hook", painted)
        await _burst(pilot, "space")
        shown, weighed = frames[0]
        assert shown != before
        assert weighed.isdisjoint({"ground", "skill", "adopted", "path", "bills"})
        assert {"ground", "skill", "adopted"} <= set(vars(main.session.standing))


async def test_of_several_changes_the_last_is_said(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await _open(pilot)
        await _burst(pilot, "space", "u")
        assert said(app).startswith("Undone")
        assert "takes it back" not in said(app)


async def test_nothing_is_said_over_a_page_that_was_opened_meanwhile(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await _open(pilot)
        await _burst(pilot, "space", "question_mark")
        assert app.screen is not _main(app)
        assert said(app) == ""


async def test_a_burst_that_ends_in_leaving_is_on_the_disk(app: PlannerApp, tmp_path: Path) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await _open(pilot)
        first, second = (_list(app).resource_at(_list(app).cursor + by) or "" for by in (1, 2))
        await _burst(pilot, "down", "x", "down", "x", "q")
    again = Session.open(tmp_path / "p.toml")
    assert {again.profile.progress[each].status for each in (first, second)} == {"skipped"}
