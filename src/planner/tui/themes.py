"""The look of planner, dark and light: the one place with colours."""

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
