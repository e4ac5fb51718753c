from pathlib import Path

from textual.pilot import Pilot

from planner.tui.app import PlannerApp
from planner.tui.screens.session_screen import SessionScreen
from tui.sayings import said
from tui.scenes import LARGE, day_one, kept


async def _settle(app: PlannerApp, pilot: Pilot[None]) -> SessionScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, SessionScreen)
    for _ in range(2):
        screen.settle()
        await pilot.pause()
    return screen


async def test_skipping_an_item_of_the_path_goes_the_path_that_was_shown(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        screen = await _settle(app, pilot)
        before = screen.session.standing
        first = next(iter(before.steps))
        await pilot.press("3", "s", "x")
        await pilot.press("enter")
        await _settle(app, pilot)
        after = screen.session.standing
        assert after.adopted is not None
        assert first not in after.steps
        assert "skipped" in said(app)
        await pilot.press("u")
        await _settle(app, pilot)
        assert screen.session.profile.progress[first].status == "doing"
        assert list(screen.session.standing.steps) == list(before.steps)


async def test_a_much_shorter_path_is_offered_and_adopted_only_on_demand(tmp_path: Path) -> None:
    session = day_one(tmp_path / "p.toml")
    long = session
    extra = [each for each in session.catalogue.resources if each not in session.standing.ground.met]
    taken = [
        each
        for each in extra
        if each not in session.standing.steps and not session.catalogue.resources[each].requires
    ]
    for each in taken[:12]:
        long = long.if_pinned(each)
    slow = session.adopt_path(long.standing.refined)
    adopted = slow.standing.adopted
    assert adopted is not None
    assert adopted.cost > 1.05 * session.standing.path.cost
    entry = {**slow.profile.tables["plan"]["adopted"], "basis": "another"}
    later = kept(session.file, slow.profile.with_entries({("plan", "adopted"): entry}))
    app = PlannerApp(later)
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        screen = await _settle(app, pilot)
        assert screen.offer is not None
        assert "shorter path" in said(app)
        assert screen.session.standing.path.cost == adopted.cost
        await pilot.press("a")
        await _settle(app, pilot)
        assert screen.session.standing.path.cost * 1.05 < adopted.cost
        await pilot.press("u")
        await _settle(app, pilot)
        assert screen.session.standing.path.cost == adopted.cost


async def test_without_an_offer_a_says_so(tmp_path: Path) -> None:
    app = PlannerApp(day_one(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        await _settle(app, pilot)
        await pilot.press("a")
        await pilot.pause()
        assert "as short as it gets" in said(app)
