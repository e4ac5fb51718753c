"""How long a key takes until it is painted, in the Curriculum and in a bare Textual list in turn."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bare_list import READY
from figures import Figure, late, ratio
from made_up import PLANNER, SHIPPED, Homes
from pty_clock import Program, Reaction

FEW, MANY = 100, 100_000
LIST = [sys.executable, str(Path(__file__).with_name("bare_list.py"))]
DOWN, UP, PAGE_DOWN, PAGE_UP, END, ERASE = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~", b"G", b"\x7f"
DONE, SAVED = b" ", "✓ saved".encode()
_BURST = 100
_PRESSED = 12
"""Times that a key is pressed in a round."""
_LONG = 0.6
"""Seconds of silence after which something that is saved is done."""
_MS = 1000.0
_Round = Mapping[int, Mapping[bytes, list[Reaction]]]
"""How many rows, to the keys, to what they led to; 0 stands for the bare list."""


def latency(homes: Homes, rounds: int) -> list[Figure]:
    """Row 4: moves and marks among very many rows, and among few."""
    found = _rounds(homes, rounds)
    toggles = [
        (median(seen(each) for each in row[MANY][DONE]), median(each.last for each in row[0][DONE]))
        for row in found
    ]
    return [
        *beside_bare(homes, rounds),
        *_held(found, UP, "move", seen),
        _computed(found, UP),
        *_held(found, UP, "move to its last byte", _last),
        *_held(found, DONE, "toggle", seen),
        _computed(found, DONE),
        Figure(f"toggle, {MANY:,} rows, against an OptionList's", median(a / b for a, b in toggles), 0.1),
        *_held(found, DONE, "toggle to its last byte, “✓ saved” included", _last, is_goal=False),
    ]


def _held(
    found: Sequence[_Round],
    key: bytes,
    name: str,
    timed: Callable[[Reaction], float],
    *,
    is_goal: bool = True,
) -> list[Figure]:
    """Hold a key among very many rows against the same among few, and against the goals if it has some."""
    every = [timed(each) for row in found for each in row[MANY][key]]
    grown, slowest = (1.25, 10.0) if is_goal else (None, None)
    return [
        Figure(f"{name}, {MANY:,} rows against {FEW}", _growth(found, key, timed), grown),
        Figure(f"{name}, {MANY:,} rows, p95", late(every) * _MS, slowest, "ms"),
        Figure("… median", median(every) * _MS, unit="ms"),
    ]


def _computed(found: Sequence[_Round], key: bytes) -> Figure:
    """Hold the processor time of a key, all that follows included, among very many rows against few."""
    return Figure(f"… of processor time, against {FEW}", _growth(found, key, lambda each: each.cpu))


def _growth(found: Sequence[_Round], key: bytes, timed: Callable[[Reaction], float]) -> float:
    """Return what a key takes among very many rows, as a ratio to the same among few."""
    return ratio([(median(map(timed, row[MANY][key])), median(map(timed, row[FEW][key]))) for row in found])


def beside_bare(homes: Homes, rounds: int) -> list[Figure]:
    """Return what a move takes in the Curriculum, against a bare list of the same titles."""
    home = homes.of(SHIPPED)
    with curriculum(home) as ours, Program(LIST, home) as bare:
        bare.wait_for(READY.encode())
        bare.press(DOWN, quiet=1.0)
        found = [
            [
                [program.press(key) for key in (DOWN, UP) for _ in range(_PRESSED // 2)]
                for program in (ours, bare)
            ]
            for _ in range(rounds)
        ]
    pairs = [tuple(median(seen(each) for each in moves) for moves in row) for row in found]
    spent = [tuple(median(each.cpu for each in moves) for moves in row) for row in found]
    return [
        Figure(f"move, {SHIPPED} resources, against a bare list's", median(a / b for a, b in pairs)),
        Figure("… of processor time", median(a / b for a, b in spent)),
        Figure("… median", median(a for a, _ in pairs) * _MS, unit="ms"),
    ]


def burst(homes: Homes, rounds: int) -> list[Figure]:
    """Row 5: a hundred times down in one go."""
    figures = []
    for size in (SHIPPED, MANY):
        with curriculum(homes.of(size)) as program:
            bursts = [program.press(key * _BURST) for _ in range(rounds) for key in (DOWN, UP)]
        figures += [
            Figure(
                f"{_BURST} downs, {size:,} resources", median(each.last for each in bursts) * _MS, 60.0, "ms"
            ),
            Figure(
                f"{_BURST} downs, {size:,} resources",
                median(len(each.frames) for each in bursts),
                3.0,
                "frames",
            ),
        ]
    return figures


def search(homes: Homes, rounds: int) -> list[Figure]:
    """Row 10: the first letter of a search."""
    figures = []
    for size, goal in ((MANY, 50.0), (SHIPPED, 5.0)):
        with curriculum(homes.of(size)) as program:
            program.press(b"/", quiet=_LONG)
            letters = []
            for _ in range(rounds):
                letters.append(program.press(b"d", quiet=_LONG))
                program.press(ERASE, quiet=_LONG)
        figures += [
            Figure(
                f"first letter of a search, {size:,} resources", median(map(seen, letters)) * _MS, goal, "ms"
            ),
            Figure(
                "… of processor time, all that follows included",
                median(each.cpu for each in letters) * _MS,
                unit="ms",
            ),
        ]
    return figures


def seen(reaction: Reaction) -> float:
    """Return the seconds until the frame was whole in which a key shows."""
    return reaction.frames[0] if reaction.frames else reaction.last


def _last(reaction: Reaction) -> float:
    """Return the seconds until everything was there that follows from a key, too."""
    return reaction.last


@contextmanager
def curriculum(environment: Mapping[str, str], command: Sequence[str] = (PLANNER,)) -> Iterator[Program]:
    """Open planner on the Curriculum, and wait until it has nothing to do any more."""
    with Program(command, environment) as program:
        program.wait_for(b"Tonight")
        program.press(b"2", until=b"software", quiet=_LONG)
        program.press(DOWN * 3, quiet=_LONG)
        time.sleep(1.0)  # the words for the search are read
        yield program


def _onto_resource(program: Program) -> None:
    """Go up until something can be checked off; leave it as it was."""
    while SAVED not in program.press(DONE, quiet=_LONG).written:
        program.press(UP)
    program.press(DONE, until=SAVED, quiet=_LONG)


def _rounds(homes: Homes, rounds: int) -> list[dict[int, dict[bytes, list[Reaction]]]]:
    """Press the same keys in all of them in turn; 0 stands for the bare list."""
    with (
        curriculum(homes.of_its_own(FEW)) as few,
        curriculum(homes.of(MANY)) as many,
        Program([*LIST, str(MANY)], homes.of(SHIPPED)) as bare,
    ):
        bare.wait_for(READY.encode())
        bare.press(DOWN, quiet=1.0)
        for program in (few, many):
            program.press(END, quiet=_LONG)
            program.press(UP * _PRESSED, quiet=_LONG)
            _onto_resource(program)
        return [{0: _pressed(bare, 2), FEW: _pressed(few), MANY: _pressed(many)} for _ in range(rounds)]


def _pressed(program: Program, marks: int = 4) -> dict[bytes, list[Reaction]]:
    moves = [program.press(key) for key in (UP, DOWN) for _ in range(_PRESSED // 2)]
    return {UP: moves, DONE: [program.press(DONE, quiet=_LONG) for _ in range(marks)]}
