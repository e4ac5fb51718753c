"""A small set of items that covers a program's needs, prerequisites included.

The problem is a covering knapsack with precedence, which is NP-hard. Closure greedy: repeatedly the
item, with its missing prerequisites, that removes the most deficit per cost; then whatever turns out
to be superfluous is dropped again.
"""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from planner.core.program import BARRED, Program
from planner.core.rate import PLAIN_TASTE, Rate, Taste
from planner.core.shortlist import Shortlist
from planner.core.sleepers import Sleepers
from planner.core.tally import earned as earned_of
from planner.core.target import TOLERANCE


class Cover:
    """Items taken so far, and how much is still short."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.taken: dict[int, None] = {}
        self._here = bytearray(program.met)
        """For each ground, whether nothing has to wait for it now."""
        self._full = bytearray(len(program.met))
        """For each ground, whether an item on it was taken."""
        self.study, self.practice = program.study.copy(), program.practice.copy()
        self.earned = [
            earned_of(study, practice) for study, practice in zip(self.study, self.practice, strict=True)
        ]
        self.short = list(program.needs)
        for area, rate, earned in zip(program.areas, program.rates, self.earned, strict=True):
            self.short[area] -= rate * earned
        self.needed = {i for i, floor in enumerate(program.floors) if self.earned[i] < floor - TOLERANCE}
        """Competencies below their floor."""

    def copy(self) -> "Cover":
        """Return a cover that can go on without touching this one."""
        twin = object.__new__(Cover)
        twin.program = self.program
        twin.taken = self.taken.copy()
        twin._here, twin._full = self._here[:], self._full[:]
        twin.study, twin.practice = self.study[:], self.practice[:]
        twin.earned, twin.short, twin.needed = self.earned[:], self.short[:], self.needed.copy()
        return twin

    def settled(self) -> "Cover":
        """Return this cover of a program that needs no more than it covers."""
        needs, floors = self.program.needs, self.program.floors
        reached = [need - max(0.0, short) for need, short in zip(needs, self.short, strict=True)]
        lifted = [min(pair) for pair in zip(floors, self.earned, strict=True)]
        twin = Cover(replace(self.program, needs=reached, floors=lifted))
        twin.take(self.taken)
        return twin

    @property
    def cost(self) -> float:
        """Cost of all items taken."""
        return sum(map(self.program.costs.__getitem__, self.taken))

    @property
    def is_short(self) -> bool:
        """Whether a need is not covered yet."""
        return bool(self.needed) or max(self.short) > TOLERANCE

    @property
    def is_complete(self) -> bool:
        """Whether all needs are covered, and everything taken that must be."""
        program, taken = self.program, self.taken
        has_wanted = all(each in taken for each in program.wanted)
        return (
            has_wanted
            and not self.is_short
            and all(any(i in taken for i in group) for group in program.one_of)
        )

    def addition(self, item: int) -> tuple[int, ...]:
        """Return what taking an item adds, prerequisites first; nothing where it cannot be taken."""
        program, here = self.program, self._here
        grounds = program.columns.grounds
        if self._full[grounds[item]] or program.costs[item] == BARRED:
            return ()
        waits = [each for each in program.requires[item] if not here[grounds[each]]]
        if not waits:
            return (item,)
        found: list[int] = []
        covered: set[int] = set()
        begun: set[int] = set()
        stack = [(item, False)]
        while stack:
            each, is_ready = stack.pop()
            if grounds[each] in covered:
                continue
            if is_ready:
                found.append(each)
                covered.add(grounds[each])
            elif each in begun:  # resources on one ground can wait for each other in a circle
                return ()
            else:
                begun.add(each)
                stack.append((each, True))
                stack += [(q, False) for q in reversed(program.requires[each]) if not here[grounds[q]]]
        return tuple(found)

    def take(self, items: Iterable[int]) -> None:
        """Take items, prerequisites first."""
        grounds = self.program.columns.grounds
        for each in items:
            self.taken[each] = None
            self._here[grounds[each]] = self._full[grounds[each]] = 1
            self._count(each, 1.0)

    def take_what_must_be(self, costs: Sequence[float]) -> None:
        """Take everything wanted, and of each group the member that costs least with what it requires."""
        for each in self.program.wanted:
            self.take(self.addition(each))
        for group in self.program.one_of:
            if not any(each in self.taken for each in group):
                additions = [items for each in group if (items := self.addition(each))]
                self.take(min(additions, key=lambda items: (sum(costs[i] for i in items), items), default=()))

    def take_greedily(self, candidates: Collection[int] | None = None, taste: Taste = PLAIN_TASTE) -> None:
        """Take what removes the most deficit per cost until nothing is short or nothing helps."""
        rate = Rate(self, taste)
        sleepers = Sleepers(self.program.columns, rate)
        shortlist = Shortlist(sleepers, lambda item: rate.of(self.addition(item)), candidates)
        while self.is_short and (best := shortlist.best()) is not None:
            addition = self.addition(best)
            self.take(addition)
            shortlist.taken(self._opened_by(addition))

    def drop_superfluous(self) -> None:
        """Drop, the dearest first, what the needs do not need and nothing taken requires."""
        costs = self.program.costs
        dropped = True
        while dropped:
            dropped = False
            for each in sorted(self.taken, key=lambda item: (-costs[item], item)):
                if self.can_spare(each):
                    self.drop(each)
                    dropped = True

    def can_spare(self, item: int) -> bool:
        """Return whether all that is covered stays covered without an item."""
        return not (self.is_required(item) or self.is_fixed(item)) and self._stays_covered(item)

    def drop(self, item: int) -> None:
        """Take an item out again."""
        ground = self.program.columns.grounds[item]
        del self.taken[item]
        self._full[ground] = 0
        self._here[ground] = self.program.met[ground]
        self._count(item, -1.0)

    def take_out(self, item: int) -> None:
        """Take an item out again, and everything that waits for it."""
        columns = self.program.columns
        stack = [item]
        while stack:
            each = stack[-1]
            waiting = [opened for opened in columns.opens[columns.grounds[each]] if opened in self.taken]
            if waiting and self.is_required(each):
                stack += waiting
                continue
            stack.pop()
            if each in self.taken:
                self.drop(each)

    def is_required(self, item: int) -> bool:
        """Return whether something taken waits for an item."""
        ground = self.program.columns.grounds[item]
        if self.program.met[ground]:
            return False
        taken = self.taken
        return any(opened in taken for opened in self.program.columns.opens[ground])

    def is_fixed(self, item: int) -> bool:
        """Return whether an item is wanted, or the only one taken of a group."""
        taken = self.taken
        return item in self.program.wanted or any(
            item in group and sum(each in taken for each in group) == 1 for group in self.program.one_of
        )

    def _stays_covered(self, item: int) -> bool:
        program, short = self.program, self.short.copy()
        for i, study, practice in program.lessons[item]:
            left = earned_of(self.study[i] - study, self.practice[i] - practice)
            if left < self.earned[i] and left < program.floors[i] - TOLERANCE:
                return False
            short[program.areas[i]] += program.rates[i] * (self.earned[i] - left)
        return all(
            after <= TOLERANCE or after <= before + 1e-12
            for before, after in zip(self.short, short, strict=True)
        )

    def _count(self, item: int, sign: float) -> None:
        program, needed = self.program, self.needed
        for i, study, practice in program.lessons[item]:
            self.study[i] += sign * study
            self.practice[i] += sign * practice
            before = self.earned[i]
            after = self.earned[i] = earned_of(self.study[i], self.practice[i])
            self.short[program.areas[i]] -= program.rates[i] * (after - before)
            if after < program.floors[i] - TOLERANCE:
                needed.add(i)
            else:
                needed.discard(i)

    def _opened_by(self, items: Iterable[int]) -> Iterable[int]:
        """Return everything that requires one of these, directly or not."""
        columns = self.program.columns
        found: set[int] = set()
        stack = [opened for each in items for opened in columns.opens[columns.grounds[each]]]
        while stack:
            each = stack.pop()
            if each not in found:
                found.add(each)
                stack += columns.opens[columns.grounds[each]]
        return sorted(found)


def first_cover(program: Program) -> Cover:
    """Return a cover at once; where the needs cannot be covered, one that comes as near as can be."""
    cover = Cover(program)
    cover.take_what_must_be(program.costs)
    cover.take_greedily()
    cover.drop_superfluous()
    return cover
