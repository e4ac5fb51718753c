"""The copies that file sync leaves beside a profile when two machines have changed it."""

import os
import re
from contextlib import suppress
from pathlib import Path

_MARKS = (
    r"\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]+",  # Syncthing
    r"\.conflict-\d{8}-\d{6}-[A-Z0-9]+",
    r" \([^()]*(?:[Cc]onflict|SFConflict)[^()]*(?:\([^()]*\)[^()]*)?\)",  # Dropbox, Nextcloud, Seafile
    r"_conflict-\d{8}-\d{6}",  # ownCloud
    r" ?\(\d+\)",  # Google Drive
    r" \d+",  # iCloud
    r"-(?=[^.]*[A-Z])[^.]+",  # OneDrive: the machine's name
)


def find(file: Path) -> list[Path]:
    """Return the files beside a profile whose names say that they are conflict copies of it."""
    found: list[Path] = []
    with suppress(OSError):
        target = Path(os.path.realpath(file))
        names = os.listdir(target.parent)  # noqa: PTH208 - a name that matches is rare, a Path for each is not free
        alike = [each for each in names if each != target.name and each.startswith(target.stem)]
        if alike:  # rare, and what they are compared with takes its time
            form = re.compile(rf"{re.escape(target.stem)}(?:{'|'.join(_MARKS)}){re.escape(target.suffix)}")
            found += [target.with_name(name) for name in sorted(alike) if form.fullmatch(name)]
    return found
