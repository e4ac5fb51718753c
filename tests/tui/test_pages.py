from pathlib import Path

import pytest

from planner.core.curriculum import AREAS
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.screens.numbers import NumbersScreen
from planner.tui.widgets.page_list import PageList
from planner.tui.widgets.views import ChartView, PanelView
from tui.scenes import LARGE, SMALL, day_92

pytestmark = pytest.mark.usefixtures("first_paths")


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


async def test_a_claim_is_raised_weighed_and_kept(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        before = _main(app).session.standing.skill.position.software
        await pilot.press("i", "down", "right", "right")
        assert isinstance(app.screen, NumbersScreen)
        assert "programming" not in str(_main(app).session.past[-1:])
        await pilot.press("enter")
        session = _main(app).session
        assert session.profile.claims["programming"] == 70
        assert session.standing.skill.position.software > before
        await pilot.press("u")
        assert _main(app).session.profile.claims["programming"] == 60


async def test_claims_that_are_not_kept_change_nothing(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        before = _main(app).session
        await pilot.press("c", "right", "right", "escape")
        assert _main(app).session.profile is before.profile


async def test_several_claims_are_one_change(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        changes = len(_main(app).session.past)
        await pilot.press("i", "down", "right", "down", "right", "right", "enter")
        session = _main(app).session
        assert len(session.past) == changes + 1
        assert session.past[-1].label == "2 claims"


async def test_an_area_cannot_be_claimed(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        before = _main(app).session.profile
        await pilot.press("i", "right", "enter")
        assert _main(app).session.profile is before


async def test_a_click_on_a_number_shows_its_shares(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        panel = app.query_one(PanelView)
        row = next(
            y
            for y in range(panel.size.height)
            if "domain " in panel.render_line(y).text and "40" in panel.render_line(y).text
        )
        await pilot.click(PanelView, offset=(4, row))
        page = app.screen
        assert isinstance(page, NumbersScreen)
        assert page.about == "domain"
        assert page.about in AREAS
        assert page.query_one(PageList).cursor > 0


async def test_the_keys_of_a_page_can_be_clicked(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("i")
        keys = app.screen.query_one("KeyLine")
        await pilot.click("KeyLine", offset=(keys.render_line(0).text.index("esc"), 0))
        assert isinstance(app.screen, MainScreen)


async def test_what_is_presumed_can_be_overruled(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        presumed = _main(app).session.standing.ground.presumed
        await pilot.press("P", "down", "space", "enter")
        session = _main(app).session
        (overruled,) = presumed - session.standing.ground.presumed
        assert session.profile.pins == {overruled}
        await pilot.press("u")
        assert _main(app).session.standing.ground.presumed == presumed


async def test_the_evidence_marker_comes_and_goes(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        chart = app.query_one(ChartView)

        def text() -> str:
            return "\n".join(chart.render_line(y).text for y in range(chart.size.height))

        assert "done here" not in text()
        await pilot.press("m")
        assert "○" in text()
        assert "done here" in text()
        await pilot.press("m")
        assert "done here" not in text()


async def test_the_ghost_follows_the_highlighted_item(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        chart = app.query_one(ChartView)
        await pilot.pause()
        first = chart.highlighted
        await pilot.press("down")
        assert chart.highlighted not in (None, first)


async def test_a_click_in_the_help_does_what_stands_there(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("question_mark")
        page = app.screen.query_one("_HelpPage")
        row = next(y for y in range(page.size.height) if "Filter by area" in page.render_line(y).text)
        await pilot.click("_HelpPage", offset=(4, row))
        await pilot.pause()
        assert type(app.screen).__name__ == "FilterScreen"
