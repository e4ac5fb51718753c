"""The way to a session by way of the backups, where the profile is damaged or not there any more."""

import sys
from typing import TYPE_CHECKING

from planner.cli.files import Files, UnreadableError

if TYPE_CHECKING:
    from planner.session import Session


def opened(files: Files) -> "Session":
    """Return the session that the screens open on.

    Raises:
        RefusedError: the profile cannot be read, and no backup was restored.
    """
    try:
        session = files.open()
    except UnreadableError as error:
        if not error.has_backups or _outcome(files, error.words, is_there=True) is None:
            raise
        return files.open()
    if session.is_new and session.has_backups:
        return _instead(files, session)
    return session


def _instead(files: Files, session: "Session") -> "Session":
    """Return the session after someone was asked what to do about a profile that is gone."""
    outcome = _outcome(files, f"{session.file} is not there, but there are backups of it.", is_there=False)
    if outcome is None:
        sys.exit(0)
    return files.open() if outcome == "restored" else session


def _outcome(files: Files, words: str, *, is_there: bool) -> str | None:
    """Return what someone has decided, and had done; None where they left."""
    from planner.tui.restore_app import RestoreApp, Trouble

    return RestoreApp(Trouble(files.profile, words, is_there, files.clock)).run()
