"""The profile on the disk: load it, save it, and never lose it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import choice
from string import ascii_lowercase, digits

from planner.core.merge import merge
from planner.core.problem import Problem
from planner.core.profile import Profile
from planner.storage.durable import write_text
from planner.storage.guard import PROFILE_BYTES, RefusedError, read_text
from planner.storage.profile_format import DamagedProfileError, dump, parse

_DEVICE_FILE = "device"
_LETTERS = ascii_lowercase + digits
_DEVICE_LENGTH = 8
_ID_LENGTH = 16


class ProfileError(Exception):
    """A profile that cannot be read or written; the file is as it was."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def new_profile() -> Profile:
    """Return the profile of someone who has done nothing yet."""
    return Profile(_random_text(_ID_LENGTH))


def load(file: Path) -> Profile | None:
    """Return the profile in a file, or None when there is no such file.

    Raises:
        ProfileError: there is one, but it cannot be read as a profile.
    """
    try:
        return parse(read_text(file, PROFILE_BYTES))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ProfileError(Problem(str(file), f"cannot be read: {error.strerror or error}")) from None
    except RefusedError as error:
        raise ProfileError(Problem(str(file), str(error))) from None
    except DamagedProfileError as error:
        raise ProfileError(Problem(str(file), error.reason, error.key, error.line)) from None


def save(file: Path, profile: Profile) -> Profile:
    """Join a profile with what the file holds by now, and write it; return what was written.

    Raises:
        ProfileError: it could not be written; the file is as it was.
    """
    there = load(file)
    if there is not None and there.profile_id != profile.profile_id:
        reason = (
            "is another profile by now; nothing was written. Import it, or name another file with --profile"
        )
        raise ProfileError(Problem(str(file), reason, "profile_id"))
    joined = profile if there is None else merge(there, profile)
    write(file, joined)
    return joined


def write(file: Path, profile: Profile) -> None:
    """Replace whatever a file holds by a profile.

    Raises:
        ProfileError: it could not be written; the file is as it was.
    """
    try:
        write_text(file, dump(profile), _same_as(profile))
    except (OSError, RefusedError, DamagedProfileError) as error:
        reason = f"could not be saved, and is as it was: {getattr(error, 'strerror', None) or error}"
        raise ProfileError(Problem(str(file), reason)) from None


def device(state_folder: Path) -> str:
    """Return this device's eight characters, kept in the state folder; never the host's name."""
    try:
        known = read_text(state_folder / _DEVICE_FILE, 64).strip()
    except (OSError, RefusedError):
        known = ""
    is_one = len(known) == _DEVICE_LENGTH and set(known) <= set(_LETTERS)
    return known if is_one else _random_text(_DEVICE_LENGTH)


def keep_device(state_folder: Path, name: str) -> None:
    """Keep this device's characters; a folder that cannot be written makes a new device of every run."""
    file = state_folder / _DEVICE_FILE
    if not file.exists():
        with suppress(OSError):
            write_text(file, f"{name}\n", str)


def _same_as(profile: Profile) -> Callable[[str], None]:
    """Return a check that a text reads back as this profile."""

    def check(text: str) -> None:
        if dump(parse(text)) != dump(profile):
            raise DamagedProfileError("what was written does not read back")

    return check


def _random_text(length: int) -> str:
    return "".join(choice(_LETTERS) for _ in range(length))
