"""The curricula that a profile is open against, and what became of their files since."""

from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from planner.core.catalogue import Catalogue
from planner.core.problem import Problem
from planner.storage import curricula, locations
from planner.storage.curricula import Loaded
from planner.storage.stamps import Signature


class OpenCatalogue(Struct, frozen=True):
    """What is in use, and what was read last: not always the same."""

    folder: Path | None
    """The one folder that was named; None for the bundled curricula and one's own."""
    loaded: Loaded
    """What is in use."""
    seen: Signature
    """What the files looked like when they were read last."""
    problems: tuple[Problem, ...]
    """What was wrong with them then."""

    @classmethod
    def open(cls, folder: Path | None) -> Self:
        """Read the curricula in a folder, or the bundled ones and one's own."""
        loaded = _read(folder)
        return cls(folder, loaded, loaded.signature, loaded.problems)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in use."""
        return self.loaded.catalogue

    def signature(self) -> Signature:
        """Return what tells, without reading, whether a file has changed."""
        if self.folder:
            return curricula.signature_of(self.folder, None)
        return curricula.signature_of(locations.bundled_curricula(), locations.user_curricula())

    def refreshed(self) -> Self:
        """Return the curricula as they are now; itself where no file has changed.

        What is wrong anew is said, and does not take the place of what was right: someone is at it.
        """
        if self.signature() == self.seen:
            return self
        loaded = _read(self.folder)
        opened = replace(self, seen=loaded.signature, problems=loaded.problems)
        if set(loaded.problems) - set(self.loaded.problems):
            return opened
        if loaded.catalogue == self.catalogue:
            loaded = replace(loaded, catalogue=self.catalogue)
        return replace(opened, loaded=loaded)


def catalogue_in(folder: Path | None = None) -> Catalogue:
    """Return the curricula alone: those in `folder`, or the bundled ones and one's own."""
    return _read(folder).catalogue


def _read(folder: Path | None) -> Loaded:
    if folder:
        return curricula.load(folder, None)
    bundled, own = locations.bundled_curricula(), locations.user_curricula()
    return curricula.load(bundled, own, locations.catalogue_cache())
