"""What cannot be done: unknown names, files that cannot be read or written, said with a remedy."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planner.cli.stderr import RefusedError
from planner.core.problem import ProblemError
from planner.core.text import clean

if TYPE_CHECKING:
    from planner.session import Session


@contextmanager
def refused() -> Iterator[None]:
    """Turn what cannot be done with a file into a refusal.

    Raises:
        RefusedError: it could not be done.
    """
    try:
        yield
    except ProblemError as error:
        raise RefusedError(str(error)) from None


def save(session: "Session", reason: str = "") -> "Session":
    """Save a session, with a path adopted that leads to the target; for some reasons after a backup.

    Raises:
        RefusedError: it could not be written.
    """
    with refused():
        return session.planned().save(reason)


def named(session: "Session", names: Iterable[str]) -> list[str]:
    """Return resources by today's ids.

    Raises:
        RefusedError: one of them does not exist; the message names the nearest one.
    """
    catalogue = session.catalogue
    return [known(catalogue.now_called(each), catalogue.resources, "resource") for each in names]


def known(name: str, names: Iterable[str], kind: str) -> str:
    """Return a name that exists.

    Raises:
        RefusedError: it does not; the message names the nearest one.
    """
    every = list(names)
    if name in every:
        return name
    from difflib import get_close_matches

    close = get_close_matches(name, every, 1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    raise RefusedError(f"there is no {kind} '{clean(name, 80)}'{hint}")
