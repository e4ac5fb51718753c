"""What was written in an older format becomes what this planner reads."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from planner.core.profile import FORMAT

Document = Mapping[str, Any]
"""A profile as its TOML says it."""
Migration = Callable[[Document], Document]

MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""By format, the step to the next one. There is one format so far."""


def migrated(
    document: Document, version: int, steps: Mapping[int, Migration] = MIGRATIONS, newest: int = FORMAT
) -> Document:
    """Return a document of some format as one of the newest, a step at a time."""
    for each in range(version, newest):
        document = {**steps[each](document), "format": each + 1}
    return document
