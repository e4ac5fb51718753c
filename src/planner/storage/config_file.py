"""What a person wants of planner on this machine: a file that they write and planner only reads."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Literal, get_args

from msgspec import Struct, field

from planner.core.problem import MOST_TOLD, KeyPath, Problem
from planner.core.text import clean
from planner.storage.guard import CURRICULUM_BYTES, RefusedError, read_text

Motion = Literal["full", "none"]
_TABLES = ("keys", "theme", "motion")
_MOST_KEYS = 10


class Config(Struct, frozen=True):
    """What the file says; what it says wrongly counts as not said."""

    file: Path
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Command id to the keys that are wanted for it, as the person wrote them."""
    theme: str = ""
    motion: Motion = "full"
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    """On which line each key of the file stands."""
    problems: tuple[Problem, ...] = ()

    def problem(self, path: KeyPath, reason: str) -> Problem:
        """Return a problem with a key of the file, with its line."""
        from planner.storage.toml_lines import line_of

        return Problem(str(self.file), reason, clean(".".join(map(str, path)), 80), line_of(self.lines, path))


def load(file: Path) -> Config:
    """Return what the file says; none says nothing, and all that is wrong with one is among its problems."""
    try:
        text = read_text(file, CURRICULUM_BYTES)
    except FileNotFoundError:
        return Config(file)
    except OSError as error:
        return _unreadable(file, f"cannot be read: {error.strerror}")
    except RefusedError as error:
        return _unreadable(file, str(error), error.line)
    from planner.storage.toml_lines import key_lines  # with a parser, for whoever has such a file
    from planner.storage.toml_reader import UnreadableTomlError, read_toml

    try:
        document = read_toml(text)
    except UnreadableTomlError as error:
        return _unreadable(file, error.reason, error.line)
    return _checked(Config(file, lines=key_lines(text)), document)


def _unreadable(file: Path, reason: str, line: int | None = None) -> Config:
    said = f"{reason}; until that is put right, everything is as usual"
    return Config(file, problems=(Problem(str(file), said, line=line),))


def _checked(empty: Config, document: Mapping[str, Any]) -> Config:
    """Return what is right in a document, and what is wrong."""
    keys, theme = document.get("keys"), document.get("theme")
    wishes = keys.items() if isinstance(keys, dict) else ()
    return Config(
        empty.file,
        {name: _wanted(value) for name, value in wishes if _is_wish(value) and name != "motion"},
        theme if isinstance(theme, str) else "",
        "none" if document.get("motion") == "none" else "full",
        empty.lines,
        tuple(empty.problem(path, reason) for path, reason in islice(_faults(document), MOST_TOLD)),
    )


def _faults(document: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Go through everything that is wrong."""
    for name in document:
        if name not in _TABLES:
            from difflib import get_close_matches

            close = get_close_matches(name, _TABLES, 1)
            hint = f"did you mean '{close[0]}'?" if close else "there are keys, theme and motion"
            yield (name,), f"is not known here; {hint}"
    yield from _key_faults(document.get("keys", {}))
    if not isinstance(document.get("theme", ""), str):
        yield ("theme",), 'should be the name of a theme, like "planner-light"'
    if document.get("motion", "full") not in get_args(Motion):
        yield ("motion",), 'should be "full" or "none"'


def _key_faults(keys: object) -> Iterator[tuple[KeyPath, str]]:
    if not isinstance(keys, dict):
        yield ("keys",), 'should be a table [keys], with lines like skip = "X"'
        return
    for name, value in keys.items():
        if name == "motion":
            yield ("keys", name), "belongs above [keys]: what follows that line is about keys"
        elif not _is_wish(value):
            yield ("keys", name), 'should be a key like "X", or a list of some, like ["X", "f5"]'


def _is_wish(value: object) -> bool:
    wanted = _wanted(value)
    return len(wanted) <= _MOST_KEYS and all(isinstance(each, str) for each in wanted)


def _wanted(value: object) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)
