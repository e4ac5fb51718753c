"""Copies of former profiles, taken before they are replaced, and fewer of them the older they are."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from planner.storage.durable import write_bytes

RECENT, DAILY, MONTHLY = 20, 14, 12
"""How many of the newest are kept; for how many days, and for how many months, the newest of each."""
INTERVAL = timedelta(hours=1)
"""The least time between two backups that nothing in particular asked for."""

_NAME = re.compile(r"(\d{8}T\d{6}\.\d{3})Z-([a-z-]+)\.toml", re.ASCII)
_TIME = "%Y%m%dT%H%M%S.%f"


class Backup(Struct, frozen=True):
    """One former state of a profile."""

    file: Path
    taken: datetime
    """When, in UTC."""
    reason: str
    """Before what: `save`, `bulk`, `import`, `migration`, `merge`, `restore`; or what it is: a
    `conflict-copy`, what could not be saved (`rescue`), what was `seen` before the file was damaged."""


def listed(folder: Path) -> Sequence[Backup]:
    """Return the backups in a folder, the newest first."""
    found = []
    with suppress(OSError):
        for file in folder.iterdir():
            match = _NAME.fullmatch(file.name)
            with suppress(ValueError):
                if match:
                    taken = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
                    found.append(Backup(file, taken, match[2]))
    return sorted(found, key=lambda each: each.file.name, reverse=True)


def is_due(folder: Path, now: datetime) -> bool:
    """Return whether the newest backup is an hour old; one from the future says nothing."""
    return not any(now - INTERVAL < each.taken <= now for each in listed(folder))


def keep(folder: Path, content: bytes, now: datetime, reason: str) -> Path:
    """Keep a copy of a profile's content, and thin out the older ones; return where it is.

    What the newest one holds already is not kept twice: what fails again and again must not push the
    older ones out.

    Raises:
        OSError: it could not be written.
    """
    former = listed(folder)
    for each in former[:1]:
        with suppress(OSError):
            if each.file.read_bytes() == content:
                return each.file
    taken = {each.taken for each in former}
    moment = now.astimezone(UTC).replace(microsecond=now.microsecond // 1000 * 1000)
    while moment in taken:
        moment += timedelta(milliseconds=1)
    file = folder / f"{moment.strftime(_TIME)[:-3]}Z-{reason}.toml"
    write_bytes(file, content)
    for each in superfluous(listed(folder)):
        with suppress(OSError):
            each.file.unlink()
    return file


def superfluous(backups: Iterable[Backup]) -> Sequence[Backup]:
    """Return the backups (the newest first) that are neither recent nor the last of their day or month."""
    every = list(backups)
    kept = {each.file for each in every[:RECENT]}
    for form, most in (("%Y%m%d", DAILY), ("%Y%m", MONTHLY)):
        last: dict[str, Backup] = {}
        for each in every:
            last.setdefault(each.taken.strftime(form), each)
        kept |= {each.file for each in list(last.values())[:most]}
    return [each for each in every if each.file not in kept]
