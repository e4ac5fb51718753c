from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.content import Content
from textual.geometry import Region
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar

from hostility import PAYLOADS, hostile_home
from planner.core.marking import Answers
from planner.core.text import clean
from planner.presentation.commands import COMMANDS
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.curriculum_pane import CurriculumPane
from tui.scenes import EVENING, LARGE

pytestmark = pytest.mark.usefixtures("first_paths")

TITLE = "[x] done [/] [@click=app.quit]"
EVIL = f"""\
format = 1
id = "evil"
title = "{TITLE}"
area = "ml"

[[competency]]
id = "c"
title = "{TITLE}"
weight = 1.0

[[competency]]
id = "d"
title = "{TITLE}"
weight = 0.5

[[resource]]
id = "r"
title = "{TITLE}"
authors = ["{TITLE}", "\\u001b]52;c;cm0=\\u0007"]
url = "https://example.org/[@click=app.quit]"
kind = "book"
hours = 12
teaches = {{ c = 50 }}
why = "{TITLE} \\u001b[5n \\u009b5n \\u202e"

[[role]]
id = "unicorn-mle"
title = "{TITLE}"
short = "[x][/][@a]"
ml = 40
software = 0
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Session:
    folder = tmp_path / "curricula"
    folder.mkdir()
    (folder / "evil.toml").write_text(EVIL, "utf-8")
    domain = (
        EVIL.replace('"evil"', '"fields"')
        .replace('"ml"', '"domain"')
        .replace('"c"', '"e"')
        .replace('"d"', '"f"')
    )
    domain = domain[: domain.index("[[resource]]")].replace("weight = 1.0", "weight = 1.0\nelective = true")
    (folder / "fields.toml").write_text(domain, "utf-8")
    session = Session.open(tmp_path / "p.toml", folder, EVENING)
    assert not session.problems
    return session


@pytest.mark.parametrize("size", [LARGE, (80, 24)])
async def test_a_title_is_shown_as_it_is_and_does_nothing(hostile: Session, size: tuple[int, int]) -> None:
    app = PlannerApp(hostile)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert TITLE[:14] in _text(app)
        await pilot.press("enter", "enter", "enter")
        assert TITLE[:10] in _text(app)
        for keys in (
            "2",
            "down",
            "down",
            "space",
            "3",
            "colon",
            "escape",
            "u",
            "slash",
            "x",
            "escape",
            "question_mark",
        ):
            await pilot.press(keys)
            for x in range(0, size[0], 7):
                for y in range(0, size[1], 3):
                    if not isinstance(app.screen.get_widget_at(x, y)[0], ScrollBar):
                        meta = app.screen.get_style_at(x, y).meta
                        assert not any(each.startswith("@") for each in meta)
        assert app.is_running
        await pilot.press("escape", "2")
        app.query_one(CurriculumPane).reveal("r")
        await pilot.pause()
        assert TITLE in _text(app) or size[0] < 100
        row = app.query_one(CurriculumList).cursor
        for x in range(6, 60, 4):
            await pilot.click("#curriculum-list", offset=(x, row))
        assert app.is_running
        await pilot.press("colon")
        await pilot.press(*"click")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert TITLE[:14] in _text(app)


async def test_no_control_character_leaves_even_when_one_was_forgotten(hostile: Session) -> None:
    app = PlannerApp(replace(hostile))
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        app.notify("\x1b]0;owned\x07 \x9b5n", markup=False)
        app.screen.query_one("#hint").update(Content("\x1b[31m\x00"))  # type: ignore[attr-defined]
        await pilot.pause()
        text = _text(app)
        assert "\x1b" not in text
        assert "\x9b" not in text
        assert "\x00" not in text


@pytest.fixture
def hostile_session(tmp_path: Path) -> Session:
    home = hostile_home(tmp_path / "hostile")
    session = Session.open(home.profile, home.curricula, EVENING)
    return session.set_up(Answers("data-scientist", 8, "f0")).planned()


async def test_every_payload_is_shown_as_what_it_is(hostile_session: Session) -> None:
    app = PlannerApp(hostile_session)
    async with app.run_test(size=(240, 60)) as pilot:
        await pilot.press("2")
        rows = app.screen.query_one(CurriculumList)
        listed = ""
        for top in range(0, rows.row_count(), rows.size.height):
            rows.scroll_to(y=top, animate=False)
            await pilot.pause()
            listed += _text(app, rows.region)
        assert [each for each in PAYLOADS if _seen(each)[:40] not in _seen(listed)] == []
        for number in range(0, len(PAYLOADS), 2):
            app.screen.query_one(CurriculumPane).reveal(f"r{number}")
            await pilot.pause()
            details = _seen(_text(app, app.screen.query_one("#curriculum .detail").region))
            for word in (PAYLOADS * 2)[number : number + 4]:
                assert _seen(word)[:20] in details, word


async def test_every_page_shows_them_as_what_they_are(hostile_session: Session) -> None:
    app = PlannerApp(hostile_session)
    async with app.run_test(size=(140, 60), notifications=True) as pilot:
        await pilot.press("i")
        await _holds(app, pilot, [*PAYLOADS[:4], *PAYLOADS[7:11], PAYLOADS[20]])
        await pilot.press("escape", "exclamation_mark")
        await _holds(
            app, pilot, ["b\x1b]52;c;cm0=\x07ad[.toml", "cur\x1b]0;owned\x07[@click=app.quit]\x9b5n"]
        )
        await _holds(app, pilot, PAYLOADS[:1])
        await pilot.press("escape", "S")
        await _holds(app, pilot, [PAYLOADS[number] for number in (0, 5, 10, 15)])
        await pilot.press("escape", "3")
        await _holds(app, pilot, PAYLOADS[8:20])
        await pilot.press("2", "down", "down", "s")
        await _holds(app, pilot, [app.screen_stack[0].session.past[-1].label])  # type: ignore[attr-defined]
        await pilot.press("colon", "5", "2", "semicolon")
        await app.workers.wait_for_complete()
        await _holds(app, pilot, [each for each in PAYLOADS if "52;" in each])


@pytest.mark.slow
async def test_nothing_that_can_be_clicked_comes_from_a_file(tmp_path: Path) -> None:
    home = hostile_home(tmp_path / "hostile", [each for each in PAYLOADS if each.startswith("[")] * 4)
    session = Session.open(home.profile, home.curricula, EVENING)
    app = PlannerApp(session.set_up(Answers("data-scientist", 8, "f0")).planned())
    async with app.run_test(size=LARGE, notifications=True) as pilot:
        for command in COMMANDS:
            if command.id == "quit":
                continue
            await pilot.press(command.keys.split(",")[0], "down")
            await pilot.pause()
            assert not _reactions(app), command.id
            await pilot.press("escape", "escape")
        assert app.is_running


_SCROLL_BARS = frozenset({"@mouse.down", "@mouse.up"})


def _reactions(app: PlannerApp) -> list[object]:
    """Return all that a click, or the terminal itself, would react to, wherever it stands on the screen."""
    styles = [each.style for strip in app.screen._compositor.render_strips() for each in strip if each.style]
    metas = [key for style in styles for key in style.meta if key.startswith("@") and key not in _SCROLL_BARS]
    return [*metas, *(style.link for style in styles if style.link)]


async def _holds(app: PlannerApp, pilot: Pilot[None], words: Sequence[str]) -> None:
    """Hold that the beginning of each of these words stands on the screen."""
    await pilot.pause()
    page = next(iter(app.screen.query(".page")), None)
    shown = _seen(_text(app, page.content_region if page else None))
    assert [each for each in words if _seen(each)[:20] not in shown] == []


def _seen(text: str) -> str:
    """Return what is seen of a text, without the spaces and borders by which it may be broken into lines."""
    return "".join(clean(text, len(text)).replace("│", "").split())


def _text(app: PlannerApp, region: Region | None = None) -> str:
    """Return what stands on the screen, or in a part of it, line by line."""
    strips = app.screen._compositor.render_strips()
    if region is not None:
        strips = [each.crop(region.x, region.right) for each in strips[region.y : region.bottom]]
    return "\n".join(strip.text for strip in strips)
