from pathlib import Path

import pytest

from command import SETUP, read, run
from planner.session import Session


def test_parts_are_ticked_in_all_or_one_more() -> None:
    assert "2 of 13 parts" in run("part", "ddia", "2").stderr
    assert "3 of 13 parts" in run("part", "ddia", "+1").stderr
    assert (read("show", "ddia")["ticked"], read("show", "ddia")["state"]) == (3, "doing")
    assert "0 of 13 parts" in run("part", "ddia", "0").stderr
    assert "has 13 parts, not 14" in run("part", "ddia", "14", code=1).stderr
    assert "has no parts" in run("part", "backend-block-1", "1", code=1).stderr
    for wrong in ("one", "1.5", "+", "", "²", "9" * 5000):
        run("part", "ddia", wrong, code=2)


def test_a_note_is_kept_printed_replaced_and_taken_away() -> None:
    assert "no note" in run("note", "ddia").stderr
    run("note", "ddia", "Chapter", "7", "again [x]")
    assert run("note", "ddia").stdout == "Chapter 7 again [x]\n"
    assert "Chapter 7 again [x]" in run("show", "ddia").stdout
    run("note", "ddia-2e", "another\x1b[31m")
    assert "\x1b" not in run("note", "ddia").stdout
    assert read("show", "ddia")["note"] == "another\x1b[31m"
    run("note", "ddia", "--remove")
    assert not run("note", "ddia").stdout


def test_a_pin_brings_a_resource_into_the_path() -> None:
    run(*SETUP)
    off = next(
        each["id"] for each in read("list", "--area", "ml", "--ready")["resources"] if not each["on_path"]
    )
    assert "the path goes from" in run("pin", off).stderr
    assert read("show", off)["pinned"]
    assert read("show", off)["on_path"]
    run("pin", off, "--remove")
    assert not read("show", off)["on_path"]


def test_claims_none_one_and_many() -> None:
    assert "databases 40" in run("claim", "databases", "40").stderr.lower().replace(" and sql", "")
    assert "2 claims" in run("claim", "databases", "55.5", "testing", "25").stderr
    claimed = {each["competency"]: each["claim"] for each in read("claim")["claims"]}
    assert (claimed["databases"], claimed["testing"], claimed["statistics"]) == (55.5, 25, 0)
    listed = run("claim").stdout
    assert [row.split()[-2:] for row in listed.splitlines() if row.startswith("testing")] == [["25", "25"]]
    assert "did you mean 'databases'" in run("claim", "databasse", "40", code=1).stderr
    for wrong in (("databases",), ("databases", "101"), ("databases", "nan"), ("databases", "--", "-1")):
        run("claim", *wrong, code=2)


def test_undo_takes_back_what_other_runs_changed_one_by_one() -> None:
    run(*SETUP)
    run("mark", "ddia", "done")
    run("claim", "databases", "90")
    run("undo")
    assert next(each for each in read("claim")["claims"] if each["competency"] == "databases")["claim"] != 90
    assert "Taken back: Designing Data-Intensive" in run("undo").stderr
    assert read("show", "ddia")["state"] != "done"
    assert "set up" in run("undo").stderr
    assert read("status")["title"] is None
    assert "nothing to undo" in run("undo", code=1).stderr
    run("mark", "ddia", "done")
    assert read("show", "ddia")["state"] == "done"


def test_undo_leaves_what_was_written_since_and_goes_on_to_the_change_before(tmp_path: Path) -> None:
    run("mark", "pro-git", "done")
    run("mark", "ddia", "done")
    own = tmp_path / "home" / "profile.toml"
    text = own.read_text("utf-8").replace(
        '[progress.ddia]\nstatus = "done"', '[progress.ddia]\nstatus = "skipped"'
    )
    own.write_text(text, "utf-8")
    assert "Taken back: Pro Git" in run("undo").stderr
    assert read("show", "ddia")["state"] == "skipped"


def test_undo_knows_what_the_screens_changed_and_took_back(session: Session) -> None:
    session = session.save().toggle("ddia").toggle("pro-git").save()
    session, _ = session.undo()
    session.save()
    assert "Designing Data-Intensive" in run("undo").stderr
    assert "set up" in run("undo").stderr


@pytest.mark.parametrize("words", [("part", "ddai", "1"), ("note", "ddai", "x"), ("pin", "ddai")])
def test_an_unknown_resource_changes_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    assert "did you mean 'ddia'?" in run(*words, code=1).stderr
    assert not (tmp_path / "home").exists()
