"""A former state of a profile, as someone chooses among them."""

from dataclasses import dataclass
from datetime import datetime

from planner.core.disagreement import disagreements
from planner.core.profile import Profile


@dataclass(frozen=True, slots=True)
class Former:
    """One backup, and how it compares with now."""

    number: int
    """1 is the newest."""
    taken: datetime
    """When the backup was made."""
    reason: str
    """Before what it was made: `save`, `import`, `merge` …; or what it is: `conflict-copy`."""
    marks: int | None
    """How many resources are marked in it; None where it is damaged."""
    differing: int | None
    """How many entries say something else now; None where either is damaged or is not there."""


def compared(number: int, taken: datetime, reason: str, then: Profile | None, now: Profile | None) -> Former:
    """Return a backup compared with the profile of now."""
    differing = len(disagreements(now, then)) if now and then else None
    return Former(number, taken, reason, marks(then) if then else None, differing)


def marks(profile: Profile) -> int:
    """Return how many resources are marked in a profile."""
    return sum(each.known or each.status != "todo" for each in profile.progress.values())
