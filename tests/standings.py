"""Where some people stand, for tests of what is drawn."""

from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from builders import bundled, profile_of
from planner.core.catalogue import Catalogue
from planner.core.marking import Answers, set_up
from planner.core.standing import Standing
from planner.presentation.selection import Selection

TODAY = date(2026, 11, 23)
HOSTILE = "</style></title><script>alert(1)</script>&\"'\x1b]0;x\x07 <img src=https://evil.example/x>"


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


def studied() -> Standing:
    """Return someone on the way, with half a year of evenings behind them."""
    weeks = [TODAY - timedelta(weeks=each) for each in range(26)]
    profile = profile_of(
        claims={"programming": 55, "statistics": 60},
        settings={"title": "data-scientist", "domain": "finance-fraud", "hours_per_week": 8},
        progress={
            each.id: {"status": "done", "finished": TODAY - timedelta(days=9 * number + 1)}
            for number, each in enumerate(list(bundled().resources.values())[:12])
        },
        stretches=[("ddia", 90 + 20 * number, day) for number, day in enumerate(weeks)],
    )
    return Standing(bundled(), profile, TODAY)


def hostile() -> Standing:
    """Return the same person under curricula whose every text is an attack, and long."""
    curricula = tuple(
        replace(
            each,
            resources=tuple(
                replace(one, title=HOSTILE * 2, url=f"javascript:alert({number})")
                for number, one in enumerate(each.resources)
            ),
            competencies=tuple(replace(one, title=HOSTILE) for one in each.competencies),
            roles=tuple(replace(one, title=HOSTILE, short=HOSTILE) for one in each.roles),
        )
        for each in bundled().curricula
    )
    return replace(studied(), catalogue=Catalogue(curricula))


def nobody() -> Standing:
    """Return someone who has told nothing under a catalogue that has nothing."""
    return Standing(Catalogue(()), profile_of(), TODAY)
