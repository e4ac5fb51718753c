"""Keeps what was measured in benchmarks/README.md, each benchmark between two marks of its own."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

README = Path(__file__).with_name("README.md")


def put(file: Path, name: str, lines: Iterable[str]) -> None:
    """Replace a benchmark's figures in the file; the marks have to be there."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = file.read_text("utf-8")
    before, rest = text.split(begin, maxsplit=1)
    after = rest.split(end, maxsplit=1)[1]
    file.write_text("\n".join([f"{before}{begin}", "", *lines, "", f"{end}{after}"]), "utf-8")


def machine() -> str:
    """Return the day, and what was measured on."""
    cores = f"{os.cpu_count()} cores of {platform.machine()}, {_memory()}{platform.system()}"
    return f"{datetime.now(UTC):%Y-%m-%d}, {cores}, Python {platform.python_version()}."


def load() -> str:
    """Return how many programs wanted a core meanwhile, where the system tells."""
    try:
        return f"{os.getloadavg()[1]:.1f}"
    except OSError:
        return "–"


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return ""
    return f"{size / (1 << 30):.0f} GiB, "
