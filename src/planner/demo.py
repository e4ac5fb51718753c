"""Someone who does not exist: a data scientist after a quarter of evenings, in a folder that goes away."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from math import inf
from pathlib import Path
from tempfile import mkdtemp

from msgspec.structs import replace

from planner.clock import now
from planner.core.marking import Answers
from planner.session import Session

DAYS = 91
"""Days since the questions of the first run."""
_ANSWERS = Answers("data-scientist", 8, "finance-fraud")
_STUDIED: Mapping[str, float] = {
    "practical-test-pyramid": 2.5,
    "pytest-book": 20,
    "mdn-http": 7,
    "gilded-rose": 8,
    "fastapi-tutorial": 15,
    "stripe-fraud-primer": 3,
    "ddia": inf,
}
"""What was studied, one after the other, and the hours that each took."""
_NOTE = ("ddia", "Replication lag, chapter by chapter: what would my fraud scores do with a stale read?")
_RHYTHM: tuple[Mapping[int, int], ...] = (
    {1: 90, 3: 75, 6: 180},
    {0: 60, 1: 90, 2: 60, 5: 150, 6: 120},
    {1: 105, 3: 90, 6: 120},
    {0: 90, 2: 90, 3: 60, 6: 240},
)
"""Minutes by day of the week, week after week, and from the beginning again."""
_PAUSE = (42, 57)
"""First and last day of the holidays, counted from the first day."""
_EVENING = time(21)
_HOME = "PLANNER_HOME"


@contextmanager
def throwaway(clock: Callable[[], datetime] = now) -> Iterator[Session]:
    """Give the session of someone on day 92; meanwhile all files of planner are in a folder of its own.

    At the end the folder is removed, unless planner broke and left its report there.
    """
    folder = Path(mkdtemp(prefix="planner-demo-"))
    before = os.environ.get(_HOME)
    os.environ[_HOME] = str(folder)
    try:
        yield day_92(Session.open(folder / "profile.toml", clock=clock)).save()
    finally:
        os.environ.pop(_HOME) if before is None else os.environ.update({_HOME: before})
        if not (folder / "state" / "crash.txt").exists():
            shutil.rmtree(folder, ignore_errors=True)


def day_92(session: Session) -> Session:
    """Return a new session as the one of someone who has studied until yesterday."""
    first = session.today - timedelta(days=DAYS)
    person = _on(session, first).set_up(_ANSWERS).planned()
    for day, minutes in _evenings(first):
        person = _studied(_on(person, day), minutes)
    holidays = {"from": first + timedelta(days=_PAUSE[0]), "to": first + timedelta(days=_PAUSE[1])}
    person = person.changed({("pauses", person.stamp()): holidays}, "pause").note(*_NOTE)
    return replace(person, clock=session.clock, past=(), future=())


def _on(session: Session, day: date) -> Session:
    """Return the session on the evening of another day."""
    return replace(session, clock=partial(datetime.combine, day, _EVENING, session.clock().tzinfo))


def _evenings(first: date) -> Iterator[tuple[date, int]]:
    """Go through the days with study until yesterday, each with its minutes."""
    for number in range(DAYS):
        week, weekday = divmod(number, 7)
        minutes = _RHYTHM[week % len(_RHYTHM)].get(weekday)
        if minutes and not _PAUSE[0] <= number <= _PAUSE[1]:
            yield first + timedelta(days=number), minutes


def _studied(session: Session, minutes: int) -> Session:
    """Return the session after an evening: what is under way goes on, what is through is checked off."""
    for name, hours in _STUDIED.items():
        resource = session.catalogue.resources[name]
        before = session.profile.minutes_of(resource)
        spent = min(minutes, max(0, hours * 60 - before))
        if not spent:
            continue
        session = session.log(name, int(spent), session.today)
        minutes -= int(spent)
        if before + spent >= hours * 60:
            session = session.mark([name], "done")
        elif resource.parts:
            session = session.tick(name, int((before + spent) / 60 / resource.hours * resource.parts))
    return session
