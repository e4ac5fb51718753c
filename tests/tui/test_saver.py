"""The thread that saves outlives what nobody expected."""

from unittest.mock import patch

import pytest

from planner.session import Session
from planner.tui.saver import Saver


def test_a_save_that_breaks_off_is_told_and_the_next_one_saves_all(session: Session) -> None:
    told: list[tuple[Session, str]] = []
    saver = Saver(lambda *report: told.append(report))
    first = session.mark(["ddia"], "done")
    with patch.object(Session, "save", side_effect=RuntimeError("a defect")):
        saver.submit(first)
        with pytest.raises(RuntimeError, match="a defect"):
            saver.flush()
    saver.submit(first.mark(["cs50-sql"], "done"))
    saver.flush()
    assert [words for _, words in told] == [""]
    assert told[0][0].profile.progress.keys() >= {"ddia", "cs50-sql"}
    assert Session.open(session.file).profile.progress.keys() >= {"ddia", "cs50-sql"}
