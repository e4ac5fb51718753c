"""The files that a command is about, and the session on them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from planner.cli.stderr import RefusedError, say
from planner.clock import now

if TYPE_CHECKING:
    from planner.session import Session

_SHOWN_PROBLEMS = 10


class Files(Struct):
    """The files named on the command line, before or after the command."""

    profile: Path | None = None
    curricula: Path | None = None
    clock: Callable[[], datetime] = now

    def open(self, *, quiet: bool = False) -> "Session":
        """Open the session; what is wrong with curricula goes to stderr, unless it is to be quiet.

        Raises:
            RefusedError: the profile cannot be read.
        """
        from planner.session import ProfileError, Session  # with it comes the whole model

        try:
            session = Session.open(self.profile, self.curricula, self.clock)
        except ProfileError as error:
            from planner import keeping  # what brings backups back, which a sound profile does without

            raise UnreadableError(str(error), has_backups=keeping.has_backups(self.profile)) from None
        if session.read_only:
            say(f"read-only: {session.read_only}")
        if not quiet and session.is_new and session.has_backups:
            say(f"{session.file} is not there, but there are backups of it: `planner restore --list`")
        for problem in () if quiet else session.problems[:_SHOWN_PROBLEMS]:
            say(f"left out: {problem}")
        if not quiet and len(session.problems) > _SHOWN_PROBLEMS:
            say(f"and {len(session.problems) - _SHOWN_PROBLEMS} more problems; `planner check` lists all")
        return session


class UnreadableError(RefusedError):
    """A profile that cannot be read."""

    def __init__(self, words: str, *, has_backups: bool) -> None:
        there_are = "`planner restore --list` shows the backups"
        none = "there are no backups; mend it in an editor, or move it away to begin anew"
        super().__init__(f"{words}; {there_are if has_backups else none}")
        self.words = words
        self.has_backups = has_backups
