"""The best of many items, again and again, while few of them have to be priced.

Lazy: rates only fall, so one from before is a bound now, and an item is priced anew only when it could be
the best, or when something that it requires was taken.

Source: Minoux, Accelerated greedy algorithms for maximizing submodular set functions, 1978.
"""

from collections.abc import Callable, Collection, Iterable
from heapq import heappop, heappush

from planner.core.rate import ROUNDED_UP
from planner.core.sleepers import Sleepers


class Shortlist:
    """The items that are awake, by their rates."""

    def __init__(
        self, sleepers: Sleepers, price: Callable[[int], float], candidates: Collection[int] | None = None
    ) -> None:
        self._sleepers, self._price, self._candidates = sleepers, price, candidates
        self._bounds: list[tuple[float, int]] = []
        """A heap of items after the bounds on their rates, negative."""
        self._rates: list[tuple[float, int]] = []
        """A heap of those priced since anything was taken, after their rates, negative."""
        self._priced: set[int] = set()
        """Items that were ever priced."""

    def best(self) -> int | None:
        """Take out the item with the highest rate, of several the first; None where all are worth nothing."""
        while True:
            rate = -self._rates[0][0] if self._rates else 0.0
            bound = -self._bounds[0][0] if self._bounds else 0.0
            if self._sleepers.limit > max(rate, bound):
                self._wake()
            elif bound > 0.0 and bound >= rate:
                self._weigh(heappop(self._bounds)[1])
            else:
                return heappop(self._rates)[1] if self._rates else None

    def taken(self, opened: Iterable[int]) -> None:
        """Take note that something was taken for which these items had waited."""
        for rate, item in self._rates:
            heappush(self._bounds, (rate * ROUNDED_UP, item))
        self._rates.clear()
        for item in opened:
            if item in self._priced:
                self._weigh(item)

    def _wake(self) -> None:
        for bound, item in self._sleepers.wake():
            if self._candidates is None or item in self._candidates:
                heappush(self._bounds, (-bound, item))

    def _weigh(self, item: int) -> None:
        self._priced.add(item)
        if (rate := self._price(item)) > 0.0:
            heappush(self._rates, (-rate, item))
