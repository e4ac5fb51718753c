"""A report in a real Chromium: on screen, on paper, and without its stylesheet."""

import base64
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chromium import Browser, chromium, needs_chromium
from planner.core.standing import Standing
from planner.presentation import report_page
from standings import hostile, nobody, studied

pytestmark = [pytest.mark.web, pytest.mark.timeout(180), needs_chromium]

BOXES = """
return [...document.querySelectorAll("svg")].map(each => each.getBoundingClientRect())
  .map(box => [box.left, box.right, box.height]);
"""
OVERLAPS = """
const boxes = [...document.querySelectorAll("h1, h2, h3, p, table, svg, li, figcaption")]
  .filter(each => !each.querySelector("li, p, svg, table")).map(each => [each, each.getBoundingClientRect()]);
return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
  .filter(([two, b]) => !one.contains(two) && a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1)
  .map(([two]) => one.textContent.slice(0, 40) + " / " + two.textContent.slice(0, 40)));
"""
"""Pairs of elements that lie over each other."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A window that all of these tests share."""
    with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture(params=[studied, hostile, nobody])
def report(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Browser:
    """The report of each person, open in the window."""
    return _opened(browser, tmp_path, request.param)


def _opened(browser: Browser, folder: Path, make: Callable[[], Standing]) -> Browser:
    file = folder / "report.html"
    file.write_text(report_page.page(make()), "utf-8")
    browser.resize(1280, 800)
    browser.requested()
    browser.complaints()
    browser.open(file.as_uri())
    return browser


def test_it_opens_without_a_complaint_and_asks_for_nothing_else(report: Browser) -> None:
    asked = [each for each in report.requested() if not each.startswith(("chrome:", "data:"))]
    assert [each.rpartition("/")[2] for each in asked] == ["report.html"]
    assert report.complaints() == []
    assert report.run("return document.scripts.length") == 0


@pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
def test_its_pictures_are_there_and_nothing_lies_over_anything(report: Browser, width: int) -> None:
    report.resize(width, 800)
    boxes = report.run(BOXES)
    assert len(boxes) >= 2
    for left, right, height in boxes:
        assert 0 <= left < right <= width
        assert height > 30
    assert report.run("return document.documentElement.scrollWidth") <= width
    assert report.run(OVERLAPS) == []


def test_it_prints_on_two_pages_at_the_most(report: Browser) -> None:
    printed = base64.b64decode(report.tell("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_it_is_read_without_its_stylesheet_and_in_its_order(browser: Browser, tmp_path: Path) -> None:
    _opened(browser, tmp_path, studied)
    browser.run("document.querySelectorAll('style').forEach(each => each.remove())")
    text = browser.run("return document.body.innerText")
    parts = [
        "On the way to Unicorn ML engineer",
        "coverage of curricula",
        "The ringed dot is me",
        "Numbers",
        "Progress",
        "Path:",
    ]
    places = [text.index(each) for each in parts]
    assert places == sorted(places)
    assert browser.run(OVERLAPS) == []


def test_it_follows_the_reader_s_choice_of_dark_and_light(browser: Browser, tmp_path: Path) -> None:
    _opened(browser, tmp_path, studied)
    grounds = []
    for scheme in ("light", "dark"):
        wanted = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.tell("Emulation.setEmulatedMedia", features=wanted)
        grounds.append(browser.run("return getComputedStyle(document.body).backgroundColor"))
    browser.tell("Emulation.setEmulatedMedia", features=[])
    assert grounds == ["rgb(255, 255, 255)", "rgb(18, 22, 29)"]
