"""Tonight: up to four items, what each moves and why."""

from planner.core.standing import Standing
from planner.core.tonight import Suggestion, suggest
from planner.presentation.figures import hours, moved
from planner.presentation.lines import PLAIN, Line, cells, crop, fit, fit_right, line

_WIDE = 100
_LEAST_TITLE = 4


def draw(standing: Standing, width: int, rows: int) -> tuple[Line, ...]:
    """Return one line per suggestion, the first one first; says so when there is nothing left."""
    suggestions = suggest(standing)
    if not suggestions:
        return (line((f" {nothing(standing)}", PLAIN)),)
    return tuple(
        _row(standing, each, width, first=index == 0) for index, each in enumerate(suggestions[:rows])
    )


def reason(standing: Standing, suggestion: Suggestion, width: int) -> str:
    """Return why an item is suggested, in at most this many cells."""
    before, after = suggestion.mastery
    mood = {"next": "", "project": "project: ", "small": "small: ", "domain": ""}[suggestion.mood]
    change = f" {before:.0f} → {after:.0f}"
    title = standing.catalogue.competencies[suggestion.competency].title
    if width < cells(mood + change) + _LEAST_TITLE:
        mood = ""
    return f"{mood}{crop(title, max(_LEAST_TITLE, width - cells(mood + change)))}{change}"


def stage(suggestion: Suggestion) -> str:
    """Return how far one is in an item: its next part, or that nothing is missing but the check mark."""
    parts = suggestion.resource.parts
    if suggestion.part:
        return f"part {suggestion.part} of {parts}"
    if suggestion.is_full:
        return f"all {parts} parts: done?" if parts else "all its hours: done?"
    return ""


def _row(standing: Standing, each: Suggestion, width: int, *, first: bool) -> Line:
    part = f" · {stage(each)}" if stage(each) else ""
    room = min(60, width * 2 // 5)
    gain_width = 16 if width >= _WIDE else 9
    return line(
        (" ▸ " if first else "   ", "you"),
        (fit(crop(each.resource.title, room - cells(part)) + part, room), "strong" if first else PLAIN),
        (fit_right(hours(each.hours), 7), PLAIN),
        (f"  {fit(moved(each.gain, 2 if width >= _WIDE else 1), gain_width)}", "good"),
        (f"  {reason(standing, each, width - room - gain_width - 15)}", "dim"),
    )


def nothing(standing: Standing) -> str:
    """Return why there is nothing to suggest."""
    if not standing.stops:
        return "No curriculum has a role to aim at."
    if standing.path.reached:
        return (
            f"You are there: {standing.stops[-1].title}. Pick another target, or go deeper in the Curriculum."
        )
    return "Nothing on the path can be begun: what it needs is skipped. See the Path."
