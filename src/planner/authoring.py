"""What authors of curricula need: checking, the schema, new files beside it."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from planner import text_files
from planner.core.change import write as changed
from planner.core.profile import Entry, Key
from planner.core.stamp import OLDEST, stamp_after
from planner.storage import identity, inspection, locations
from planner.storage.curricula import PROFILE_ENDING
from planner.storage.inspection import Inspection
from planner.storage.profile_text import dump

SCHEMA_FILE = "curriculum.schema.json"
"""Name of the schema beside a curriculum, as its first line says."""

__all__ = [
    "PROFILE_ENDING",
    "SCHEMA_FILE",
    "Inspection",
    "check",
    "own_folder",
    "profile_of",
    "schema",
    "write",
]


def check(named: Sequence[Path], folder: Path | None) -> Inspection:
    """Return what is wrong with these files and what could be better; without any, with all curricula.

    They are parts of the curricula in a folder, or of the bundled ones and one's own.
    """
    if folder:
        return inspection.inspect(folder, None, named)
    return inspection.inspect(locations.bundled_curricula(), locations.user_curricula(), named)


def own_folder() -> Path:
    """Return the folder in which a person keeps curricula of their own."""
    return locations.user_curricula()


def schema() -> str:
    """Return the JSON Schema of a curriculum as text."""
    from planner.storage.curriculum_format import schema as of_curriculum  # with it comes pydantic

    return json.dumps(of_curriculum(), indent=2, ensure_ascii=False) + "\n"


def profile_of(done: Iterable[str], moment: datetime) -> str:
    """Return the text of a new profile in which these resources are done."""
    device = identity.device(locations.state_folder())
    entries: dict[Key, Entry] = {("progress", each): {"status": "done"} for each in done}
    stamp = stamp_after(OLDEST, moment, device)
    profile, _ = changed(identity.new_profile(), entries, stamp=stamp, label="converted")
    return dump(profile)


def write(file: Path, text: str) -> None:
    """Write a curriculum, and the schema beside it, by which editors complete and check.

    Raises:
        TextFileError: one of them could not be written.
    """
    text_files.write(file, text)
    text_files.write(file.with_name(SCHEMA_FILE), schema())
