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


def main() -> None:
    """Start both in turn and print the medians of the ratios, pair by pair."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"PLANNER_HOME": home}
        subprocess.run([PLANNER, *SETUP], check=True, capture_output=True, env={**os.environ, **environment})
        pairs = [
            (
                time_start([sys.executable, str(HERE / "bare.py")], b"HELLO-FRAME", environment),
                time_start([PLANNER], b"Tonight", environment),
            )
            for _ in range(RUNS + 1)
        ][1:]
    print(f"start of the Map, median of {RUNS} pairs, ratio to a bare Textual app")
    for name, figure in FIGURES.items():
        ratio = median(figure(ours) / figure(bare) for bare, ours in pairs)
        print(f"  {name:8} {ratio:5.2f} x   ({median(figure(ours) for _, ours in pairs) * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
