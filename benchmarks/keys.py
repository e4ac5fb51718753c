"""How long a key takes until it is painted, in the Curriculum and in a bare Textual list in turn."""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from bare_list import READY
from pty_program import Program, Reaction
from report import put

ROUNDS = 9
SIZE = (120, 40)
HERE = Path(__file__).parent
PLANNER = str(Path(sys.executable).with_name("planner"))
SETUP = ["setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud"]
DOWN, UP, PAGE_DOWN, PAGE_UP = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~"
MOVES: Mapping[str, Sequence[bytes]] = {
    "down": [DOWN] * 20,
    "up": [UP] * 20,
    "page down and up": [PAGE_DOWN, PAGE_DOWN, PAGE_UP, PAGE_UP] * 3,
}
"""Keys that a bare list understands as well, each pressed when the one before is painted."""
DEEDS: Mapping[str, Sequence[bytes]] = {
    "done, and as it was": [b" "] * 8,
    "a letter of a search": [b"/", *(bytes([each]) for each in b"design dat\x7f\x7f\x7fpat")],
}
"""Keys that do nothing in a bare list: its `down` stands beside them."""
Pressed = dict[str, list[Reaction]]


def main() -> None:
    """Press the same keys in both in turn, and keep the figures."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"PLANNER_HOME": home}
        subprocess.run([PLANNER, *SETUP], check=True, capture_output=True, env={**os.environ, **environment})
        rounds = [(_curriculum(environment), _bare_list(environment)) for _ in range(ROUNDS)]
    lines = list(_report(rounds))
    put(HERE / "README.md", "keys", lines)
    print("\n".join(lines))


def _curriculum(environment: Mapping[str, str]) -> Pressed:
    with Program([PLANNER], environment, SIZE) as program:
        program.wait_for(b"Tonight")
        program.press(b"2")
        program.press(DOWN)
        return _press(program, {**MOVES, **DEEDS})


def _bare_list(environment: Mapping[str, str]) -> Pressed:
    with Program([sys.executable, str(HERE / "bare_list.py")], environment, SIZE) as program:
        program.wait_for(READY.encode())
        return _press(program, MOVES)


def _press(program: Program, keys: Mapping[str, Sequence[bytes]]) -> Pressed:
    reactions = {name: [program.press(key) for key in pressed] for name, pressed in keys.items()}
    return {name: [each for each in several if each.bytes] for name, several in reactions.items()}


def _report(rounds: Sequence[tuple[Pressed, Pressed]]) -> Iterator[str]:
    yield f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}."
    yield f"From the key to the last byte of its frame, {SIZE[0]}x{SIZE[1]}, the shipped curricula;"
    yield f"medians of {len(rounds)} rounds. The Curriculum paints the details of a row as well."
    yield "Where a bare list does nothing on a key, its `down` stands beside it."
    yield ""
    yield "| key | Curriculum, ms | p95, ms | bare list, ms | ratio | ratio of processor time |"
    yield "|---|---|---|---|---|---|"
    for name in (*MOVES, *DEEDS):
        pairs = [(ours[name], bare.get(name, bare["down"])) for ours, bare in rounds]
        late = quantiles((each.last * 1000 for ours, _ in pairs for each in ours), n=20)[-1]
        own, other = (median(_time(each[side]) for each in pairs) * 1000 for side in (0, 1))
        ratio = median(_time(ours) / _time(bare) for ours, bare in pairs)
        cpu = median(_cpu(ours) / _cpu(bare) for ours, bare in pairs)
        yield f"| {name} | {own:.1f} | {late:.1f} | {other:.1f} | {ratio:.2f} | {cpu:.2f} |"


def _time(reactions: Sequence[Reaction]) -> float:
    return median(each.last for each in reactions)


def _cpu(reactions: Sequence[Reaction]) -> float:
    return median(each.cpu for each in reactions) or 1.0


if __name__ == "__main__":
    main()
