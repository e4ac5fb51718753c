"""Items that cannot be the best yet: they sleep until nothing that is awake is worth as much.

What an item can be worth alone is cheap to bound, and the bound falls as more is covered. Each sleeps on the
level of its bound when that was last looked at, which is when its level was the highest one.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import frexp

from planner.core.columns import Columns
from planner.core.rate import Rate


class Sleepers:
    """The items of a program while it is being covered; at first all of them sleep."""

    def __init__(self, columns: Columns, rate: Rate) -> None:
        self._columns, self._rate = columns, rate
        self._is_awake = bytearray(len(columns.ids))
        self._levels: defaultdict[int, list[int]] = defaultdict(list)
        """Items by level: the square of their bound is below 2 to that power, and at least half of it."""
        for bound, item in rate.bounds(range(len(columns.ids))):
            self._levels[frexp(bound * bound)[1]].append(item)
        self.limit = self._limit()
        """What no item that sleeps is worth per cost, with what it waits for, now or later; 0 if none."""

    def wake(self) -> Iterator[tuple[float, int]]:
        """Wake what is still on the highest level; go through what wakes, each after a bound on its rate.

        Things together have no better rate than the best of them has alone: all that waits for an item wakes
        with it, and its bound is that of the best one.
        """
        highest = max(self._levels)
        items = [item for item in self._levels.pop(highest) if not self._is_awake[item]]
        woken = []
        for bound, item in self._rate.bounds(items):
            level = frexp(bound * bound)[1]
            if level < highest:
                self._levels[level].append(item)
            else:
                woken.append((bound, item))
        self.limit = self._limit()
        opens, grounds = self._columns.opens, self._columns.grounds
        for bound, item in sorted(woken, reverse=True):
            waking = [item]
            while waking:
                each = waking.pop()
                if not self._is_awake[each]:
                    self._is_awake[each] = 1
                    yield bound, each
                    waking += opens[grounds[each]]

    def _limit(self) -> float:
        return 2.0 ** (max(self._levels) / 2) if self._levels else 0.0
