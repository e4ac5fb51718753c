"""Text files that a person names: read and written as safely as the profile."""

from pathlib import Path

from planner.core.problem import Problem, ProblemError
from planner.storage.durable import write_text
from planner.storage.guard import RefusedError
from planner.storage.guard import read_text as read_guarded

_MOST_BYTES = 8 << 20


class TextFileError(ProblemError):
    """A file that cannot be read or written; one that was there is as it was."""


def read(file: Path) -> str:
    """Return the text of a file of at most 8 MiB.

    Raises:
        TextFileError: it cannot be read, or is no text.
    """
    try:
        return read_guarded(file, _MOST_BYTES)
    except OSError as error:
        raise TextFileError(Problem(str(file), f"cannot be read: {error.strerror or error}")) from None
    except RefusedError as error:
        raise TextFileError(Problem(str(file), str(error), line=error.line)) from None


def write(file: Path, text: str) -> None:
    """Replace whatever a file holds by a text.

    Raises:
        TextFileError: it could not be written; the file is as it was.
    """
    try:
        write_text(file, text)
    except OSError as error:
        raise TextFileError(Problem(str(file), f"could not be written: {error.strerror or error}")) from None
