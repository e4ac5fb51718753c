from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import profile_of, resource
from planner.core.change import Change, take_back, write
from planner.core.marking import marked, toggled
from planner.core.profile import Profile

KEY = ("progress", "ddia")
keys = st.sampled_from([KEY, ("progress", "pro-git"), ("claims", "databases")])
changes = st.lists(
    st.dictionaries(keys, st.fixed_dictionaries({"status": st.sampled_from(["doing", "done"])}), min_size=1),
    max_size=6,
)


def _stamp(number: int) -> str:
    return f"2026-01-01T00:00:00.{number:03}Z-0000-aaaaaaaa"


def _meaning(profile: Profile) -> Mapping[str, Any]:
    """Return what a profile says, stamps aside; an entry with nothing but a stamp says nothing."""
    return {
        f"{table}.{name}": fields
        for table, entries in profile.tables.items()
        for name, entry in entries.items()
        if (fields := {key: value for key, value in entry.items() if key != "at"})
    }


@given(changes)
def test_undoing_everything_restores_the_start_and_redoing_the_end(
    made: list[dict[tuple[str, str], dict[str, str]]],
) -> None:
    start = profile = profile_of("cs50p")
    past: list[Change] = []
    for number, entries in enumerate(made):
        profile, change = write(profile, entries, stamp=_stamp(number), label="x")
        past.append(change)
    end, future = profile, []
    for number, change in enumerate(reversed(past)):
        profile, opposite, left_alone = take_back(profile, change, stamp=_stamp(100 + number))
        assert not left_alone
        future.append(opposite)
    assert _meaning(profile) == _meaning(start)
    for number, change in enumerate(reversed(future)):
        profile, _, _ = take_back(profile, change, stamp=_stamp(200 + number))
    assert _meaning(profile) == _meaning(end)


def test_undo_leaves_alone_what_was_written_since() -> None:
    profile, change = write(profile_of(), {KEY: {"status": "done"}}, stamp=_stamp(1), label="x")
    profile = profile.with_entries({KEY: {"status": "skipped", "at": _stamp(2)}})
    profile, _, left_alone = take_back(profile, change, stamp=_stamp(3))
    assert left_alone == (KEY,)
    assert profile.progress["ddia"].status == "skipped"


def test_undoing_a_first_entry_writes_a_state_and_removes_no_key() -> None:
    profile, change = write(profile_of(), {KEY: {"status": "done"}}, stamp=_stamp(1), label="x")
    profile, _, _ = take_back(profile, change, stamp=_stamp(2))
    assert profile.entry(KEY) == {"at": _stamp(2)}
    assert profile.progress["ddia"].status == "todo"


def test_undoing_under_a_new_id_lets_the_former_one_count_again() -> None:
    renamed = resource("book", {"a": 20}, formerly=("book-1e",))
    start = profile_of("book-1e")
    profile, change = write(start, toggled(start, renamed, date(2026, 11, 23)), stamp=_stamp(1), label="x")
    assert profile.progress_of(renamed).status == "todo"
    profile, _, _ = take_back(profile, change, stamp=_stamp(2))
    assert profile.progress_of(renamed).status == "done"


def test_marking_done_again_keeps_the_day() -> None:
    book = resource("book", {"a": 20})
    profile = profile_of(progress={"book": {"status": "done", "finished": date(2026, 1, 2)}})
    ((_, entry),) = marked(profile, book, "done", date(2026, 11, 23)).items()
    assert entry["finished"] == date(2026, 1, 2)
