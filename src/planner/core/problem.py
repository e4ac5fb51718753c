"""What is wrong with a file: where, what, and what would be right."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import force_setattr

from planner.core.text import clean

Code = Literal[
    "practice", "study", "reach", "idle", "rate", "hours", "level", "link", "https", "weights", "chart",
    "vanished",
]  # fmt: skip
"""Names of the rules for good curricula; curricula/README.md says what each is about."""

KeyPath = tuple[str | int, ...]
"""Where in a file: ("resource", 3, "requires")."""
MOST_TOLD = 100
"""How many problems of one file are told; nobody mends more of them at a time."""
_MOST_FILE, _MOST_KEY, _MOST_REASON = 300, 200, 1000


class Problem(Struct, frozen=True):
    """One thing wrong with a file, safe to show."""

    file: str
    """The file's path."""
    reason: str
    """What is wrong and what would be right."""
    key: str = ""
    """The key that it concerns, as in `resource[ddia].hours`; empty for the whole file."""
    line: int | None = None
    """The line, counted from 1, where there is one."""

    def __post_init__(self) -> None:
        """Make every part safe to show: names of files and of keys can be anything."""
        for name, most in (("file", _MOST_FILE), ("reason", _MOST_REASON), ("key", _MOST_KEY)):
            force_setattr(self, name, clean(getattr(self, name), most))

    def __str__(self) -> str:
        """Return one line, safe to print: file:line: key: reason."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (where, self.key, self.reason) if part)


class ProblemError(Exception):
    """Something that could not be done with a file, because of one problem with it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Remark(Struct, frozen=True):
    """One thing in a file that is valid and could be better."""

    code: Code
    """Name of the rule, by which the file can silence it."""
    where: Problem

    def __str__(self) -> str:
        """Return one line, safe to print: file:line: key: reason [code]."""
        return f"{self.where} [{self.code}]"
