"""The random names of profiles and devices; never a host's or a person's."""

from contextlib import suppress
from pathlib import Path
from string import ascii_lowercase, digits

from planner.core.profile import Profile
from planner.storage.guard import RefusedError, read_text

_DEVICE_FILE = "device"
_LETTERS = ascii_lowercase + digits
_DEVICE_LENGTH = 8
_ID_LENGTH = 16


def new_profile() -> Profile:
    """Return the profile of someone who has done nothing yet."""
    return Profile(_random_text(_ID_LENGTH))


def device(state_folder: Path) -> str:
    """Return this device's eight characters, kept in the state folder; never the host's name."""
    return _known(state_folder) or _random_text(_DEVICE_LENGTH)


def keep_device(state_folder: Path, name: str) -> None:
    """Keep this device's characters; a folder that cannot be written makes a new device of every run."""
    if not _known(state_folder):
        from planner.storage.durable import write_text  # needed once in a machine's life

        with suppress(OSError):
            write_text(state_folder / _DEVICE_FILE, f"{name}\n")


def _known(state_folder: Path) -> str:
    try:
        found = read_text(state_folder / _DEVICE_FILE, 64).strip()
    except (OSError, RefusedError):
        return ""
    return found if len(found) == _DEVICE_LENGTH and set(found) <= set(_LETTERS) else ""


def _random_text(length: int) -> str:
    from secrets import choice  # needed once in a machine's life

    return "".join(choice(_LETTERS) for _ in range(length))
