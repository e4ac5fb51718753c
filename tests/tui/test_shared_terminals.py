"""Real terminals on one profile: two at once, and one whose profile is damaged or gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.core.marking import Answers
from planner.session import Session
from planner.storage import profile_file
from terminal import Terminal

MARKS = 200
HEADINGS = 3
"""Headings below the last resource: two areas, one competency."""
HEAD = """\
format = 1
id = "pots"
title = "Pots"
area = "software"

[[competency]]
id = "pottery"
title = "Pottery"
weight = 1.0

[[role]]
id = "software-engineer"
title = "Potter"
ml = 0
software = 50
domain = 0
typical = { pottery = 50 }

"""
DOMAIN = """\
format = 1
id = "kilns"
title = "Kilns"
area = "domain"

[[competency]]
id = "kilns"
title = "Kilns"
weight = 1.0
elective = true
"""
RESOURCE = """
[[resource]]
id = "pot-{0:03}"
title = "Pot {0:03}"
url = "https://example.org/{0}"
kind = "book"
hours = 4
teaches = {{ pottery = 1 }}
"""


def _curricula(folder: Path, size: int) -> Path:
    """Write a curriculum of so many resources that all fit on one screen."""
    folder.mkdir()
    text = HEAD + "".join(RESOURCE.format(number) for number in range(size))
    (folder / "pots.toml").write_text(text)
    (folder / "kilns.toml").write_text(DOMAIN)
    return folder


def _done(file: Path) -> set[str]:
    found = profile_file.load(file)
    assert found is not None
    return {name for name, each in found.progress.items() if each.status == "done"}


@contextmanager
def _open(count: int) -> Iterator[list[Terminal]]:
    """Open so many planners that show the Curriculum."""
    terminals = [Terminal(size=(120, 230)) for _ in range(count)]
    try:
        for each in terminals:
            each.wait_for("Tonight")
            each.press("2")
            each.wait_for("Pot 000")
            each.settle()
        yield terminals
    finally:
        for each in terminals:
            each.process.close(force=True)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_marks_in_turns_are_all_there_and_both_show_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _curricula(tmp_path / "curricula", MARKS)
    monkeypatch.setenv("PLANNER_CURRICULA", str(folder))
    answers = Answers("none", 8, "kilns", "software-engineer", "none")
    Session.open(folder=folder).set_up(answers).save()
    file = tmp_path / "home" / "profile.toml"
    with _open(2) as (top, bottom):
        top.press("g", "down", "down")
        bottom.press("G", *["up"] * HEADINGS)
        for _ in range(MARKS // 2):
            top.press("space", "down")
            bottom.press("space", "up")
        for each in (top, bottom):
            for name in (f"✓ Pot {number:03}" for number in range(MARKS)):
                each.wait_for(name)
            each.wait_for("✓ saved")
        assert _done(file) == {f"pot-{number:03}" for number in range(MARKS)}
        for each in (top, bottom):
            each.press("q")
            assert each.wait_for_end() == 0
    assert _done(file) == {f"pot-{number:03}" for number in range(MARKS)}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The file of someone who has a backup without, and a profile with, one mark."""
    session = Session.open().set_up(Answers("data-scientist", 8, "finance-fraud")).save()
    session.mark(["ddia"], "done").save()
    return tmp_path / "home" / "profile.toml"


def test_a_damaged_profile_leads_to_its_backups_and_on_to_the_map(own: Path) -> None:
    own.write_text("format = 1\nhalf a fi")
    terminal = Terminal(size=(200, 24))
    terminal.wait_for("profile.toml:2: is no TOML")
    terminal.wait_for("0 marked")
    terminal.press("enter")
    terminal.wait_for("Tonight")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    found = profile_file.load(own)
    assert found is not None
    assert found.settings.title == "data-scientist"


def test_leaving_a_damaged_profile_keeps_it_and_says_the_remedy(own: Path) -> None:
    own.write_text("")
    terminal = Terminal()
    terminal.wait_for("0 marked")
    terminal.press("escape")
    assert terminal.wait_for_end() == 1
    assert b"planner restore --list" in terminal.raw
    assert own.read_text() == ""


def test_a_profile_that_is_gone_is_restored_or_begun_anew(own: Path) -> None:
    own.unlink()
    terminal = Terminal()
    terminal.wait_for("n begin anew")
    terminal.press("n")
    terminal.wait_for("Which title are you nearest")
    terminal.press("escape")
    terminal.wait_for("Tonight")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert not own.exists()
    again = Terminal()
    again.wait_for("0 marked")
    again.press("enter")
    again.wait_for("Tonight")
    again.press("q")
    assert again.wait_for_end() == 0
    assert own.exists()
