"""The shape of the JSON document of progress."""

from typing import TypedDict

from planner.presentation.shapes import Format


class SpentShape(TypedDict):
    """Hours of study, all together and by area; `other` is what no curriculum knows any more."""

    all: float
    software: float
    ml: float
    domain: float
    other: float


class WeekShape(TypedDict):
    """A week in which something was done; `finished` has ids of resources."""

    monday: str
    hours: SpentShape
    finished: list[str]


class DayShape(TypedDict):
    """A day on which something was studied."""

    day: str
    hours: SpentShape


class FinishShape(TypedDict):
    """A resource and the day on which it was finished."""

    id: str
    day: str


class DoneShape(TypedDict):
    """Estimated hours of work that were done by the end of a day."""

    day: str
    hours: float


class ReachShape(TypedDict):
    """When so much work will be done: as likely as not, and nine times of ten."""

    hours: float
    even: str
    likely: str


class StopShape(ReachShape):
    """A stop of the path."""

    role: str


class BurnUpShape(TypedDict):
    """Work done against all work, in estimated hours; `weeks` 0 says that what lies ahead is the plan."""

    done: float
    total: float
    weeks: int
    points: list[DoneShape]
    ahead: list[ReachShape]
    flags: list[StopShape]


class SoftwareFirstShape(TypedDict):
    """Whether software had its half of the hours; `owed` are hours of it that would make it so."""

    level: float
    software: float
    share: float
    holds: bool
    kept: bool
    owed: float


class ProgressShape(TypedDict):
    """`planner progress --json`: what was studied until today, and what is left; streaks are in weeks."""

    format: Format
    hours_per_week: float
    total: SpentShape
    streak: int
    longest_streak: int
    weeks: list[WeekShape]
    days: list[DayShape]
    finished: list[FinishShape]
    burn_up: BurnUpShape
    software_first: SoftwareFirstShape | None
