from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from command import read, run
from planner.cli.commands import cli
from planner.cli.files import Files
from planner.session import Session

NOW = datetime.fromisoformat("2026-11-23T20:00:00+01:00")


def at(later: timedelta, *words: str, code: int = 0) -> Result:
    """Run a command so much later."""
    files = Files(clock=lambda: NOW + later)
    result = CliRunner().invoke(cli, list(words), obj=files, prog_name="planner")
    assert result.exit_code == code, (result.output, result.exception)
    return result


def test_the_time_between_start_and_stop_is_logged() -> None:
    assert "timer started" in at(timedelta(), "timer", "start", "ddia").stderr
    assert "runs for ddia already" in at(timedelta(minutes=9), "timer", "start", "ddia", code=1).stderr
    assert "▶ 0:42 Designing Data-Intensive" in at(timedelta(minutes=42), "timer", "status").stdout
    assert "42 minutes" in at(timedelta(minutes=42), "timer", "stop").stderr
    shown = read("show", "ddia")
    assert (shown["state"], round(shown["left"], 1)) == ("doing", 59.3)
    assert "No timer runs" in run("timer", "status").stdout
    assert read("timer", "status")["timer"] is None
    at(timedelta(minutes=43), "undo")
    assert read("timer", "status")["timer"]["resource"] == "ddia"


def test_minutes_can_be_said_and_may_be_none() -> None:
    at(timedelta(), "timer", "start", "ddia")
    assert "30 minutes" in at(timedelta(hours=1), "timer", "stop", "--minutes", "30").stderr
    at(timedelta(hours=1), "timer", "start", "ddia")
    assert "nothing logged" in at(timedelta(hours=2), "timer", "stop", "--minutes", "0").stderr


def test_starting_on_another_resource_logs_the_first() -> None:
    at(timedelta(), "timer", "start", "ddia")
    at(timedelta(minutes=25), "timer", "start", "pro-git")
    assert read("timer", "status")["timer"]["resource"] == "pro-git"
    assert round(read("show", "ddia")["left"], 1) == 59.6


@pytest.mark.parametrize("words", [("stop",), ("start", "pro-git")])
def test_a_forgotten_timer_is_not_believed(words: tuple[str, ...]) -> None:
    at(timedelta(), "timer", "start", "ddia")
    refused = at(timedelta(hours=14), "timer", *words, code=1).stderr
    assert "has run for 14:00; `planner timer stop --minutes N`" in refused
    assert "45 minutes on 23 Nov" in at(timedelta(hours=14), "timer", "stop", "--minutes", "45").stderr


def test_what_cannot_be_done_is_refused(tmp_path: Path) -> None:
    assert "no timer runs" in run("timer", "stop", code=1).stderr
    assert "did you mean 'ddia'?" in run("timer", "start", "ddai", code=1).stderr
    run("timer", "stop", "--minutes", "-1", code=2)
    assert not (tmp_path / "home" / "profile.toml").exists()


def test_the_timer_of_another_machine_is_another_one(session: Session, clock: Callable[[], datetime]) -> None:
    replace(session.save(), device="otherone").start_timer("ddia").save()
    assert read("timer", "status")["timer"] is None
    run("timer", "start", "pro-git")
    again = Session.open(clock=clock)
    assert set(again.profile.tables["timer"]) == {"otherone", again.device}
