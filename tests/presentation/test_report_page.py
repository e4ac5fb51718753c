from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
import pytest

from planner.core.standing import Standing
from planner.presentation import pyramid_svg, report_page, report_style
from planner.presentation.pyramid import BASE_SHARE
from standings import hostile, nobody, studied

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> Element:
    """Return a page read by a parser that refuses whatever the standard calls an error."""
    tree = html5lib.HTMLParser(strict=True).parse(text)
    assert isinstance(tree, Element)
    return tree


STANDINGS = (studied, hostile, nobody)


@pytest.mark.parametrize("make", STANDINGS)
def test_it_is_valid_and_needs_nothing_besides_itself(make: Callable[[], Standing]) -> None:
    text = report_page.page(make())
    page = parsed(text)
    names = {each.tag.rpartition("}")[2] for each in page.iter()}
    assert not names & {"script", "img", "image", "link", "use", "iframe", "object", "form", "foreignObject"}
    assert "@import" not in text
    assert "url(" not in text
    for each in page.iter():
        for name, value in each.attrib.items():
            assert not name.startswith("on"), name
            assert "src" not in name
            if "href" in name:
                assert each.tag == f"{XHTML}a"
                assert value.startswith(("http://", "https://"))


def test_texts_from_files_are_shown_as_they_are_and_never_obeyed() -> None:
    text = report_page.page(hostile())
    page = parsed(text)
    assert "\x1b" not in text
    assert "<script" not in text
    assert "javascript:" not in text
    said = "".join(page.itertext())
    assert "</style></title><script>alert(1)</script>&\"'" in said
    (heading,) = page.iter(f"{XHTML}h1")
    assert "</style></title><script>alert(1)</script>" in (heading.text or "")


def test_every_picture_says_in_words_what_it_shows_and_every_table_has_headers() -> None:
    page = parsed(report_page.page(studied()))
    assert page.get("lang") == "en"
    pictures = list(page.iter(f"{SVG}svg"))
    assert len(pictures) == 3
    for each in pictures:
        assert each.get("role") == "img"
        texts = {one.get("id"): one.text for one in each.iter() if one.get("id")}
        for name in each.attrib["aria-labelledby"].split():
            assert texts[name]
    (table,) = page.iter(f"{XHTML}table")
    assert {each.get("scope") for each in table.iter(f"{XHTML}th")} == {"col", "row"}


def test_it_says_the_numbers_that_planner_computes() -> None:
    standing = studied()
    page = parsed(report_page.page(standing))
    cells = [each.text for each in page.iter(f"{XHTML}td")]
    place, evidence = standing.skill.position, standing.evidence.position
    for area, row in (("software", 0), ("ml", 1), ("domain", 2)):
        claimed = place.of(area) - evidence.of(area)  # type: ignore[arg-type]
        said = [f"{each:.1f}" for each in (place.of(area), evidence.of(area), claimed)]  # type: ignore[arg-type]
        assert cells[row * 6 : row * 6 + 3] == said
    linked = {each.get("href") for each in page.iter(f"{XHTML}a")}
    urls = {standing.catalogue.resources[step.id].url for step in standing.path.steps}
    assert urls <= linked


def test_every_item_of_the_path_stands_in_a_chapter_of_its_leg() -> None:
    standing = studied()
    page = parsed(report_page.page(standing))
    chapters = [each for each in page.iter(f"{XHTML}ol") if each.get("class") == "chapters"]
    assert [len(each) for each in chapters] == [
        len(standing.chapters[leg.target]) for leg in standing.path.legs
    ]


def test_the_marker_stands_where_the_person_does() -> None:
    page = parsed(report_page.page(studied()))
    chart = next(page.iter(f"{SVG}svg"))
    ring = next(each for each in chart if each.get("class") == "ring")
    ticks = {each.text: each for each in chart.iter(f"{SVG}text") if each.get("text-anchor") == "middle"}
    left, right = (float(ticks[each].attrib["x"]) for each in ("0", "100"))
    share = (float(ring.attrib["cx"]) - left) / (right - left)
    assert share * 100 == pytest.approx(studied().skill.position.ml, abs=0.1)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_the_pyramid_is_filled_by_area_as_the_essay_draws_it(share: float) -> None:
    top, bottom = 130.0, 250.0
    depth = pyramid_svg.filled_to(share, top, bottom)
    assert (bottom**2 - depth**2) / (bottom**2 - top**2) == pytest.approx(share)
    corners = _points(report_page.page(studied()), "edge")
    base = corners[2]
    assert _area(base) / sum(map(_area, corners)) == pytest.approx(BASE_SHARE, abs=0.01)


def _points(text: str, name: str) -> list[list[tuple[float, float]]]:
    found = [
        each.attrib["points"] for each in parsed(text).iter(f"{SVG}polygon") if each.get("class") == name
    ]
    return [[(float(x), float(y)) for x, y in (pair.split(",") for pair in each.split())] for each in found]


def _area(corners: list[tuple[float, float]]) -> float:
    following = [*corners[1:], corners[0]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(corners, following, strict=True))) / 2


@pytest.mark.parametrize("theme", [report_style.LIGHT, report_style.DARK])
def test_all_its_text_can_be_read(theme: dict[str, str]) -> None:
    for name in report_style.TEXTS:
        for ground in ("ground", "soft"):
            assert _contrast(theme[name], theme[ground]) >= 4.5, (name, ground)


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[each : each + 2], 16) / 255 for each in (1, 3, 5))
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
