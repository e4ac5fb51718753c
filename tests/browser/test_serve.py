"""`planner serve` in a real Chromium: what the page shows, what its keys do, what reaches the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chromium import Browser, chromium, needs_chromium, wait_until
from planner.core.marking import Answers
from planner.session import Session
from serving import serving

pytest.importorskip("textual_serve", reason="textual-serve is not installed: the extra `web`")
pytestmark = [pytest.mark.web, pytest.mark.timeout(180), needs_chromium]

REVEAL = """
Object.defineProperty(Object.prototype, "fitAddon", { configurable: true, set(value) {
  window.shown = this.terminal;
  Object.defineProperty(this, "fitAddon", { value, writable: true });
} });
"""
"""Keep hold of the page's xterm.js, which the page keeps to itself: its buffer is what it paints."""
READ = """
const lines = window.shown?.buffer.active;
if (!lines) return "";
return [...Array(shown.rows).keys()].map(row => lines.getLine(row).translateToString()).join("\\n");
"""
INKS = """
const picture = new Image();
picture.src = "data:image/png;base64," + arguments[0];
return picture.decode().then(() => {
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  return new Set(new Uint32Array(canvas.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
});
"""
"""How many different colours a picture has."""


class Page:
    """planner in a window of Chromium."""

    def __init__(self, browser: Browser, profile: Path) -> None:
        self.browser = browser
        self.profile = profile

    @property
    def text(self) -> str:
        """What the terminal in the page shows."""
        return str(self.browser.run(READ))

    def wait_for(self, words: str) -> str:
        """Wait until these words are shown; return all that is."""
        wait_until(lambda: words in self.text, lambda: f"{words!r} never appeared:\n{self.text}")
        return self.text

    def saved(self) -> str:
        """Return the profile as it is on the disk."""
        return self.profile.read_text("utf-8")


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """The Map of a data scientist, in a window whose person has not clicked anywhere."""
    profile = tmp_path / "profile.toml"
    Session.open(profile).set_up(Answers("data-scientist", 8, "finance-fraud")).save()
    with (
        serving(tmp_path / "home", "--profile", str(profile)) as (_, port),
        chromium(tmp_path) as browser,
    ):
        browser.tell("Page.addScriptToEvaluateOnNewDocument", source=REVEAL)
        browser.requested()
        browser.open(f"http://127.0.0.1:{port}/")
        page = Page(browser, profile)
        page.wait_for("Tonight")
        wait_until(
            lambda: "xterm" in browser.run("return document.activeElement.className"), lambda: page.text
        )
        yield page


def test_the_map_appears_and_a_key_checks_off_on_the_disk(page: Page) -> None:
    map_ = page.wait_for("◉")
    assert "★ Unicorn ML engineer" in map_
    assert "core software" in map_
    assert "status" not in page.saved()
    page.browser.press(" ")
    page.wait_for("takes it back")
    wait_until(lambda: page.saved().count('status = "done"') == 1, page.saved)
    page.browser.press("u")
    wait_until(lambda: 'status = "done"' not in page.saved(), page.saved)


def test_the_palette_opens_and_leads_on(page: Page) -> None:
    page.browser.press(":", *"progress")
    page.wait_for("Hours, weeks, and where they lead")
    page.browser.press("\ue007")
    page.wait_for("Nothing studied yet")


def test_it_is_painted_and_asks_for_nothing_from_elsewhere(page: Page) -> None:
    picture = page.browser.picture()
    assert page.browser.run(INKS, picture) > 100
    asked = [each for each in page.browser.requested() if each.startswith(("http", "ws"))]
    assert {each.split("/")[2].partition(":")[0] for each in asked} == {"127.0.0.1"}
    assert any(each.startswith("ws://") for each in asked)
    assert page.browser.complaints() == []


def test_a_window_of_another_size_is_filled_anew(page: Page) -> None:
    page.browser.resize(800, 500)
    wait_until(lambda: page.browser.run("return shown.cols") < 100, lambda: page.text)
    wait_until(lambda: page.text.splitlines()[-1].startswith(" space done"), lambda: page.text)
    assert "◉" in page.text


def test_leaving_says_so_and_offers_the_way_back(page: Page) -> None:
    page.browser.press("q")
    ended = "return document.querySelector('.ended').checkVisibility()"
    wait_until(lambda: page.browser.run(ended), lambda: page.text)
    page.browser.run("document.querySelector('.ended a').click()")
    page.wait_for("Tonight")
