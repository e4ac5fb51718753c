import os
import stat
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from builders import at
from core.test_link import HOSTILE
from planner.session import Session
from planner.tui import links
from planner.tui.app import PlannerApp
from planner.tui.widgets.curriculum_pane import CurriculumPane
from tui.scenes import LARGE

CURRICULUM = """\
format = 1
id = "art"
title = "Art"
area = "ml"

[[competency]]
id = "c"
title = "C"
weight = 1.0

[[resource]]
id = "r"
title = "R"
url = "https://Example.org/%action?q=%s"
kind = "book"
hours = 5
teaches = { c = 50 }
"""
_BROWSER = """\
#!/bin/sh
echo "$#" "$@" > {said}.new
readlink /proc/$$/fd/0 /proc/$$/fd/2 >> {said}.new
ps -o sid= $$ >> {said}.new
mv {said}.new {said}
"""


@pytest.mark.parametrize("url", HOSTILE)
def test_nothing_but_a_plain_address_is_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Sequence[str]] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("planner.tui.links.subprocess.Popen", lambda command, **_: started.append(command))
    assert not links.open_link(url)
    assert not links.open_link("")
    assert not links.open_link("https://EXAMPLE.org/%s")
    assert not started


@pytest.mark.filterwarnings("ignore:subprocess", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_browser_gets_the_address_and_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    browser = tmp_path / "browser"
    browser.write_text(_BROWSER.format(said=said))
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("BROWSER", str(browser))
    url = "https://example.org/%ACtion?q=%25s"
    assert links.open_link(url)
    for _ in range(1000):
        if said.exists():
            break
        time.sleep(0.02)
    first, *rest = said.read_text().splitlines()
    assert first == f"1 {url}"
    assert sum("/dev/null" in each for each in rest) == 2
    assert int(rest[-1]) != os.getsid(0)


def _opener(opened: list[str]) -> Callable[[str], bool]:
    def open_link(url: str) -> bool:
        opened.append(url)
        return True

    return open_link


async def test_what_is_shown_is_what_is_opened_and_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "curricula"
    folder.mkdir()
    (folder / "art.toml").write_text(CURRICULUM)
    opened: list[str] = []
    monkeypatch.setattr("planner.tui.links.open_link", _opener(opened))
    app = PlannerApp(Session.open(tmp_path / "p.toml", folder, at("2026-11-23T20:00:00+01:00")))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("escape", "2")
        app.screen.query_one(CurriculumPane).reveal("r")
        await pilot.press("o", "y")
        await pilot.pause()
        (url,) = opened
        assert url == app.clipboard == "https://example.org/%ACtion?q=%25s"
        shown = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert url in shown
