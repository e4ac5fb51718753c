"""All text can be read: its contrast with what is behind it is 4.5 to 1 or more, as WCAG 2 asks (AA)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from planner.core.states import STATES
from planner.presentation.lines import cells
from planner.tui.themes import GROUNDS, INKS, THEMES
from tui.scenes import SCENES, opened

LEAST = 4.5
EXEMPT = {
    "edge": "the outline of the pyramid; the numbers stand beside it",
    "region": "the dotted bounds of what the target asks for; star, flag and numbers say it",
    "to-go": "what is not filled of a bar or a meter, in a glyph of its own (░); the number stands beside it",
    "shade": "the blobs where there are no tints; each has its title in it",
    "heat-0": "a day of the year without study, in a glyph of its own",
    "heat-1": "a day with a little; the glyph says how much",
    "heat-2": "a day with more; the glyph says how much",
    "heat-3": "a day with a lot; the glyph says how much",
    "heat-4": "a full day; the glyph says so",
    "tab": "foreground and background changed round",
}
"""Inks that write no text, and what says the same without them."""
ON_THE_CHART = {"label", "route", "you", "ghost", "evidence", "trail", "star", "flag", "dim"}
"""Inks that lie on the tints of the chart."""
CHART_ALONE = {"label", "route", "you", "ghost", "evidence", "trail", "axis"}
"""Inks of the chart that lie neither on a bar of keys nor under the cursor."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, 1-21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_it_measures_as_the_standard_does() -> None:
    assert contrast(Color.parse("#ffffff"), Color.parse("#000000")) == pytest.approx(21.0)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def _grounds(theme: Theme, ink: str) -> Iterator[tuple[str, Color]]:
    """Go through all that an ink may lie on."""
    names = theme.to_color_system().generate()
    for name in ("background", "surface", "panel"):
        ground = Color.parse(names[name])
        over = ["tint-1", "tint-2", "tint-3", "tint-4"] if ink in ON_THE_CHART and name != "panel" else []
        if ink not in CHART_ALONE:
            over += ["cursor"] if name != "panel" else []
        if name != "panel" or ink not in CHART_ALONE:
            yield name, ground
        for each in over:
            yield f"{each} over {name}", ground + GROUNDS[each].under(names)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_everything_that_it_lies_on(theme: Theme) -> None:
    names = theme.to_color_system().generate()
    assert EXEMPT.keys() <= INKS.keys()
    assert {f"state-{state}" for state in STATES} <= INKS.keys()
    for ink, look in INKS.items():
        colour = look.under(names)
        for name, ground in _grounds(theme, ink) if ink not in EXEMPT else ():
            assert contrast(ground + colour, ground) >= LEAST, (ink, name)


DRAWN = (
    "map-day-92-120x40", "map-checked-off-80x24", "curriculum-120x40", "path-120x40", "claims-120x40",
    "palette-80x24", "first-run-120x40",
)  # fmt: skip
MORE = (
    "map-problems-80x24",
    "curriculum-search-80x24",
    "help-80x24",
    "numbers-120x40",
    "presumed-80x24",
    "restore-120x40",
    "restore-damaged-80x24",
    "progress-day-92-120x40",
    "what-if-120x40",
    "path-weeks-120x40",
    "skip-80x24",
    "problems-120x40",
)


@pytest.mark.parametrize("name", [*DRAWN, *(pytest.param(each, marks=pytest.mark.slow) for each in MORE)])
async def test_every_letter_on_the_screen_can_be_read(name: str, tmp_path: Path) -> None:
    scene = next(each for each in SCENES if each.name == name)
    async with opened(scene, tmp_path) as pilot:
        for theme in THEMES:
            pilot.app.theme = theme.name
            await pilot.pause()
            seen = 0
            for text, ink, ground in _words(pilot.app):
                seen += len(text)
                assert contrast(ink, ground) >= LEAST, (theme.name, text, ink.hex, ground.hex)
            assert seen > 150


def _words(app: App[None]) -> Iterator[tuple[str, Color, Color]]:
    """Go through what is written on the screen; what a page dims behind it is not to be read."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            widget, _ = app.screen.get_widget_at(x, y)
            is_behind = widget is app.screen and len(app.screen_stack) > 1
            if style and style.color and style.bgcolor and re.search(r"\w", text) and not is_behind:
                yield text, Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            x += cells(text)
