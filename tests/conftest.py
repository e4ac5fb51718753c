"""What every test stands on: no file of the person who runs them, a fixed clock, the shipped catalogue."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from builders import at, bundled
from planner.core.catalogue import Catalogue
from planner.core.marking import Answers
from planner.session import Session

# what takes long here says nothing about planner: benchmarks/ measure
settings.register_profile("planner", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("planner")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the files and the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in (
        "PLANNER_PROFILE",
        "PLANNER_CURRICULA",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "TEXTUAL_THEME",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The curricula that planner ships."""
    return bundled()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still."""
    return at("2026-11-23T20:00:00+01:00")


@pytest.fixture
def session(clock: Callable[[], datetime]) -> Session:
    """A data scientist with eight hours a week, nothing done, nothing saved yet."""
    return Session.open(clock=clock).set_up(Answers("data-scientist", 8, "finance-fraud"))
