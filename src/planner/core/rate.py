"""What items are worth while a program is being covered: the deficit that they remove per cost."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

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
ROUNDED_UP: Final = 1.0 + 1e-6
"""By so much is a bound higher than it would have to be if numbers were exact."""


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
                below = floors[i] - before
                lifted += rates[i] * (rise if rise < below else below)  # noqa: FURB136 - hot
        gain = lifted * self._taste.floors
        for short, move, weight in zip(cover.short, moved, self._taste.areas, strict=True):
            if short > 0.0:
                gain += weight * (short if short < move else move)  # noqa: FURB136 - hot
        costs = self._costs
        return gain / (costs[items[0]] if len(items) == 1 else sum([costs[each] for each in items]))

    def bounds(self, items: Iterable[int]) -> Iterator[tuple[float, int]]:
        """Go through these items, each after a bound on its rate; those that are worth nothing are left out.

        On its own it never removes more per cost than that, now or later.
        """
        values, caps = self._at_most()
        lessons, costs = self._cover.program.lessons, self._costs
        for item in items:
            gain = 0.0
            for i, study, practice in lessons[item]:
                value, cap = values[i] * (study + practice if study > 0.0 else practice), caps[i]
                gain += value if value < cap else cap  # noqa: FURB136 - hot
            if gain > 0.0 and (bound := gain / costs[item]) > 0.0:
                yield bound, item

    def _at_most(self) -> tuple[list[float], list[float]]:
        """Return the deficit that a point of each competency removes at most, and that all of them do."""
        cover, program = self._cover, self._cover.program
        values, caps = [], []
        for i, (rate, area, floor) in enumerate(
            zip(program.rates, program.areas, program.floors, strict=True)
        ):
            short, room = max(0.0, cover.short[area]), FULL - cover.earned[i]
            below, weight = max(0.0, floor - cover.earned[i]), self._taste.areas[area]
            floors = self._taste.floors * rate
            values.append(ROUNDED_UP * (weight * rate * (short > 0.0) + floors * (below > 0.0)))
            caps.append(ROUNDED_UP * (weight * min(short, rate * room) + floors * min(below, room)))
        return values, caps

    def _together(self, items: tuple[int, ...]) -> Iterable[tuple[int, float, float]]:
        added: dict[int, tuple[float, float]] = {}
        for each in items:
            for i, study, practice in self._cover.program.lessons[each]:
                more = added.get(i, (0.0, 0.0))
                added[i] = (more[0] + study, more[1] + practice)
        return [(i, study, practice) for i, (study, practice) in added.items()]
