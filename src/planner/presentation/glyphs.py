"""How the state of a resource looks; a glyph says it without colour."""

from collections.abc import Sequence

from planner.core.states import State

STATE_GLYPHS: dict[State, str] = {
    "done": "✓",
    "known": "●",
    "doing": "▸",
    "skipped": "–",
    "presumed": "≈",
    "ready": "○",
    "locked": "·",
}
STATE_WORDS: dict[State, str] = {
    "done": "done",
    "known": "known before",
    "doing": "doing",
    "skipped": "skipped",
    "presumed": "presumed known",
    "ready": "ready",
    "locked": "needs others first",
}


def bar(share: float, width: int) -> str:
    """Return a bar of this many cells, filled to a share of 0-1."""
    full = max(0, min(width, round(share * width)))
    return "▓" * full + "░" * (width - full)


def sparkline(values: Sequence[float], full: float) -> str:
    """Return a glyph per value, the higher the more; what is `full` or more is as high as any."""
    steps = "▁▂▃▄▅▆▇█"
    return "".join(
        steps[min(len(steps) - 1, int(value / full * len(steps)))] if value else "·" for value in values
    )
