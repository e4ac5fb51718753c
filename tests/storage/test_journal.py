from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.change import Change, take_back, write
from planner.core.profile import Profile
from planner.storage import journal, toml_reader
from planner.storage.toml_writer import write_toml

KEY = ("progress", "ddia")


def _stamp(number: int) -> str:
    return f"2026-01-01T00:00:00.{number:03}Z-0000-aaaaaaaa"


def _made(amount: int) -> tuple[Profile, list[Change]]:
    profile, changes = Profile("one"), []
    for number in range(amount):
        entry = {"parts": number, "started": date(2026, 1, 1), "of": {"any": ["thing", 1.5, True]}}
        profile, change = write(profile, {KEY: entry}, stamp=_stamp(number), label=f"{number}\x1b")
        changes.append(change)
    return profile, changes


def test_changes_come_back_as_they_were(tmp_path: Path) -> None:
    _, changes = _made(3)
    journal.keep(tmp_path, "one", changes, [])
    assert list(journal.recall(tmp_path, "one")) == changes
    assert journal.recall(tmp_path, "other") == ()


@given(st.integers(1, 6), st.integers(0, 6))
def test_what_was_undone_is_taken_out(tmp_path_factory: object, amount: int, undone: int) -> None:
    folder: Path = tmp_path_factory.mktemp("state")  # type: ignore[attr-defined]
    profile, changes = _made(amount)
    journal.keep(folder, "one", changes, [])
    opposites: list[Change] = []
    for change in changes[::-1][:undone]:
        profile, opposite, _ = take_back(profile, change, stamp=_stamp(100 + len(opposites)))
        opposites.append(opposite)
    journal.keep(folder, "one", [], opposites)
    assert list(journal.recall(folder, "one")) == changes[: max(0, amount - undone)]


def test_it_keeps_the_last_changes_of_all_who_write(tmp_path: Path) -> None:
    _, changes = _made(journal.MOST_CHANGES + 5)
    journal.keep(tmp_path, "one", changes[::2], [])
    journal.keep(tmp_path, "one", changes[1::2], [])
    assert list(journal.recall(tmp_path, "one")) == changes[5:]


def test_what_is_known_is_not_read_again_unless_another_planner_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def read_toml(text: str) -> dict[str, Any]:
        read.append(text)
        return toml_reader.read_toml(text)

    _, changes = _made(5)
    known = journal.keep(tmp_path, "one", changes[:2], [])
    monkeypatch.setattr(journal, "read_toml", read_toml)
    known = journal.keep(tmp_path, "one", changes[:3], [], known)
    assert read == []
    journal.keep(tmp_path, "one", changes[3:4], [])
    read.clear()
    journal.keep(tmp_path, "one", changes[4:], [], known)
    assert len(read) == 1
    assert list(journal.recall(tmp_path, "one")) == changes


def test_changes_in_a_row_are_written_as_they_would_be_at_once(tmp_path: Path) -> None:
    _, changes = _made(3)
    nothing = Change("nothing", {}, {})
    for number, every in enumerate((changes, [], [nothing], [nothing, *changes])):
        journal.keep(tmp_path, f"{number}", every, [])
        text = journal._file(tmp_path, f"{number}").read_text("utf-8")
        assert text == write_toml({"change": [journal._table(each) for each in every]})


def test_an_id_of_any_text_stays_inside_the_folder(tmp_path: Path) -> None:
    state = tmp_path / "state"
    journal.keep(state, "../../../out", _made(1)[1], [])
    assert [each.parent.name for each in tmp_path.rglob("*.toml")] == ["changes"]
    assert len(journal.recall(state, "../../../out")) == 1


def test_a_damaged_journal_is_none(tmp_path: Path) -> None:
    for text in (
        "",
        "change = 3",
        "[[change]]\nlabel = 1\n",
        "change = [",
        "[[change]]\nentry = [1]\nlabel = ''",
    ):
        journal.keep(tmp_path, "one", _made(1)[1], [])
        (file,) = tmp_path.rglob("*.toml")
        file.write_text(text)
        assert journal.recall(tmp_path, "one") == ()
        journal.keep(tmp_path, "one", _made(2)[1], [])
        assert len(journal.recall(tmp_path, "one")) == 2


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "changes").write_text("a file where a folder should be")
    journal.keep(tmp_path, "one", _made(1)[1], [])
    assert journal.recall(tmp_path, "one") == ()
