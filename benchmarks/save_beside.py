"""planner, and beside it a profile that is saved whenever it is told to: what a key has to stand."""

import sys
from itertools import cycle
from pathlib import Path
from threading import Thread

from planner.__main__ import main
from planner.session import Session


def _save_when_told(file: Path, bell: Path) -> None:
    """Mark something in a file; at every byte from the bell save it and mark the next, as the screens do."""
    session = Session.open(file)
    marks = cycle({("progress", each): {"status": "doing"}} for each in session.catalogue.resources)
    session = session.changed(next(marks), "mark")
    with bell.open("rb", buffering=0) as stream:
        while stream.read(1):
            session = session.after(session.save()).changed(next(marks), "mark")
            bell.with_suffix(".done").touch()


if __name__ == "__main__":
    bell, file = Path(sys.argv.pop()), Path(sys.argv.pop())
    Thread(target=_save_when_told, args=(file, bell), daemon=True).start()
    main()
