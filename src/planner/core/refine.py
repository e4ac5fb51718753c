"""Make a cover cheaper, and prove how near to the cheapest it is.

Ruin and recreate: take some items out, complete the rest in a slightly different taste, keep what is
cheaper. Branch and cut: solve the linear relaxation, and where it takes part of an item, look at the
covers with it and at those without it apart; no cover is cheaper than the lowest of their bounds. What
that may cost is counted in work, not in time, so that the same person gets the same path everywhere.

Sources: Schrimpf and others, Record breaking optimization results using the ruin and recreate
principle, 2000; Land and Doig, An automatic method of solving discrete programming problems, 1960.
"""

from collections.abc import Collection, Sequence
from itertools import product
from random import Random
from typing import Final, NamedTuple

from planner.core.cover import Cover
from planner.core.program import BARRED, Program
from planner.core.rate import Taste
from planner.core.relaxation import Relaxation, closed

_AREAS: Final = ((1.0, 1.0, 1.0), (1.5, 1.0, 1.0), (1.0, 1.5, 1.0), (1.0, 1.0, 2.0))
_FLOORS: Final = (0.5, 1.0, 2.0)
_TASTES: Final = tuple(Taste(areas, floors) for areas, floors in product(_AREAS, _FLOORS))
_ROUNDS: Final = 100
_RUINED: Final = (3, 5, 8, 12, 20)
"""Items taken out in a round."""
_NOISE: Final = 0.6
_TRUST: Final = 0.7
"""How much cheaper an item looks that the relaxation takes whole."""
_HALF: Final = 0.5
_CHEAPER: Final = 1e-6
_NEAR: Final = 0.996
"""Share of a cover's cost from which its bound is good enough."""
_WORTH_IT: Final = 0.0003
"""Share by which a round of cuts has to lift the bound for another one."""
_WORK_ON_CUTS: Final = 2_000_000
_WORK: Final = 3_000_000
_FEW: Final = 600
"""Items up to which all are looked at from the start."""


class Refined(NamedTuple):
    """A cover, and a cost that none is below."""

    cover: Cover
    bound: float | None
    """None where the needs cannot all be covered."""


def refine(cover: Cover) -> Refined:
    """Return a cover that is as cheap as this one or cheaper, and covers as much."""
    search = _Search(cover.settled() if cover.is_short else cover)
    search.taste_all()
    relaxation = _relaxation(search)
    if relaxation is None:
        return Refined(search.best, None)
    search.learn(relaxation)
    search.ruin_and_recreate(_ROUNDS)
    bound = min(_Branches(search, relaxation).bound(), search.best.cost)
    return Refined(search.best, None if cover.is_short else bound)


def _relaxation(search: "_Search") -> Relaxation | None:
    """Return the solved relaxation over every item that a cheaper cover can contain, if it can be solved."""
    everything = [item for item, cost in enumerate(search.program.costs) if cost < BARRED]
    items: Collection[int] = everything if len(everything) <= _FEW else search.seen
    while True:
        relaxation = Relaxation(search.program, items)
        if not relaxation.solve():
            return None
        inside = set(relaxation.items)
        outside = [item for item in everything if item not in inside]
        missed = relaxation.worth_less_than(search.best.cost, outside)
        if not missed:
            return relaxation
        items = closed(search.program, inside.union(missed))


class _Search:
    """The cheapest cover so far, and ways to a cheaper one."""

    def __init__(self, cover: Cover) -> None:
        self.best = cover
        self.program: Program = cover.program
        self.seen = set(cover.taken)
        """Everything that was in a cover."""
        self._random = Random(1)  # noqa: S311 - no secret is at stake
        self._candidates: Collection[int] | None = None
        self._costs: Sequence[float] = self.program.costs

    def taste_all(self) -> None:
        """Search greedily in every taste."""
        for taste in _TASTES:
            self._complete(Cover(self.program), taste)
        self.seen = closed(self.program, self.seen)

    def learn(self, relaxation: Relaxation) -> None:
        """Look only at what a cheaper cover can contain, and trust what the relaxation takes."""
        least, reduced = relaxation.linear.bound()
        slack = self.best.cost - least
        self._candidates = {
            item for item, cost in zip(relaxation.items, reduced, strict=False) if cost <= slack
        }
        self._costs = self._trusting(relaxation)

    def ruin_and_recreate(self, rounds: int) -> None:
        """Take some items out and complete the rest again, so many times."""
        for _ in range(rounds):
            cover = self.best.copy()
            items = sorted(cover.taken)
            for item in self._random.sample(items, min(self._random.choice(_RUINED), len(items))):
                cover.take_out(item)
                if self._random.random() < _HALF:
                    self._stand_in(cover, item)
            costs = [cost * (1.0 + _NOISE * (self._random.random() - _HALF)) for cost in self._costs]
            self._complete(cover, Taste(floors=self._random.choice(_FLOORS), costs=costs))

    def round_off(self, relaxation: Relaxation) -> None:
        """Complete what a relaxation takes most of."""
        cover, shares = Cover(self.program), relaxation.shares()
        for item in self.program.columns.order:
            if shares.get(item, 0.0) > _HALF:
                cover.take(cover.addition(item))
        self._complete(cover, Taste(costs=self._trusting(relaxation)))

    def _complete(self, cover: Cover, taste: Taste) -> None:
        """Complete a cover in a taste, and keep it if it is the cheapest."""
        cover.take_what_must_be(taste.costs or self.program.costs)
        cover.take_greedily(self._candidates, taste)
        if not cover.is_complete:
            return
        cover.drop_superfluous()
        self.seen.update(cover.taken)
        if cover.cost < self.best.cost - _CHEAPER:
            self.best = cover

    def _stand_in(self, cover: Cover, item: int) -> None:
        """Take another item on the same ground, if there is any."""
        columns = self.program.columns
        mates = [each for each in columns.members[columns.grounds[item]] if each != item]
        if mates and item not in self.program.wanted:
            cover.take(cover.addition(self._random.choice(mates)))

    def _trusting(self, relaxation: Relaxation) -> list[float]:
        costs = list(self.program.costs)
        for item, share in relaxation.shares().items():
            costs[item] *= 1.0 - _TRUST * share
        return costs


class _Branches:
    """Relaxations that, together, leave out no cover cheaper than the best one."""

    def __init__(self, search: _Search, relaxation: Relaxation) -> None:
        self._search = search
        self._root = relaxation
        self._work = relaxation.linear.work
        self._began = self._work.done

    def bound(self) -> float:
        """Return a cost that no cover is below, while looking for cheaper ones on the way."""
        leaves = self._cut()
        while leaves and self._work.done < self._began + _WORK:
            least, leaf = min(leaves, key=lambda pair: pair[0])
            if least >= self._search.best.cost * _NEAR:
                break
            self._search.round_off(leaf)
            item = leaf.most_undecided()
            if item is None:
                break
            leaves.remove((least, leaf))
            leaves += [
                (max(least, bound), branch)
                for share in (0.0, 1.0)
                for bound, branch in self._solved(leaf, item, share)
            ]
            leaves = [leaf for leaf in leaves if leaf[0] < self._search.best.cost - _CHEAPER]
        return min((least for least, _ in leaves), default=self._search.best.cost)

    def _cut(self) -> list[tuple[float, Relaxation]]:
        """Return the root with cuts added for as long as they help."""
        root = self._root
        least, _ = root.linear.bound()
        while self._work.done < self._began + _WORK_ON_CUTS:
            root = root.narrowed(self._search.best.cost)
            if not root.solve(cuts=True):
                return []
            self._search.round_off(root)
            before, (least, _) = least, root.linear.bound()
            if least - before < _WORTH_IT * before:
                break
        return [(least, root)]

    def _solved(self, leaf: Relaxation, item: int, share: float) -> list[tuple[float, Relaxation]]:
        """Return the covers of a leaf with an item, or without it, and what they cost at the least."""
        branch = leaf.narrowed(self._search.best.cost)
        branch.decide(item, share)
        return [(branch.linear.bound()[0], branch)] if branch.solve(cuts=True) else []
