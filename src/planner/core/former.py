"""A former state of a profile, as someone chooses among them."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from planner.core.disagreement import Disagreement, disagreements
from planner.core.profile import Profile
from planner.core.stamp import usable

_SHOWN = 20


class Former(Struct, frozen=True):
    """One backup, and how it compares with now."""

    number: int
    """1 is the newest."""
    taken: datetime
    """When the backup was made, which names it."""
    reason: str
    """Before what it was made: `save`, `import`, `merge` …; or what it is: `conflict-copy`."""
    marks: int | None
    """How many resources are marked in it; None where it is damaged."""
    differing: int | None
    """How many entries say something else now; None where either is damaged or is not there."""
    sample: tuple[Disagreement, ...] = ()
    """Of what differs, what was written last; where there is nothing to compare with, of what it says."""


def compared(number: int, taken: datetime, reason: str, then: Profile | None, now: Profile | None) -> Former:
    """Return a backup compared with the profile of now."""
    if then is None:
        return Former(number, taken, reason, None, None)
    different = disagreements(now or Profile(then.profile_id), then)
    sample = _newest(different, then, now or then)
    return Former(number, taken, reason, marks(then), len(different) if now else None, sample)


def marks(profile: Profile) -> int:
    """Return how many resources are marked in a profile."""
    return sum(each.known or each.status != "todo" for each in profile.progress.values())


def _newest(different: Sequence[Disagreement], *profiles: Profile) -> tuple[Disagreement, ...]:
    def written(each: Disagreement) -> str:
        return max(usable((profile.entry(each.key) or {}).get("at")) for profile in profiles)

    return tuple(sorted(different, key=written, reverse=True)[:_SHOWN])
