"""Find and read curricula; what is wrong with one is said, and the others load."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.problem import Problem
from planner.storage import cache
from planner.storage.guard import CURRICULUM_BYTES, RefusedError, decode
from planner.storage.stamps import Signature, stamps_in

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PROFILE_ENDING = ".profile.toml"
"""What a profile beside a curriculum is called after it."""
RELEASED = "released-ids.txt"
"""The file beside curricula that notes which ids people may have progress under."""


class Loaded(Struct, frozen=True):
    """What could be loaded, and what could not."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    signature: Signature = ()
    """What the files looked like just before they were read."""


def load(bundled: "Traversable", own: Path | None, cached: Path | None = None) -> Loaded:
    """Return the catalogue of the bundled curricula and those in a folder of one's own.

    The axes belong to the bundled ones: what a person adds moves nobody's position. With a cache,
    files that have not changed since are not read again.
    """
    now = signature_of(bundled, own)
    if cached is None or None in now:
        return Loaded(*_read_all(bundled, own), now)
    found = cache.recall(cached, now)
    if found is None:
        found = _read_all(bundled, own)
        cache.keep(cached, now, found)
    return Loaded(*found, now)


def signature_of(bundled: "Traversable", own: Path | None) -> Signature:
    """Return what tells whether any file has changed; those inside a zip, and odd ones, have no stamp."""
    theirs: Signature = stamps_in(bundled, _is_curriculum) if isinstance(bundled, Path) else (None,)
    return theirs + (stamps_in(own, _is_curriculum) if own else ())


def released_ids(folder: "Traversable") -> frozenset[str]:
    """Return the ids that the curricula in a folder had at their last release, where that was noted."""
    try:
        lines = decode((folder / RELEASED).read_bytes(), CURRICULUM_BYTES).splitlines()
    except (OSError, RefusedError):
        return frozenset()
    return frozenset(each.strip() for each in lines if each.strip() and not each.startswith("#"))


def _read_all(bundled: "Traversable", own: Path | None) -> cache.Content:
    from planner.storage.curriculum_files import read  # with a parser, which a warm start does without

    problems: list[Problem] = []
    files = [(file, True) for file in toml_files(bundled, problems)]
    files += [(file, False) for file in toml_files(own, problems)]
    found = read(files)
    return found.catalogue, (*problems, *found.problems)


def toml_files(folder: "Traversable | Path | None", problems: list[Problem]) -> "list[Traversable]":
    """Return the curricula in a folder by name; hidden files and profiles beside them are none."""
    try:
        if folder is None or not folder.is_dir():
            return []
        found = [each for each in folder.iterdir() if _is_curriculum(each.name)]
    except OSError as error:
        problems.append(Problem(str(folder), f"cannot be read: {error.strerror}"))
        return []
    return sorted(found, key=lambda each: each.name)


def _is_curriculum(name: str) -> bool:
    return name.endswith(".toml") and not name.endswith(PROFILE_ENDING) and not name.startswith(".")
