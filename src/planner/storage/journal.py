"""The last changes to a profile, kept for undoing them in another run; never needed for anything else.

A journal that is missing, damaged or cannot be written means that there is nothing to undo.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from planner.core.change import Change
from planner.core.profile import Entry
from planner.storage.durable import write_text
from planner.storage.guard import RefusedError, read_text
from planner.storage.toml_reader import UnreadableTomlError, read_toml
from planner.storage.toml_writer import write_toml

MOST_CHANGES = 50
_MOST_BYTES = 4 << 20


def keep(state_folder: Path, profile_id: str, done: Iterable[Change], undone: Iterable[Change]) -> None:
    """Add what was done to the journal of a profile, and take out what was undone.

    `undone` holds the opposites of the changes that were undone.
    """
    file = _file(state_folder, profile_id)
    changes = {each.stamp: each for each in (*recall(state_folder, profile_id), *done)}
    for opposite in undone:
        changes.pop(opposite.takes_back, None)
    kept = [changes[stamp] for stamp in sorted(changes)][-MOST_CHANGES:]
    text = write_toml({"change": [_table(each) for each in kept]})
    if len(text.encode()) <= _MOST_BYTES:
        with suppress(OSError):
            write_text(file, text)


def recall(state_folder: Path, profile_id: str) -> tuple[Change, ...]:
    """Return the last changes to a profile, the last one last."""
    try:
        document = read_toml(read_text(_file(state_folder, profile_id), _MOST_BYTES))
        return tuple(_change(each) for each in document["change"])
    except (OSError, RefusedError, UnreadableTomlError, KeyError, TypeError, AttributeError):
        return ()


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
