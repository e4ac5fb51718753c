"""A resource as one line: its state, title, hours and what it moves, and more where there is room."""

from collections.abc import Sequence

from msgspec import Struct

from planner.core.curriculum import Resource
from planner.core.standing import Standing
from planner.presentation.emphasis import emphasised
from planner.presentation.figures import hours, moved
from planner.presentation.glyphs import STATE_GLYPHS
from planner.presentation.lines import Line, Span, fit, fit_right, line, line_cells

_ROOMY = 60
_ROOM_FOR_COMPETENCY = 88
_ROOM_FOR_FACTS = 104
_CHOSEN = "▌"


class Look(Struct, frozen=True):
    """How a row is shown."""

    is_chosen: bool = False
    """Whether it is one of those that the next mark is for."""
    is_flat: bool = False
    """Whether it stands under no heading, so that its competency has to be said."""
    terms: Sequence[str] = ()
    """What a search was for."""


def glyph_column(*, is_flat: bool) -> int:
    """Return the column of the glyph of its state."""
    return 2 if is_flat else 4


def draw(standing: Standing, resource: Resource, width: int, look: Look) -> Line:
    """Return a resource as a line of this many cells."""
    state = standing.state_of(resource)
    style = f"state-{state}"
    indent = " " * (glyph_column(is_flat=look.is_flat) - 1)
    head: Line = (
        (_CHOSEN if look.is_chosen else " ", "you"),
        (f"{indent}{STATE_GLYPHS[state]} ", style),
    )
    progress = standing.profile.progress_of(resource)
    parts = f" {progress.parts}/{resource.parts}" if resource.parts and state == "doing" else ""
    tail: Line = (
        (parts, style),
        *_more(standing, resource, width, look),
        (" •" if resource.id in standing.steps else "  ", "route"),
        (fit_right(hours(standing.remaining_hours(resource) or resource.hours), 6), "dim"),
        _moves(standing, resource, width),
        (" ", ""),
    )
    room = width - line_cells(head) - line_cells(tail)
    title = emphasised(resource.title, room, look.terms, style)
    return line(*head, *title, " " * (room - line_cells(title)), *tail)


def _moves(standing: Standing, resource: Resource, width: int) -> Span:
    """Return what it moves most; nothing for what is done, known or skipped."""
    room = 8 if width < _ROOMY else 10
    if resource.id in standing.ground.held or resource.id in standing.ground.skipped:
        return (" " * (room + 1), "")
    bill = standing.bills.of(resource.id)
    if bill.is_blocked:
        return (f" {fit_right('blocked', room)}", "dim")
    text = moved(bill.moves, 1)
    return (f" {fit_right(text, room)}", "good" if "+" in text else "dim")


def _more(standing: Standing, resource: Resource, width: int, look: Look) -> Line:
    """Return what there is room for: the competency where no heading says it, kind and cost."""
    more: list[Span] = []
    if look.is_flat and width >= _ROOM_FOR_COMPETENCY:
        competency = standing.catalogue.competencies.get(resource.main_competency)
        more.append((f"  {fit(competency.title if competency else '', min(32, width - 60))}", "dim"))
    if width >= _ROOM_FOR_FACTS:
        more.append((f"  {fit(resource.kind, 8)} {fit(resource.cost, 8)} level {resource.level}", "dim"))
    return tuple(more)
