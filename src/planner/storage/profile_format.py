"""A profile read from TOML text; what is not understood is kept."""

from collections.abc import Mapping
from typing import Any

from planner.core.problem import KeyPath
from planner.core.profile import FORMAT, TABLES, Profile
from planner.core.text import clean
from planner.storage.failures import DamagedProfileError, NewerProfileError
from planner.storage.migration import migrated
from planner.storage.toml_lines import key_lines, line_of
from planner.storage.toml_reader import UnreadableTomlError, read_toml

_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_MARKERS = "git has left conflict markers here; take one side, and `planner merge --install` prevents them"


def parse(text: str) -> Profile:
    """Return the profile that a TOML text holds.

    Raises:
        NewerProfileError: its format is of a later planner.
        DamagedProfileError: it is no profile. An empty text is valid TOML and no profile.
    """
    return parse_any(text)[0]


def parse_any(text: str) -> tuple[Profile, int]:
    """Return the profile that a TOML text holds, and the format in which it is written there.

    Raises:
        DamagedProfileError: as of `parse`.
    """
    document = _document(text)
    version = _format(text, document)
    if version <= FORMAT:
        return _profile(text, migrated(document, version)), version
    reason = f"was written by a newer planner (format {version}, this one knows {FORMAT}); update planner"
    line = line_of(key_lines(text), ("format",))
    raise NewerProfileError(reason, line=line, profile=_glimpse(document))


def _profile(text: str, document: Mapping[str, Any]) -> Profile:
    name = document.get("profile_id")
    if not isinstance(name, str) or not name:
        raise _damaged(text, ("profile_id",), "has no profile_id, so it is damaged or no profile")
    for table in TABLES:
        _check_table(text, table, document.get(table, {}))
    return _glimpse(document)


def _glimpse(document: Mapping[str, Any]) -> Profile:
    """Return a document as a profile: tables of tables are entries, all else is kept beside them."""
    tables: dict[str, Mapping[str, Any]] = {}
    extra: dict[str, Any] = {}
    for name, value in document.items():
        if name in ("format", "profile_id"):
            continue
        if not isinstance(value, dict):
            extra[name] = value
            continue
        entries = {key: each for key, each in value.items() if isinstance(each, dict)}
        if entries:
            tables[name] = entries
        if len(entries) < len(value) or (not value and name not in TABLES):
            extra[name] = {key: each for key, each in value.items() if key not in entries}
    return Profile(str(document.get("profile_id", "")), tables, extra)


def _document(text: str) -> dict[str, Any]:
    try:
        return read_toml(text)
    except UnreadableTomlError as error:
        at_fault = text.splitlines()[error.line - 1 : error.line] if error.line else []
        is_conflict = bool(at_fault) and at_fault[0].startswith(_CONFLICT)
        raise DamagedProfileError(_MARKERS if is_conflict else error.reason, line=error.line) from None


def _format(text: str, document: Mapping[str, Any]) -> int:
    version = document.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        reason = "has no line `format = 1`, so it is damaged or no profile"
        raise _damaged(text, ("format",), reason)
    return version


def _check_table(text: str, name: str, value: object) -> None:
    if not isinstance(value, dict):
        raise _damaged(text, (name,), f"should be tables like [{name}.…], not a value")
    for key, entry in value.items():
        if not isinstance(entry, dict):
            raise _damaged(text, (name, key), f"should be a table [{name}.{key}], not a value")


def _damaged(text: str, path: KeyPath, reason: str) -> DamagedProfileError:
    key = clean(".".join(map(str, path)), 100)
    return DamagedProfileError(clean(reason), key=key, line=line_of(key_lines(text), path))
