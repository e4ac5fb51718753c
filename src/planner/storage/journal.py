"""The last changes to a profile, kept for undoing them in another run; never needed for anything else.

A journal that is missing, damaged or cannot be written means that there is nothing to undo.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from planner.core.change import Change
from planner.core.profile import Entry
from planner.storage.durable import write_bytes
from planner.storage.guard import RefusedError, decode, read_bytes
from planner.storage.toml_reader import UnreadableTomlError, read_toml
from planner.storage.toml_writer import write_toml

MOST_CHANGES = 50
_MOST_BYTES = 4 << 20


class Journal(Struct, frozen=True):
    """A journal as it stands in its file."""

    content: bytes
    """What the file holds."""
    texts: Mapping[str, tuple[Change, str]]
    """By stamp, its changes with their texts, the last one last."""


def keep(
    state_folder: Path,
    profile_id: str,
    done: Iterable[Change],
    undone: Iterable[Change],
    known: Journal | None = None,
) -> Journal | None:
    """Add what was done to the journal of a profile, and take out what was undone; return what it holds then.

    `undone` holds the opposites of the changes that were undone. What is known already and has not
    changed is neither parsed nor put into words again. None where the journal could not be written.
    """
    file = _file(state_folder, profile_id)
    there = _content(file)
    texts = known.texts if known and known.content == there else {}
    former = [change for change, _ in texts.values()] if texts else _changes_in(there)
    changes = {each.stamp: each for each in (*former, *done)}
    for opposite in undone:
        changes.pop(opposite.takes_back, None)
    stamps = sorted(changes)[-MOST_CHANGES:]
    journal = _journal({stamp: (changes[stamp], _text(changes[stamp], texts.get(stamp))) for stamp in stamps})
    if len(journal.content) > _MOST_BYTES:
        return None
    try:
        if journal.content != there:
            write_bytes(file, journal.content)
    except OSError:
        return None
    return journal


def recall(state_folder: Path, profile_id: str) -> tuple[Change, ...]:
    """Return the last changes to a profile, the last one last."""
    return _changes_in(_content(_file(state_folder, profile_id)))


def _content(file: Path) -> bytes:
    """Return what a journal holds; nothing where it cannot be read."""
    with suppress(OSError, RefusedError):
        return read_bytes(file, _MOST_BYTES)
    return b""


def _changes_in(content: bytes) -> tuple[Change, ...]:
    try:
        document = read_toml(decode(content, _MOST_BYTES))
        return tuple(_change(each) for each in document["change"])
    except (RefusedError, UnreadableTomlError, KeyError, TypeError, AttributeError):
        return ()


def _journal(texts: Mapping[str, tuple[Change, str]]) -> Journal:
    """Return the journal of changes whose texts are known: one after the other, where each is a table."""
    every = [text for _, text in texts.values()]
    if not every or not all(each.startswith("[[") for each in every):
        every = [write_toml({"change": [_table(change) for change, _ in texts.values()]})]
    return Journal("\n".join(every).encode(), texts)


def _text(change: Change, known: tuple[Change, str] | None) -> str:
    """Return a change in words, which may be known."""
    return known[1] if known and known[0] is change else write_toml({"change": [_table(change)]})


def _file(state_folder: Path, profile_id: str) -> Path:
    """Return the journal's place; an id can be any text, a file's name cannot."""
    import hashlib  # needed to save, not to start

    return state_folder / "changes" / f"{hashlib.sha256(profile_id.encode()).hexdigest()[:16]}.toml"


def _table(change: Change) -> Mapping[str, Any]:
    entries = []
    for (table, name), after in change.after.items():
        before = change.before.get((table, name))
        former = {} if before is None else {"before": dict(before)}
        entries.append({"table": table, "name": name, **former, "after": dict(after)})
    return {"label": change.label, "takes_back": change.takes_back, "entry": entries}


def _change(table: Mapping[str, Any]) -> Change:
    entries = [((str(each["table"]), str(each["name"])), each) for each in table["entry"]]
    before = {key: _entry(each.get("before")) for key, each in entries}
    after = {key: _entry(each["after"]) or {} for key, each in entries}
    return Change(str(table["label"]), before, after, str(table["takes_back"]))


def _entry(value: Any) -> Entry | None:  # noqa: ANN401 - a file can hold anything
    return None if value is None else dict(value.items())
