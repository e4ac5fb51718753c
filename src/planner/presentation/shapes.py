"""The shapes of the JSON documents; schemas/ is made of them, and `format` counts their versions."""

from typing import Literal, TypedDict

from planner.core.curriculum import Area, Cost, Kind
from planner.core.problem import Code
from planner.core.shares import Source
from planner.core.states import State
from planner.core.tonight import Mood

Format = Literal[1]


class PlaceShape(TypedDict):
    """A position, or how far something moves it: points per area."""

    ml: float
    software: float
    domain: float


class NearestShape(TypedDict):
    """A role and its distance on the chart."""

    role: str
    title: str
    distance: float


class ForecastShape(TypedDict):
    """When the target is reached: as likely as not, and nine times of ten; `weeks` 0 says it is the plan."""

    even: str
    likely: str
    weeks: int


class StatusShape(TypedDict):
    """`planner status --json`: where a person stands."""

    format: Format
    position: PlaceShape
    evidence: PlaceShape
    title: str | None
    target: str | None
    domain: str | None
    hours_per_week: float
    nearest: list[NearestShape]
    hours: float
    reached: bool
    forecast: ForecastShape | None
    presumed: list[str]


class SuggestionShape(TypedDict):
    """Something to do now; `part` counts from 1."""

    id: str
    title: str
    mood: Mood
    hours: float
    part: int | None
    parts: int
    moves: PlaceShape
    competency: str
    mastery: list[float]
    url: str


class NextShape(TypedDict):
    """`planner next --json`: what to do now."""

    format: Format
    next: list[SuggestionShape]


class ResourceShape(TypedDict):
    """A resource and how it stands; `left` is in hours."""

    id: str
    title: str
    area: Area
    competency: str
    kind: Kind
    cost: Cost
    level: int
    hours: float
    left: float
    url: str
    state: State
    on_path: bool
    requires: list[str]


class ListShape(TypedDict):
    """`planner list --json`: resources."""

    format: Format
    resources: list[ResourceShape]


class PriceShape(TypedDict):
    """What doing a resource and its missing prerequisites would move, and for how many hours."""

    moves: PlaceShape
    hours: float
    items: list[str]


class ShowShape(ResourceShape):
    """`planner show --json`: everything about one resource."""

    format: Format
    authors: list[str]
    year: int | None
    why: str
    teaches: dict[str, float]
    practice: float
    parts: int
    ticked: int
    note: str
    pinned: bool
    missing: list[str]
    opens: list[str]
    price: PriceShape


class ShareShape(TypedDict):
    """One share of a number; the printed ones add up to the number as printed."""

    source: Source
    of: str
    points: float
    printed: float


class WhyShape(TypedDict):
    """`planner why --json`: what a number is made of."""

    format: Format
    of: str
    value: float
    shares: list[ShareShape]


class LandmarkShape(TypedDict):
    """A role on the chart."""

    role: str
    title: str
    ml: float
    software: float


class ChartShape(TypedDict):
    """`planner chart --json`: where everything stands; the route leads item by item to the target."""

    format: Format
    position: PlaceShape
    evidence: PlaceShape
    target: str | None
    landmarks: list[LandmarkShape]
    route: list[PlaceShape]


class ClaimedShape(TypedDict):
    """A competency, what is said to be known of it, and its mastery, 0-100."""

    competency: str
    title: str
    area: Area
    claim: float
    mastery: float


class ClaimShape(TypedDict):
    """`planner claim --json`: every competency with its claim."""

    format: Format
    claims: list[ClaimedShape]


WhereShape = TypedDict(
    "WhereShape",
    {
        "format": Format,
        "profile": str,
        "curricula": str,
        "own curricula": str,
        "config": str,
        "state": str,
    },
)
"""`planner where --json`: places of files and folders."""


class ProblemShape(TypedDict):
    """Something wrong with a file: it is left out until that is mended."""

    file: str
    line: int | None
    key: str
    reason: str


class AdviceShape(TypedDict):
    """Something valid that could be better; `silence` in the file takes the code."""

    file: str
    line: int | None
    key: str
    code: Code
    reason: str


class CheckShape(TypedDict):
    """`planner check --json`: what was found in how many files."""

    format: Format
    files: int
    resources: int
    problems: list[ProblemShape]
    advice: list[AdviceShape]


class FormerShape(TypedDict):
    """A backup; `marks` is null where it is damaged, `differing` where there is nothing to compare."""

    number: int
    taken: str
    reason: str
    marks: int | None
    differing: int | None


class RestoreShape(TypedDict):
    """`planner restore --list --json`: the backups, the newest first."""

    format: Format
    backups: list[FormerShape]
