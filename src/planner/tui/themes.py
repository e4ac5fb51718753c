"""The look of planner, dark and light: the one place with colours."""

from textual.theme import Theme

DARK = Theme(
    name="planner-dark",
    primary="#5b8dd9",
    secondary="#c9a0f5",
    accent="#ffd75f",
    warning="#ff9f5a",
    error="#f07178",
    success="#7fc97f",
    foreground="#d7dce5",
    background="#12161d",
    surface="#181d26",
    panel="#1f2531",
    dark=True,
)
LIGHT = Theme(
    name="planner-light",
    primary="#2f64b8",
    secondary="#7a3fb0",
    accent="#9a4a00",
    warning="#a8480f",
    error="#b3261e",
    success="#1f6f3a",
    foreground="#1c222c",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e8e5dc",
    dark=False,
)
THEMES = (DARK, LIGHT)
