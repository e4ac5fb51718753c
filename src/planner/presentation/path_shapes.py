"""The shapes of the path as a JSON document."""

from typing import Literal, NotRequired, TypedDict

from planner.core.milestones import MilestoneKind
from planner.core.reasons import Now, Serves
from planner.presentation.shapes import Format, PlaceShape


class FlagShape(TypedDict):
    """Something passed on the way: a stop, a title, the middle of the chart."""

    kind: MilestoneKind
    role: str | None


class ReasonShape(TypedDict):
    """What an item is good for: a role, competency, area or resource."""

    serves: Serves
    of: str


class StepShape(TypedDict):
    """An item of the path; its position is where it leads with everything before it done."""

    id: str
    hours: float
    start: str
    finish: str
    position: PlaceShape
    flags: list[FlagShape]
    why: list[ReasonShape]
    now: Now | None


class ShortfallShape(TypedDict):
    """What a leg leaves short; a group of resources is joined by commas."""

    what: Literal["area", "floor", "essential", "one of"]
    of: str
    have: float
    need: float


class ChapterShape(TypedDict):
    """A part of a leg; `shows` is the item at its end that is something to show."""

    items: list[str]
    hours: float
    shows: str | None


class LegShape(TypedDict):
    """A stretch of the path that ends at a role."""

    target: str
    hours: float
    cost: float
    short: list[ShortfallShape]
    chapters: list[ChapterShape]
    items: list[StepShape]


class DifferenceShape(TypedDict):
    """What is different in a path under other conditions: ids, and hours more or less."""

    hours: float
    added: list[str]
    dropped: list[str]
    moved: list[str]
    kept: list[str]


class PathShape(TypedDict):
    """`planner path --json`: the learning path; days are written as 2026-11-23.

    `within` is the share by which it can at the most be longer than the best one, where that is known.
    """

    format: Format
    hours: float
    cost: float
    reached: bool
    within: float | None
    adopted: bool
    legs: list[LegShape]
    difference: NotRequired[DifferenceShape]
