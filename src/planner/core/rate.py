"""What items are worth while a program is being covered: the deficit that they remove per cost."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from planner.core.program import Program
from planner.core.tally import FULL, STUDY_CAP


class Covered(Protocol):
    """How far a program is covered, competency by competency and area by area."""

    program: Program
    study: list[float]
    practice: list[float]
    earned: list[float]
    short: list[float]


class Taste(Struct, frozen=True):
    """What a greedy search looks at: how much a percent of each area counts, and a percent below a floor."""

    areas: tuple[float, float, float] = (1.0, 1.0, 1.0)
    floors: float = 1.0
    costs: Sequence[float] | None = None
    """What items cost in its eyes; what they do cost where this is None."""


PLAIN_TASTE = Taste()


class Rate:
    """The deficit that items remove per cost, in one taste."""

    def __init__(self, cover: Covered, taste: Taste) -> None:
        self._cover, self._taste = cover, taste
        self._costs = cover.program.costs if taste.costs is None else taste.costs

    def of(self, items: tuple[int, ...]) -> float:
        """Return the rate of items together; 0 for none."""
        if not items:
            return 0.0
        cover, program = self._cover, self._cover.program
        rates, areas, floors, earned = program.rates, program.areas, program.floors, cover.earned
        studied, practised = cover.study, cover.practice
        moved = [0.0, 0.0, 0.0]
        lifted = 0.0
        lessons = program.lessons[items[0]] if len(items) == 1 else self._together(items)
        for i, study, practice in lessons:
            before = earned[i]
            read = studied[i] + study
            after = (read if read < STUDY_CAP else STUDY_CAP) + practised[i] + practice  # noqa: FURB136
            rise = (after if after < FULL else FULL) - before  # noqa: FURB136 - hot
            moved[areas[i]] += rates[i] * rise
            if before < floors[i]:
                lifted += rates[i] * min(rise, floors[i] - before)
        gain = lifted * self._taste.floors
        for short, move, weight in zip(cover.short, moved, self._taste.areas, strict=True):
            if short > 0.0:
                gain += weight * (min(short, move))
        return gain / sum(map(self._costs.__getitem__, items))

    def hopes(self) -> list[float]:
        """Return more than each item can remove per cost, prerequisites included, now or later.

        Things together have no better rate than the best of them has alone.
        """
        program, short, floors = self._cover.program, self._cover.short, self._taste.floors
        earned, needed, weights = self._cover.earned, program.floors, self._taste.areas
        values = [
            rate * (weights[area] * (short[area] > 0.0) + floors * (earned[i] < needed[i]))
            for i, (rate, area) in enumerate(zip(program.rates, program.areas, strict=True))
        ]
        hopes = [
            sum([values[i] * (study + practice) for i, study, practice in lessons]) / cost
            for lessons, cost in zip(program.lessons, self._costs, strict=True)
        ]
        requires = program.requires
        for item in program.columns.order:
            for each in requires[item]:
                hopes[item] = max(hopes[item], hopes[each])
        return hopes

    def _together(self, items: tuple[int, ...]) -> Iterable[tuple[int, float, float]]:
        added: dict[int, tuple[float, float]] = {}
        for each in items:
            for i, study, practice in self._cover.program.lessons[each]:
                more = added.get(i, (0.0, 0.0))
                added[i] = (more[0] + study, more[1] + practice)
        return [(i, study, practice) for i, (study, practice) in added.items()]
