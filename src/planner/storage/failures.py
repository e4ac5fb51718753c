"""What can go wrong with a profile in a file."""

from planner.core.profile import Profile


class BusyError(Exception):
    """Another planner has held the lock all the time."""


class DamagedProfileError(Exception):
    """Text that is no profile. It is never overwritten."""

    def __init__(self, reason: str, *, key: str = "", line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.key = key
        self.line = line


class NewerProfileError(DamagedProfileError):
    """A profile written by a planner that knows more than this one."""

    def __init__(self, reason: str, *, line: int | None, profile: Profile) -> None:
        super().__init__(reason, key="format", line=line)
        self.profile = profile
        """What this planner understands of it: to look at, never to write."""
