"""Garbage waits until nobody is at the keys."""

import gc
from collections.abc import Callable
from typing import cast

import pytest

from planner.tui.app import PlannerApp
from planner.tui.sweeper import Sweeper


class _App:
    """Has timers that run out when they are told to."""

    is_running = True

    def __init__(self) -> None:
        self.timers: list[Callable[[], None]] = []

    def set_timer(self, _: float, then: Callable[[], None]) -> None:
        self.timers.append(then)


@pytest.fixture
def swept(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(gc, "collect", found.append)
    monkeypatch.setattr(gc, "get_count", lambda: (5_000, 0, 0))
    monkeypatch.setattr(gc, "isenabled", lambda: True)
    return found


def test_it_waits_while_frames_follow_each_other_and_sweeps_once_they_do_not(swept: list[int]) -> None:
    app = _App()
    sweeper = Sweeper(cast("PlannerApp", app))
    sweeper.stir()
    app.timers.pop()()
    assert swept == [1]
    assert app.timers == []
    sweeper.stir()
    sweeper.stir()
    waited = app.timers.pop()
    sweeper.stir()
    waited()
    assert swept == [1]
    assert len(app.timers) == 1
    app.timers.pop()()
    assert swept == [1, 1]


def test_one_sweep_in_many_goes_through_everything(swept: list[int]) -> None:
    app = _App()
    sweeper = Sweeper(cast("PlannerApp", app))
    for _ in range(200):
        sweeper.stir()
        while app.timers:
            app.timers.pop()()
    assert (len(swept), swept.count(2)) == (200, 2)
