"""What went wrong inside planner, kept for whoever mends it; its user sees one line."""

import platform
import sys
import traceback
from pathlib import Path

from planner.storage.durable import write_text

_NAME = "crash.txt"


def write(state_folder: Path, error: BaseException) -> Path | None:
    """Write where an error came from (no values of variables); return the file, or None if it cannot be."""
    lines = traceback.format_exception(error, limit=-20)
    text = f"Python {sys.version.split()[0]} on {platform.system()}\n{''.join(lines)}"
    try:
        write_text(state_folder / _NAME, text.encode("utf-8", "replace").decode("utf-8"))
    except OSError:
        return None
    return state_folder / _NAME
