"""Measures the acceptance table: `make bench`; some rows of it with `--rows 4,5`, in brief with `--quick`."""

import argparse
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence

from drawing import drawing
from figures import Figure
from growth import growth
from keys import burst, latency, search
from loading import loading
from made_up import Homes
from peers import peers
from prompt import prompted
from pty_clock import favour
from replan import replan
from report import README, load, machine, put
from save import saving
from start import large, shipped

ROUNDS, QUICK = 9, 3
ROWS: Mapping[int, Callable[[Homes, int], Sequence[Figure]]] = {
    1: shipped, 2: large, 3: peers, 4: latency, 5: burst, 6: loading, 7: drawing, 8: replan, 9: saving,
    10: search, 11: prompted, 12: growth,
}  # fmt: skip
Found = dict[int, Sequence[Figure]]


def main() -> None:
    """Measure, print, keep the figures where all rows were measured in full; exit 1 at a goal missed."""
    wanted = _arguments()
    favour()
    rounds = QUICK if wanted.quick else ROUNDS
    before, found = load(), {}
    with Homes() as homes:
        for row in wanted.rows:
            found[row] = _measured(row, homes, rounds)
            print("\n".join(_lines(row, found[row])), flush=True)
    if wanted.rows == list(ROWS) and not wanted.quick:
        put(README, "acceptance", _report(found, rounds, before))
    raise SystemExit(any(each.is_missed for several in found.values() for each in several))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=_rows, default=list(ROWS), help="1 to 12, like 4,5,10")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds in place of {ROUNDS}")
    return parser.parse_args()


def _rows(text: str) -> list[int]:
    rows = [int(each) for each in text.split(",")]
    if unknown := set(rows) - ROWS.keys():
        raise argparse.ArgumentTypeError(f"there is no row {min(unknown)}; there are 1 to {max(ROWS)}")
    return rows


def _measured(row: int, homes: Homes, rounds: int) -> Sequence[Figure]:
    """Measure a row; one that cannot be measured is missed, and the others go on."""
    try:
        return ROWS[row](homes, rounds)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said
        traceback.print_exc()
        return [Figure(f"row {row}", float("inf"), 0.0, "", note=f"failed: {type(error).__name__}")]


def _report(found: Found, rounds: int, before: str) -> Iterator[str]:
    yield machine()
    yield f"Medians of {rounds} rounds, ratios within a round; {before} programs wanted a core at first,"
    yield f"{load()} at the end."
    yield ""
    yield "| # | what | goal | figure | |"
    yield "|---|---|---|---|---|"
    for row, figures in found.items():
        yield from _lines(row, figures)


def _lines(row: int, figures: Sequence[Figure]) -> Iterator[str]:
    for each in figures:
        note = f"{each.verdict}{' · ' if each.verdict and each.note else ''}{each.note}"
        yield f"| {row} | {each.what} | {each.goal_shown} | {each.shown} | {note} |"


if __name__ == "__main__":
    main()
