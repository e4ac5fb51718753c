"""What a save costs, as a ratio to a plain dump and flush; and what someone at the screen notices of it."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import IO, NamedTuple

import tomli_w
from figures import Figure, late, ratio
from keys import DOWN, UP, curriculum
from made_up import Homes
from pty_clock import Program
from report import put

from planner.core.change import write
from planner.core.marking import Answers
from planner.core.profile import FORMAT, Entry, Key, Profile
from planner.core.stamp import stamp_after
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.widgets.bars import TopBar
from planner.tui.widgets.curriculum_pane import CurriculumPane

SIZES = (1_000, 10_000)
RUNS = 15
BEAT = 0.002
"""Seconds between two beats of the screens' clock, where nothing holds it up."""
KEYS = 12
"""Keys that are pressed in a round."""
BESIDE = (sys.executable, str(Path(__file__).with_name("save_beside.py")))
QUIET = 0.5
"""Seconds that are watched where nothing is saved."""
HERE = Path(__file__).parent


Spent = tuple[float, float]
"""Seconds of processor time, and of the clock."""


class Round(NamedTuple):
    """A plain dump and two saves of the same entries."""

    plain: Spent
    first: Spent
    later: Spent


@dataclass(frozen=True, slots=True)
class Cost:
    """What saves of one size cost: medians, in seconds."""

    entries: int
    plain: float
    """Processor time of tomli_w's dump, written and flushed in place."""
    save: float
    """Processor time of a save in a planner that has saved before."""
    first: float
    """Processor time of its first save."""
    disk: float
    """From the save's beginning until it is on the disk."""


@dataclass(frozen=True, slots=True)
class Evening:
    """What someone notices who checks something off: medians, in seconds."""

    entries: int
    shown: float
    """From the key until the screen shows it."""
    saved: float
    """From the key until it is on the disk."""
    pause: float
    """The longest that the screen did not answer, from then on."""
    undisturbed: float
    """The same for the same key where nothing is saved."""


def saving(homes: Homes, rounds: int) -> list[Figure]:
    """Row 9: a key while something is saved, and a save beside a plain dump."""
    costs = _costs(SIZES[-1], rounds)
    os.environ["PLANNER_HOME"] = str(home := homes.folder("saves"))
    for name in ("profile", "other"):
        _session(home / f"{name}.toml", SIZES[-1])
    pairs = _keys_meanwhile(home, rounds)
    what = f"save of {SIZES[-1]:,} entries against dump + fsync"
    return [
        Figure(f"a key while {SIZES[-1]:,} entries are saved", ratio(pairs), 1.5),
        Figure("… p95", late([meanwhile for meanwhile, _ in pairs]) * 1000, unit="ms"),
        Figure("… p95 where nothing is saved", late([still for _, still in pairs]) * 1000, unit="ms"),
        Figure(f"a {what}", ratio([(each.later[1], each.plain[1]) for each in costs]), 2.0),
        Figure("… of processor time", ratio([(each.later[0], each.plain[0]) for each in costs])),
        Figure(f"the first {what}", ratio([(each.first[1], each.plain[1]) for each in costs]), 2.0),
        Figure("… of processor time", ratio([(each.first[0], each.plain[0]) for each in costs])),
    ]


def _keys_meanwhile(home: Path, rounds: int) -> list[tuple[float, float]]:
    """Return how long keys take that are pressed as another profile begins to be saved, and otherwise."""
    bell, found = home / "bell", []
    os.mkfifo(bell)
    command = (*BESIDE, str(home / "other.toml"), str(bell))
    with curriculum({"PLANNER_HOME": str(home)}, command) as program, bell.open("wb", buffering=0) as stream:
        _save(stream, bell, lambda: 0.0)  # the first one knows nothing yet
        for key in (UP, DOWN) * (rounds * KEYS // 2):
            press = partial(_seconds, program, key)
            found.append((_save(stream, bell, press), press()))
    return [pair for pair in found if all(pair)]


def _save(stream: IO[bytes], bell: Path, meanwhile: Callable[[], float]) -> float:
    """Have the profile saved, do something meanwhile, and return what that returns once all is saved."""
    done = bell.with_suffix(".done")
    done.unlink(missing_ok=True)
    stream.write(b".")
    found = meanwhile()
    while not done.exists():
        time.sleep(BEAT)
    return found


def _seconds(program: Program, key: bytes) -> float:
    return program.press(key).last


def main() -> None:
    """Measure, print, and keep the figures in the README beside this."""
    costs = [_cost(size) for size in SIZES]
    evenings = [asyncio.run(_evening(size)) for size in SIZES]
    lines = list(_lines(costs, evenings))
    print("\n".join(lines))
    put(HERE / "README.md", "save", lines)


def _lines(costs: list[Cost], evenings: list[Evening]) -> Iterator[str]:
    machine = f"{os.uname().machine}, Python {sys.version.split()[0]}, medians of {RUNS}."
    yield from (f"{date.today().isoformat()}, {machine} Times in milliseconds.", "")  # noqa: DTZ011 - the person's day
    yield "| entries | dump + fsync, CPU | a save, CPU | ratio | until on the disk | the first save, CPU |"
    yield "|---|---|---|---|---|---|"
    for each in costs:
        figures = (
            _ms(each.plain),
            _ms(each.save),
            f"{each.save / each.plain:.1f}",
            _ms(each.disk),
            _ms(each.first),
        )
        yield f"| {each.entries:,} | {' | '.join(figures)} |"
    yield from (
        "",
        "| entries | key to screen | key to disk | longest pause of the screen | without a save |",
    )
    yield "|---|---|---|---|---|"
    for each_evening in evenings:
        times = (each_evening.shown, each_evening.saved, each_evening.pause, each_evening.undisturbed)
        yield f"| {each_evening.entries:,} | {' | '.join(map(_ms, times))} |"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def _session(file: Path, entries: int) -> Session:
    """Return the session of someone who has so many entries, saved."""
    session = Session.open(file).set_up(Answers("data-scientist", 8, "finance-fraud")).planned()
    names = list(session.catalogue.resources)
    made: dict[Key, Entry] = {("progress", each): {"status": "doing", "parts": 1} for each in names[:200]}
    made |= {("notes", each): {"text": f"what {each} says about itself"} for each in names[:300]}
    number = 0
    while len(made) < entries:
        day = session.today - timedelta(days=number % 900)
        stamp = stamp_after("", session.clock() - timedelta(seconds=number), "benchmrk")
        made["sessions", stamp] = {"resource": names[number % 200], "minutes": 30, "day": day}
        number += 1
    profile, _ = write(session.profile, made, stamp=session.stamp(), label="")
    return session.joined(profile).save()


def _cost(entries: int) -> Cost:
    costs = _costs(entries, RUNS)
    return Cost(
        entries,
        median(each.plain[0] for each in costs),
        median(each.later[0] for each in costs),
        median(each.first[0] for each in costs),
        median(each.later[1] for each in costs),
    )


def _costs(entries: int, rounds: int) -> list[Round]:
    """Return what a plain dump and saves of the same entries take, in turn."""
    with _home() as home:
        file, found = home / "profile.toml", []
        _session(file, entries)
        for number in range(rounds):
            session, times = Session.open(file), []
            began = _clocks()
            _dump_and_flush(session.profile, home / "plain")
            times.append(_since(began))
            for resource_id in list(session.catalogue.resources)[2 * number : 2 * number + 2]:
                marked, began = session.mark([resource_id], "done"), _clocks()
                session = marked.save()
                times.append(_since(began))
            found.append(Round(*times))
        return found


def _dump_and_flush(profile: Profile, file: Path) -> None:
    document = {"format": FORMAT, "profile_id": profile.profile_id, **profile.extra, **profile.tables}
    with file.open("w", encoding="utf-8") as stream:
        stream.write(tomli_w.dumps(document))
        stream.flush()
        os.fsync(stream.fileno())


def _clocks() -> Spent:
    return time.process_time(), time.perf_counter()


def _since(began: Spent) -> Spent:
    return time.process_time() - began[0], time.perf_counter() - began[1]


async def _evening(entries: int) -> Evening:
    with _home() as home:
        session = _session(home / "profile.toml", entries)
        saving = await _press(session, saves=True)
        still = await _press(Session.open(session.file), saves=False)
    shown, saved, pause = (median(figures) for figures in zip(*saving, strict=True))
    return Evening(entries, shown, saved, pause, median(figures[-1] for figures in still))


async def _press(session: Session, *, saves: bool) -> list[tuple[float, float, float]]:
    """Check off one thing after the other; return what each took to show, to save, and the longest pause."""
    app, figures = PlannerApp(session), []
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.query_one(TopBar).screen
        if not isinstance(screen, MainScreen):
            raise TypeError
        screen.settle()
        await pilot.press("2")
        if not saves:
            screen._saver.submit = lambda session: None  # type: ignore[method-assign]  # noqa: ARG005, SLF001
        for resource_id in list(session.catalogue.resources)[:RUNS]:
            app.query_one(CurriculumPane).reveal(resource_id)
            await pilot.pause()
            screen.note = ""
            watched = asyncio.create_task(_watch(screen, saves=saves))
            await asyncio.sleep(0)
            await pilot.press("space")
            figures.append(await watched)
    return figures


async def _watch(screen: MainScreen, *, saves: bool) -> tuple[float, float, float]:
    """Return when a change is shown, when it is saved, and how long nothing could be done meanwhile."""
    began = last = time.perf_counter()
    shown, painted = 0.0, asyncio.Event()
    pauses = [0.0]
    while screen.note != "✓ saved" if saves else last < began + QUIET:
        await asyncio.sleep(BEAT)
        now = time.perf_counter()
        pauses.append(now - last)
        last = now
        if screen.note and not painted.is_set():
            screen.call_after_refresh(painted.set)
        shown = shown or (now - began if painted.is_set() else 0.0)
    return shown or last - began, last - began, max(pauses)


@contextmanager
def _home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PLANNER_HOME"] = folder
        yield Path(folder)


if __name__ == "__main__":
    main()
