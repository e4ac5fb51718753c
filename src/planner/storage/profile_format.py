"""A profile as TOML text and back; what is not understood is kept."""

from collections.abc import Mapping
from typing import Any

import tomli_w

from planner.core.consistency import KeyPath
from planner.core.profile import FORMAT, TABLES, Profile
from planner.core.text import clean
from planner.storage.guard import PROFILE_BYTES, RefusedError
from planner.storage.toml_lines import key_lines, line_of
from planner.storage.toml_reader import UnreadableTomlError, read_toml

_HEADER = "# Written by planner. Comments are not kept.\n"


class DamagedProfileError(Exception):
    """Text that is no profile. It is never overwritten."""

    def __init__(self, reason: str, *, key: str = "", line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.key = key
        self.line = line


class NewerProfileError(DamagedProfileError):
    """A profile written by a planner that knows more than this one."""


def dump(profile: Profile) -> str:
    """Return a profile as TOML, its entries sorted so that one change is one change in a diff."""
    document: dict[str, Any] = {"format": FORMAT, "profile_id": profile.profile_id, **profile.extra}
    for name in (*TABLES, *sorted(profile.tables.keys() - set(TABLES))):
        if table := profile.tables.get(name):
            document[name] = {each: table[each] for each in sorted(table)}
    text = _HEADER + tomli_w.dumps(document)
    if len(text.encode()) > PROFILE_BYTES:
        raise RefusedError(f"the profile would be larger than {PROFILE_BYTES >> 20} MiB")
    return text


def parse(text: str) -> Profile:
    """Return the profile that a TOML text holds.

    Raises:
        NewerProfileError: its format is of a later planner.
        DamagedProfileError: it is no profile. An empty text is valid TOML and no profile.
    """
    document = _document(text)
    _check_format(text, document)
    tables: dict[str, Mapping[str, Any]] = {}
    extra: dict[str, Any] = {}
    for name, value in document.items():
        if name in TABLES or (
            isinstance(value, dict) and all(isinstance(each, dict) for each in value.values())
        ):
            tables[name] = _table(text, name, value)
        elif name not in ("format", "profile_id"):
            extra[name] = value
    return Profile(document["profile_id"], tables, extra)


def _document(text: str) -> dict[str, Any]:
    try:
        return read_toml(text)
    except UnreadableTomlError as error:
        raise DamagedProfileError(error.reason, line=error.line) from None


def _check_format(text: str, document: Mapping[str, Any]) -> None:
    version = document.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        reason = "has no line `format = 1`, so it is damaged or no profile"
        raise _damaged(text, ("format",), reason)
    if version > FORMAT:
        reason = f"was written by a newer planner (format {version}, this one knows {FORMAT}); update planner"
        raise NewerProfileError(reason, key="format", line=line_of(key_lines(text), ("format",)))
    name = document.get("profile_id")
    if not isinstance(name, str) or not name:
        raise _damaged(text, ("profile_id",), "has no profile_id, so it is damaged or no profile")


def _table(text: str, name: str, value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - TOML can hold anything
    if not isinstance(value, dict):
        raise _damaged(text, (name,), f"should be tables like [{name}.…], not a value")
    for key, entry in value.items():
        if not isinstance(entry, dict):
            raise _damaged(text, (name, key), f"should be a table [{name}.{key}], not a value")
    return value


def _damaged(text: str, path: KeyPath, reason: str) -> DamagedProfileError:
    key = clean(".".join(map(str, path)), 100)
    return DamagedProfileError(clean(reason), key=key, line=line_of(key_lines(text), path))
