from dataclasses import replace
from pathlib import Path

import pytest
from textual.content import Content
from textual.scrollbar import ScrollBar

from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.curriculum_pane import CurriculumPane
from tui.scenes import EVENING, LARGE

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


def _text(app: PlannerApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
