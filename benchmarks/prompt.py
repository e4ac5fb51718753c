"""How long `planner next --short` takes, as a ratio to the start of a bare Textual app in the same round."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from figures import Figure, ratio
from made_up import PLANNER, SETUP, Homes
from pty_clock import Start, time_start
from report import machine, put

RUNS = 15
GOAL = 0.6
HERE = Path(__file__).parent
BARE = [sys.executable, str(HERE / "bare.py")]
ASKED = {
    "again": (PLANNER, "next", "--short"),
    "after a change": (PLANNER, "next", "--short"),
    "the version": (PLANNER, "--version"),
}
Round = dict[str, tuple[Start, Start]]
"""What was asked, and how long it and a bare app took."""


def prompted(homes: Homes, rounds: int) -> list[Figure]:
    """Row 11: the line in a shell prompt."""
    home = str(homes.folder("prompt"))
    found = [_round(home) for _ in range(rounds + 1)][1:]
    return [
        Figure(
            f"`planner next --short`, {name}" if name != "the version" else "`planner --version`",
            ratio([(ours.text, bare.text) for ours, bare in (each[name] for each in found)]),
            GOAL if name == "again" else None,
        )
        for name in ASKED
    ]


def main() -> None:
    """Ask in turn with starts of a bare app, and keep the figures."""
    with tempfile.TemporaryDirectory() as home:
        rounds = [_round(home) for _ in range(RUNS + 1)][1:]
    lines = list(_report(rounds))
    put(HERE / "README.md", "prompt", lines)
    print("\n".join(lines))


def _round(home: str) -> Round:
    """Time everything once, each beside a bare app."""
    environment = {"PLANNER_HOME": home}
    if not (Path(home) / "profile.toml").exists():
        subprocess.run([PLANNER, *SETUP], check=True, capture_output=True, env={**os.environ, **environment})
    found: Round = {}
    for name, command in ASKED.items():
        if name == "after a change":
            (Path(home) / "profile.toml").touch()
        wanted = b"version" if "version" in name else b" h "
        found[name] = (
            time_start(command, wanted, environment),
            time_start(BARE, b"HELLO-FRAME", environment),
        )
    return found


def _report(rounds: Sequence[Round]) -> Iterator[str]:
    yield machine()
    yield f"Medians of {len(rounds)} rounds, each figure as a ratio to a bare Textual app in the same round."
    yield f"The goal for a line that was asked for before is {GOAL}."
    yield ""
    yield "| `planner next --short` | time to the text | processor time |"
    yield "|---|---|---|"
    for name in ASKED:
        text = median(ours.text / bare.text for ours, bare in (each[name] for each in rounds))
        cpu = median(ours.cpu / bare.cpu for ours, bare in (each[name] for each in rounds))
        yield f"| {'`planner --version`' if name == 'the version' else name} | {text:.2f} | {cpu:.2f} |"


if __name__ == "__main__":
    main()
