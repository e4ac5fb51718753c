"""The look of planner, dark and light: the one place with colours."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="planner-dark",
    primary="#76a6ea",
    secondary="#d0abf7",
    accent="#ffd75f",
    warning="#ff9f5a",
    error="#f58d93",
    success="#7fc97f",
    foreground="#d7dce5",
    background="#12161d",
    surface="#181d26",
    panel="#1f2531",
    dark=True,
)
LIGHT = Theme(
    name="planner-light",
    primary="#1d4f9f",
    secondary="#6a2fa3",
    accent="#7d3a00",
    warning="#8a3a06",
    error="#9a1b15",
    success="#14562a",
    foreground="#161b24",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e8e5dc",
    dark=False,
)
THEMES = (DARK, LIGHT)


class Look(NamedTuple):
    """What an ink looks like: a colour of the theme, how opaque it is in percent, and a style of text."""

    colour: str
    opacity: int = 100
    style: str = ""

    def under(self, colours: Mapping[str, str]) -> Color:
        """Return the colour under a theme, given the colours of that by their names."""
        return Color.parse(colours[self.colour]).multiply_alpha(self.opacity / 100)

    @property
    def text_style(self) -> Style:
        """The style of text."""
        return Style.parse(self.style)


INKS = {
    "axis": Look("foreground", 72),
    "bad": Look("error"),
    "caption": Look("foreground", 75),
    "claimed": Look("primary"),
    "dim": Look("foreground", 75),
    "done": Look("success"),
    "evidence": Look("success", style="bold"),
    "ghost": Look("accent"),
    "trail": Look("accent", 95),
    "match": Look("accent", style="bold underline"),
    "edge": Look("foreground", 45),
    "flag": Look("warning", style="bold"),
    "good": Look("success"),
    "chapter": Look("text-accent"),
    "heading": Look("foreground", style="bold"),
    "key": Look("accent"),
    "label": Look("foreground", 88),
    "link": Look("primary"),
    "region": Look("foreground", 30),
    "route": Look("foreground", 88),
    "shade": Look("primary", 60),
    "star": Look("secondary", style="bold"),
    "strong": Look("foreground", style="bold"),
    "tab": Look("foreground", style="bold reverse"),
    "to-go": Look("foreground", 30),
    "you": Look("accent", style="bold"),
    "area-software": Look("primary"),
    "area-ml": Look("secondary"),
    "area-domain": Look("warning"),
    "area-other": Look("foreground", 72),
    "heat-0": Look("foreground", 20),
    "heat-1": Look("success", 45),
    "heat-2": Look("success", 60),
    "heat-3": Look("success", 80),
    "heat-4": Look("success"),
    "state-done": Look("success"),
    "state-known": Look("primary"),
    "state-doing": Look("accent", style="bold"),
    "state-skipped": Look("foreground", 72, style="strike"),
    "state-presumed": Look("foreground", 75),
    "state-ready": Look("foreground"),
    "state-locked": Look("foreground", 72),
}
"""The styles of text that a drawing may name. Meaning is carried by glyph or word as well."""

GROUNDS = {
    "tint-1": Look("primary", 10),
    "tint-2": Look("primary", 17),
    "tint-3": Look("primary", 24),
    "tint-4": Look("accent", 20),
    "cursor": Look("primary", 22),
}
"""What may lie behind them."""
