"""Keeps what was measured in benchmarks/README.md, each benchmark between two marks of its own."""

from collections.abc import Iterable
from pathlib import Path


def put(file: Path, name: str, lines: Iterable[str]) -> None:
    """Replace a benchmark's figures in the file; the marks have to be there."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = file.read_text("utf-8")
    before, rest = text.split(begin, maxsplit=1)
    after = rest.split(end, maxsplit=1)[1]
    file.write_text("\n".join([f"{before}{begin}", "", *lines, "", f"{end}{after}"]), "utf-8")
