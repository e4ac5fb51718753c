"""Where planner keeps what, for those who want to know."""

from collections.abc import Mapping
from pathlib import Path

from planner.storage import locations


def places(file: Path | None, folder: Path | None) -> Mapping[str, str]:
    """Return where planner keeps what, by name."""
    return {
        "profile": str(file or locations.profile_file()),
        "curricula": str(folder or locations.bundled_curricula()),
        "own curricula": str(locations.user_curricula()),
        "config": str(locations.config_file()),
        "state": str(locations.state_folder()),
    }
