"""What is wrong with a file: where, what, and what would be right."""

from dataclasses import dataclass

from planner.core.text import clean


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file."""

    file: str
    """The file's name or path."""
    reason: str
    """What is wrong and what would be right."""
    key: str = ""
    """The key that it concerns, as in `resource[ddia].hours`; empty for the whole file."""
    line: int | None = None
    """The line, counted from 1, where there is one."""

    def __str__(self) -> str:
        """Return one line, safe to print: file:line: key: reason."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return clean(": ".join(part for part in (where, self.key, self.reason) if part), 1000)
