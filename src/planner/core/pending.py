"""What a person did that is not on the disk yet."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from planner.core.change import Change, apply_again
from planner.core.profile import Profile

RESTORE = "restore"
"""The reason of a change that restores a former state."""


class Pending(Struct, frozen=True):
    """Changes to bring to the disk, whatever stands there by then: operations, not a snapshot."""

    base: Profile
    """The profile as it was last known before these changes."""
    changes: tuple[Change, ...] = ()
    """What was done since, first things first."""
    saved: int = 0
    """How many changes were saved before these."""
    is_new: bool = False
    """Whether nobody has been seen on the disk yet."""

    @property
    def total(self) -> int:
        """How many changes were made in all, saved ones included."""
        return self.saved + len(self.changes)

    @property
    def reason(self) -> str:
        """Why a backup is made before these changes are saved, in any case; empty where none is due."""
        return next((each.reason for each in reversed(self.changes) if each.reason), "")

    @property
    def restores(self) -> bool:
        """Whether a former state is restored, also in the place of a file that is damaged."""
        return any(each.reason == RESTORE for each in self.changes)

    def and_then(self, change: Change) -> "Pending":
        """Return this with one more change to come."""
        return replace(self, changes=(*self.changes, change))

    def onto(self, there: Profile | None, stamp_for: Callable[[Profile], str]) -> Profile:
        """Return what belongs on the disk, given what is there; None where there is no file."""
        start = self if there is None else self.seeing(there)
        return apply_again(start.base, self.changes, stamp_for)

    def seeing(self, there: Profile) -> "Pending":
        """Return this on top of what others have written meanwhile."""
        from planner.core.merge import merge  # needed to save, not to start

        return replace(self, base=there if self.is_new else merge(there, self.base), is_new=False)

    def when_saved(self, profile: Profile) -> "Pending":
        """Return what is left once these changes are on the disk as part of a profile: nothing."""
        return Pending(profile, (), self.saved + len(self.changes))

    def after(self, other: "Pending") -> "Pending":
        """Return what is left of this once another state of the same person's is known to be on the disk."""
        if other.saved < self.saved:
            return self
        return replace(other, changes=self.changes[other.saved - self.saved :])
