"""What to do now as it was answered last: read in a moment, for a shell prompt that asks every time."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from planner import __version__
from planner.storage import answers, locations

Spans = tuple[tuple[str, str], ...]
"""A line of (text, style name)."""


class Question(Struct, frozen=True):
    """What to do now, asked of one profile on one day, with everything that the answer depends on."""

    slot: answers.Slot
    basis: answers.Basis | None
    """None where nobody can tell whether something has changed."""

    def recall(self) -> tuple[Spans, ...] | None:
        """Return the lines that were the answer when everything was as it is now; None for no such."""
        return None if self.basis is None else answers.recall(self.slot, self.basis)

    def keep(self, answer: Sequence[Spans]) -> None:
        """Keep the answer for the next time, where there is a place for it."""
        if self.basis is not None:
            answers.keep(self.slot, self.basis, tuple(answer))


def question(file: Path | None, folder: Path | None, today: date, width: int) -> Question:
    """Return the question as it stands now; ask it before the profile is read, not after."""
    file = (file or locations.profile_file()).absolute()
    folder = folder and folder.absolute()
    found = answers.basis(file, folder)
    basis = None if found is None else (__version__, today.isoformat(), *found)
    return Question((str(file), str(folder or ""), width), basis)
