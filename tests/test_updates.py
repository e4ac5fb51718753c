"""A new release of the curricula takes nothing away from anybody."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from builders import ROOT
from planner.core.lint import advise
from planner.session import Session
from planner.storage import profile_file
from planner.storage.curricula import released_ids

DATA = ROOT / "tests" / "data" / "update"
DAY = date(2026, 11, 20)


@pytest.fixture
def file(tmp_path: Path, clock: Callable[[], datetime]) -> Path:
    """The profile of someone who did something with everything there was before."""
    file = tmp_path / "home" / "profile.toml"
    session = Session.open(file, DATA / "before", clock)
    assert not session.problems
    session = session.tick("clay-book-1e", 10).log("clay-book-1e", 90, DAY).log("kiln-course", 45, DAY)
    session = session.mark(["clay-book-1e", "glazes"], "done").mark(["kiln-course"], "done")
    session.changed({("pins", "glazes"): {"value": True}, ("notes", "glazes"): {"text": "x"}}, "pin").save()
    return file


def _updated(file: Path, clock: Callable[[], datetime]) -> Session:
    session = Session.open(file, DATA / "after", clock)
    assert not session.problems
    return session


def test_what_was_done_under_a_former_id_counts_under_the_new_one(
    file: Path, clock: Callable[[], datetime]
) -> None:
    session = _updated(file, clock)
    resources, profile = session.catalogue.resources, session.profile
    states = {name: profile.progress_of(each).status for name, each in resources.items()}
    assert states == {
        "clay-book": "done",
        "glazes-warm": "done",
        "glazes-cold": "todo",
        "wheel-project": "todo",
    }
    assert profile.minutes_of(resources["clay-book"]) == 90
    assert profile.progress_of(resources["clay-book"]).parts == 10
    assert profile.pins_now(session.catalogue.renamed) == {"glazes-warm"}
    assert "clay-book" in session.standing.ground.met


def test_nothing_of_it_leaves_the_file_when_something_new_is_done(
    file: Path, clock: Callable[[], datetime]
) -> None:
    before = profile_file.load(file)
    assert before is not None
    _updated(file, clock).mark(["wheel-project", "clay-book"], "doing").save()
    after = profile_file.load(file)
    assert after is not None
    for table, entries in before.tables.items():
        for name, entry in entries.items():
            assert after.entry((table, name)) == entry
    assert after.minutes["kiln-course"] == 45
    assert after.progress["kiln-course"].status == "done"
    assert _updated(file, clock).profile.progress["clay-book"].status == "doing"


def test_a_pin_that_was_taken_off_under_the_new_id_stays_off(
    file: Path, clock: Callable[[], datetime]
) -> None:
    session = _updated(file, clock).changed({("pins", "glazes-warm"): {"value": False}}, "unpin")
    assert session.profile.pins_now(session.catalogue.renamed) == frozenset()


def test_an_old_state_of_another_machine_changes_nothing(file: Path, clock: Callable[[], datetime]) -> None:
    session = _updated(file, clock).mark(["clay-book"], "doing").save()
    old = Session.open(file, DATA / "before", clock).mark(["kiln-course"], "skipped").save()
    assert old.profile.progress["clay-book"].status == "doing"
    assert session.refreshed().profile.progress["kiln-course"].status == "skipped"


def test_an_id_that_disappears_is_named(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    (tmp_path / "craft.toml").write_bytes((DATA / "after" / "craft.toml").read_bytes())
    (tmp_path / "released-ids.txt").write_text("# note\nclay-book-1e\nglazes\nkiln-course\npots\n")
    session = Session.open(tmp_path / "p.toml", tmp_path, clock)
    found = [each for each in advise(session.catalogue, released_ids(tmp_path)) if each.code == "vanished"]
    assert len(found) == 1
    assert "kiln-course" in found[0].text
    assert "formerly" in found[0].text
    assert released_ids(DATA) == frozenset()


def test_no_released_id_of_the_bundled_curricula_has_disappeared(session: Session) -> None:
    released = released_ids(ROOT / "curricula")
    assert "ddia" in released
    assert not [each for each in advise(session.catalogue, released) if each.code == "vanished"]
