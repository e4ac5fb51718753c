"""What tests of the screens stand on."""

from pathlib import Path
from typing import Any

import pytest

from planner.core import standing
from planner.core.learning_path import LearningPath, find_path
from planner.tui.app import PlannerApp
from tui.scenes import day_92, day_one


@pytest.fixture
def app(tmp_path: Path) -> PlannerApp:
    """planner as someone opens it after a quarter of evenings."""
    return PlannerApp(day_92(tmp_path / "p.toml"))


@pytest.fixture
def first_paths(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Take the first path that is found, which takes a moment: nothing hangs on how short it is."""
    for scene in (day_one, day_92):  # which are remembered: with the path that everyone gets
        scene(tmp_path / "p.toml")

    def find_first(*words: Any, refined: bool = False) -> LearningPath:
        del refined
        return find_path(*words)

    monkeypatch.setattr(standing, "find_path", find_first)
