"""A person's progress on its way out: as a profile, a document, a table, a checklist, a calendar."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args

from planner import text_files
from planner.core.problem import Problem
from planner.core.text import clean
from planner.exchange import calendar, document, markdown, table
from planner.session import ProfileError, Session
from planner.text_files import TextFileError

Form = Literal["toml", "json", "csv", "markdown", "ics"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
ENDINGS: Final[Mapping[Form, str]] = {
    "toml": ".toml",
    "json": ".json",
    "csv": ".csv",
    "markdown": ".md",
    "ics": ".ics",
}
_WRITERS: Final[Mapping[Form, Callable[[Session], str]]] = {
    "toml": lambda session: session.as_toml(),
    "json": lambda session: document.as_text(session.catalogue, session.profile),
    "csv": lambda session: table.rows_of(session.planned().standing),
    "markdown": lambda session: markdown.checklist(session.catalogue, session.profile),
    "ics": lambda session: calendar.calendar(session.planned().standing, session.clock()),
}
_OF_A_PROFILE: Final[tuple[Form, ...]] = ("toml", "json")


def form_of(file: Path) -> Form | None:
    """Return the form that a file's ending stands for, if it stands for one."""
    return next((form for form, ending in ENDINGS.items() if ending == file.suffix.lower()), None)


def usual_name(day: date, form: Form) -> str:
    """Return the file name that an export of a day gets unless another one is wanted."""
    return f"planner-{day.isoformat()}{ENDINGS[form]}"


def place(text: str) -> Path:
    """Return the file that a person named; `~` is their home folder.

    Raises:
        TextFileError: nothing can be written under that name.
    """
    reason = ""
    file = Path()
    if not text.strip():
        reason = "name a file"
    elif clean(text, len(text)) != text:
        reason = "has characters that belong in no file name"
    else:
        try:
            file = Path(text.strip()).expanduser()
            reason = "is a folder; name a file in it" if file.is_dir() else ""
        except (OSError, RuntimeError) as error:
            reason = f"cannot be a file: {getattr(error, 'strerror', None) or error}"
    if reason:
        raise TextFileError(Problem(text, reason))
    return file


def text_of(session: Session, form: Form) -> str:
    """Return the session's progress in a form.

    Raises:
        ProfileError: there is no profile yet, and nothing else goes into that form.
    """
    if session.is_new and not session.pending.changes and form in _OF_A_PROFILE:
        raise ProfileError(Problem("", f"there is nothing to export yet: {session.file} does not exist"))
    return _WRITERS[form](session)


def export(session: Session, form: Form, file: Path) -> None:
    """Write the session's progress to a file, in place of whatever it holds.

    Raises:
        ProfileError: there is no profile yet, or it could not be written.
        TextFileError: the file could not be written; it is as it was.
    """
    text = text_of(session, form)
    if form == "toml":
        session.export(file)
    else:
        text_files.write(file, text)
