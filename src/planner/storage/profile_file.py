"""A profile in a file: read it, or say exactly why not; write it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from planner.core.problem import Problem, ProblemError
from planner.core.profile import FORMAT, Profile
from planner.storage.failures import BusyError, DamagedProfileError, NewerProfileError
from planner.storage.guard import PROFILE_BYTES, RefusedError, decode, read_bytes

if TYPE_CHECKING:
    from planner.storage.profile_text import ProfileText

FAILURES = (OSError, RefusedError, DamagedProfileError, BusyError)
"""What can go wrong below a profile file; `trouble` puts it into words."""


class ProfileError(ProblemError):
    """A profile that cannot be read or written; the file is as it was."""


class NewerPlannerError(ProfileError):
    """A profile that a newer planner wrote: it can be looked at."""

    def __init__(self, problem: Problem, profile: Profile) -> None:
        super().__init__(problem)
        self.profile = profile


class Snapshot(Struct, frozen=True):
    """A profile as it stood in its file."""

    profile: Profile
    content: bytes
    """What the file held."""
    format: int
    """The format in which it was written."""
    proved: "ProfileText | None" = None
    """Its text, every piece of it proved; None where nobody has asked for that yet."""


def load(file: Path) -> Profile | None:
    """Return the profile in a file, or None when there is no such file.

    Raises:
        ProfileError: there is one, but it cannot be read as a profile.
    """
    found = read(file)
    return found.profile if found else None


def read(file: Path, known: Snapshot | None = None) -> Snapshot | None:
    """Return the profile in a file as it stands there, or None when there is no such file.

    What is known already and has not changed is not parsed again.

    Raises:
        ProfileError: there is one, but it cannot be read as a profile.
    """
    try:
        content = read_bytes(file, PROFILE_BYTES)
        if known and known.content == content:
            return known
        return Snapshot(*_parsed(content))
    except FileNotFoundError:
        check_link(file)
        return None
    except NewerProfileError as error:
        raise NewerPlannerError(_problem(file, error), error.profile) from None
    except (OSError, RefusedError, DamagedProfileError) as error:
        raise ProfileError(_problem(file, error)) from None


def check_link(file: Path) -> None:
    """Refuse a link to something that is not there: it may come back, with a profile on it.

    Raises:
        ProfileError: the file is such a link.
    """
    if os.path.islink(file) and not os.path.exists(file):  # noqa: PTH110, PTH114 - the ones that never raise
        reason = f"is a link to {os.path.realpath(file)}, which is not there; is a drive or a folder missing?"
        raise ProfileError(Problem(str(file), reason))


def write(file: Path, profile: Profile, *, tag: str = "") -> Snapshot:
    """Replace whatever a file holds by a profile.

    Raises:
        ProfileError: it could not be written; the file is as it was.
    """
    try:
        return write_text_of(file, *text_for(profile, None), tag=tag)
    except FAILURES as error:
        raise trouble(file, error) from None


def text_for(profile: Profile, there: Snapshot | None) -> tuple["ProfileText", "ProfileText | None"]:
    """Return the text of a profile, and the text of what is there where all of that is proved."""
    from planner.storage.profile_proof import is_proved  # needed to save, not to start
    from planner.storage.profile_text import text_of

    if there is None:
        return text_of(profile), None
    former = there.proved or text_of(there.profile)
    is_known = there.proved is not None or is_proved(former, there.content)
    return text_of(profile, former), former if is_known else None


def write_text_of(
    file: Path, text: "ProfileText", proved: "ProfileText | None", *, tag: str = ""
) -> Snapshot:
    """Replace whatever a file holds by the text of a profile, of which some is proved as part of another.

    Raises:
        OSError, RefusedError, DamagedProfileError: it could not be written; the file is as it was.
    """
    from planner.storage.durable import write_bytes
    from planner.storage.profile_proof import prove

    write_bytes(file, text.content, lambda _: prove(text, proved), tag=tag)
    return Snapshot(text.profile, text.content, FORMAT, text)


def trouble(file: Path, error: Exception) -> ProfileError:
    """Return in words why a file could not be saved."""
    from planner.storage.durable import UncertainError

    if isinstance(error, ProfileError):
        return error
    what = getattr(error, "strerror", None) or str(error)
    if isinstance(error, UncertainError):
        what = f"was written, but the disk does not say whether it will last: {what}"
    elif not isinstance(error, BusyError):
        what = f"could not be saved, and is as it was: {what}"
    return ProfileError(Problem(str(file), what))


def _parsed(content: bytes) -> tuple[Profile, bytes, int]:
    from planner.storage.profile_format import parse_any  # with a parser

    profile, version = parse_any(decode(content, PROFILE_BYTES))
    return profile, content, version


def _problem(file: Path, error: Exception) -> Problem:
    """Return what is wrong with a file that cannot be read."""
    if isinstance(error, DamagedProfileError):
        return Problem(str(file), error.reason, error.key, error.line)
    if isinstance(error, OSError):
        return Problem(str(file), f"cannot be read: {error.strerror or error}")
    return Problem(str(file), str(error), line=getattr(error, "line", None))
