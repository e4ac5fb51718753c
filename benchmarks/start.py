"""How long planner takes to open, as a ratio to a bare Textual app in the same run."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pty_clock import Start, time_start

RUNS = 11
FIGURES: dict[str, Callable[[Start], float]] = {
    "text": lambda start: start.text,
    "settled": lambda start: start.settled,
    "cpu": lambda start: start.cpu,
}
HERE = Path(__file__).parent
PLANNER = str(Path(sys.executable).with_name("planner"))
SETUP = ["setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud"]
THERE = [*SETUP, "--target", "data-scientist", "--via", "none"]
"""Someone who has arrived: planner has no path to find."""


def main() -> None:
    """Start both in turn and print the medians of the ratios, pair by pair."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as other:
        on_the_way, there = _set_up(home, SETUP), _set_up(other, THERE)
        rounds = [
            (
                time_start([sys.executable, str(HERE / "bare.py")], b"HELLO-FRAME", on_the_way),
                time_start([PLANNER], b"Tonight", on_the_way),
                time_start([PLANNER], b"Tonight", there),
            )
            for _ in range(RUNS + 1)
        ][1:]
    print(f"start of the Map, median of {RUNS} rounds, as a ratio in the same round")
    print("            to a bare Textual app      to a start without a path")
    for name, figure in FIGURES.items():
        to_bare = median(figure(ours) / figure(bare) for bare, ours, _ in rounds)
        to_there = median(figure(ours) / figure(there) for _, ours, there in rounds)
        spent = median(figure(ours) for _, ours, _ in rounds) * 1000
        print(f"  {name:8} {to_bare:5.2f} x   ({spent:.0f} ms)       {to_there:5.2f} x")


def _set_up(home: str, command: list[str]) -> dict[str, str]:
    environment = {"PLANNER_HOME": home}
    subprocess.run([PLANNER, *command], check=True, capture_output=True, env={**os.environ, **environment})
    return environment


if __name__ == "__main__":
    main()
