"""Flags on the way: what a path passes, and after which item."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.learning_path import LearningPath
from planner.core.skill import Position

QUADRANT = 50.0
"""Machine learning and software from which one stands in the upper right quarter of the chart."""


MilestoneKind = Literal["quadrant", "title", "stop", "target"]


class Milestone(Struct, frozen=True):
    """One thing that a path reaches."""

    kind: MilestoneKind
    role: str
    """Id of the title or stop; empty for the quadrant."""
    after: str
    """The item that reaches it."""


def milestones(
    catalogue: Catalogue, path: LearningPath, start: Position, target: str | None
) -> tuple[Milestone, ...]:
    """Return what a path passes from a position on, in order; a title needs both its skills."""
    found: list[Milestone] = []
    for leg in path.legs:
        for step in leg.steps:
            found += [
                Milestone(kind, role, step.id) for kind, role in _between(catalogue, start, step.position)
            ]
            start = step.position
        if leg.steps and not leg.short:
            last = leg.steps[-1].id
            found = [each for each in found if each.role != leg.target]
            found.append(Milestone("target" if leg.target == target else "stop", leg.target, last))
    stops = {leg.target for leg in path.legs}
    return tuple(each for each in found if each.kind != "title" or each.role not in stops)


def _between(
    catalogue: Catalogue, before: Position, after: Position
) -> Iterator[tuple[Literal["quadrant", "title"], str]]:
    if _is_beyond(after, QUADRANT, QUADRANT) and not _is_beyond(before, QUADRANT, QUADRANT):
        yield "quadrant", ""
    for role in _by_height(catalogue):
        if _is_beyond(after, *role[:2]) and not _is_beyond(before, *role[:2]):
            yield "title", role[2]


def _by_height(catalogue: Catalogue) -> Iterable[tuple[float, float, str]]:
    return sorted((role.ml, role.software, role.id) for role in catalogue.roles.values())


def _is_beyond(position: Position, ml: float, software: float) -> bool:
    return position.ml >= ml and position.software >= software
