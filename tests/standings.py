"""Where some people stand, for tests of what is drawn."""

from datetime import date
from typing import Any

from builders import bundled, profile_of
from planner.core.marking import Answers, set_up
from planner.core.standing import Standing
from planner.presentation.selection import Selection

TODAY = date(2026, 11, 23)


def data_scientist(*done: str, **more: Any) -> Standing:
    """Return where a data scientist stands after the three questions, with these resources done."""
    profile = profile_of(*done, **more)
    entries = set_up(bundled(), profile, Answers("data-scientist", 8, "finance-fraud"))
    stamped = {key: {**each, "at": ""} for key, each in entries.items()}
    return Standing(bundled(), profile.with_entries(stamped), TODAY)


def waiting_for_another() -> tuple[str, str]:
    """Return a resource that such a person cannot begin yet, and the one that has to come first."""
    standing = data_scientist()
    waiting = next(each for each in standing.catalogue.listed if len(standing.missing(each)) == 1)
    return waiting.id, standing.missing(waiting)[0]


def selected(search: str = "", **filters: Any) -> Selection:
    """Return a search and filters, their values given as plain words."""
    return Selection(search, **filters)
