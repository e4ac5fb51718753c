"""A small set of resources that meets a requirement, prerequisites included.

The problem is a covering knapsack with precedence, which is NP-hard. Closure greedy: repeatedly the
resource, with its missing prerequisites, that removes the most deficit per hour; then whatever turns
out to be superfluous is dropped again. Lazy: gains only shrink, so a resource is priced anew only
when it comes to the top of the heap or when something it requires was taken.

Source: Minoux, Accelerated greedy algorithms for maximizing submodular set functions, 1978.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from planner.core.catalogue import Axes, Catalogue
from planner.core.curriculum import AREAS, Area
from planner.core.prerequisites import missing
from planner.core.skill import place
from planner.core.tally import Tally, mastery
from planner.core.target import TOLERANCE, Requirement


@dataclass(frozen=True, slots=True)
class Instance:
    """What is to be covered, and from where."""

    catalogue: Catalogue
    axes: Axes
    claims: Mapping[str, float]
    tally: Tally
    """Points that are there already."""
    met: frozenset[str]
    """Resources that nothing has to wait for."""
    barred: frozenset[str]
    """Resources that must not be taken."""
    costs: Mapping[str, float]
    """Cost of each resource: its hours left, and one for starting it."""
    requirement: Requirement
    wanted: tuple[str, ...]
    """Resources that must be taken: pins and essentials."""
    one_of: tuple[tuple[str, ...], ...]
    """Groups of which one must be taken."""


def solve(instance: Instance) -> tuple[str, ...]:
    """Return a cover in the order in which it was found, prerequisites first.

    When the requirement cannot be met, what brings it as near as can be.
    """
    cover = _Cover(instance)
    kept: set[str] = set()
    for each in instance.wanted:
        kept.update(cover.take_with_prerequisites(each))
    for group in instance.one_of:
        kept.update(cover.take_cheapest(group))
    cover.take_greedily()
    cover.drop_superfluous(kept)
    return tuple(cover.taken)


class _Cover:
    """The resources taken so far, and how much is still short."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._catalogue = instance.catalogue
        self._tally = instance.tally.copy()
        self._met = set(instance.met)
        self.taken: dict[str, None] = {}
        claims = instance.claims
        self._mastery = {
            each: mastery(claims.get(each, 0.0), self._tally.earned(each)) for each in self._relevant()
        }
        start = place(self._mastery, instance.axes)
        role = instance.requirement.role
        needs: dict[Area, float] = {"ml": role.ml, "software": role.software, "domain": role.domain}
        self._short = {area: needs[area] - start.of(area) for area in AREAS}

    def _relevant(self) -> Iterable[str]:
        return self._instance.axes.weights.keys() | self._instance.requirement.floors.keys()

    def take_with_prerequisites(self, resource_id: str) -> tuple[str, ...]:
        """Take a resource and what it still requires, if nothing bars it; return what was taken."""
        items = self._addition(resource_id)
        for each in items:
            self._take(each)
        return items

    def take_cheapest(self, group: Iterable[str]) -> tuple[str, ...]:
        """Take the member of a group that costs least with its prerequisites, unless one is there."""
        if any(each in self.taken for each in group):
            return ()
        open_to_all = [each for each in group if each in self._instance.costs]
        priced = [(self._cost(items), items) for each in open_to_all if (items := self._addition(each))]
        items = min(priced, default=(0.0, ()))[1]
        for each in items:
            self._take(each)
        return items

    def take_greedily(self) -> None:
        """Take what removes the most deficit per cost until nothing is short or nothing helps."""
        heap = [(-ratio, each) for each in self._instance.costs if (ratio := self._ratio(each)) > 0]
        heapify(heap)
        while heap and self._is_short():
            _, best = heappop(heap)
            ratio = self._ratio(best)
            if ratio <= 0:
                continue
            if heap and (-ratio, best) > heap[0]:
                heappush(heap, (-ratio, best))
                continue
            for opened in self._opened_by(self.take_with_prerequisites(best)):
                if (ratio := self._ratio(opened)) > 0:
                    heappush(heap, (-ratio, opened))

    def drop_superfluous(self, kept: set[str]) -> None:
        """Drop, the dearest first, what nothing taken requires and the requirement does not need."""
        dropped = True
        while dropped:
            dropped = False
            for each in sorted(self.taken, key=lambda item: (-self._instance.costs[item], item)):
                if each not in kept and not self._is_required(each) and self._can_spare(each):
                    dropped = True

    def _addition(self, resource_id: str) -> tuple[str, ...]:
        """Return what taking a resource adds; nothing if it is there already or something bars it."""
        if any(mate in self.taken for mate in self._catalogue.mates(resource_id)):
            return ()
        items = missing(self._catalogue, self._met, [resource_id])
        return () if any(each in self._instance.barred for each in items) else items

    def _cost(self, items: Iterable[str]) -> float:
        return sum(self._instance.costs[each] for each in items)

    def _ratio(self, resource_id: str) -> float:
        """Return the deficit that taking a resource removes, per cost; 0 when it cannot be taken."""
        items = self._addition(resource_id)
        return self._gain(items) / self._cost(items) if items else 0.0

    def _gain(self, items: tuple[str, ...]) -> float:
        resources = {
            self._catalogue.resources[each].ground: self._catalogue.resources[each] for each in items
        }
        moved = dict.fromkeys(AREAS, 0.0)
        lifted = 0.0
        axes, floors = self._instance.axes, self._instance.requirement.floors
        for competency in {each for resource in resources.values() for each in resource.teaches}:
            if competency not in self._mastery:
                continue
            now = self._mastery[competency]
            rise = self._mastered(competency, self._tally.earned_with(competency, resources)) - now
            if competency in axes.weights:
                moved[axes.areas[competency]] += axes.share(competency) * rise
            if now < floors.get(competency, 0.0):
                lifted += axes.share(competency) * min(rise, floors[competency] - now)
        return lifted + sum(min(moved[area], max(0.0, self._short[area])) for area in AREAS)

    def _mastered(self, competency: str, earned: float) -> float:
        return mastery(self._instance.claims.get(competency, 0.0), earned)

    def _take(self, resource_id: str) -> None:
        resource = self._catalogue.resources[resource_id]
        self._tally.add(resource, 1.0)
        self._update(resource.teaches)
        self.taken[resource_id] = None
        self._met.update(self._catalogue.mates(resource_id))

    def _update(self, competencies: Iterable[str]) -> None:
        axes = self._instance.axes
        for each in competencies:
            if each in self._mastery:
                now = self._mastered(each, self._tally.earned(each))
                if each in axes.weights:
                    self._short[axes.areas[each]] -= axes.share(each) * (now - self._mastery[each])
                self._mastery[each] = now

    def _is_short(self) -> bool:
        floors = self._instance.requirement.floors
        return any(short > TOLERANCE for short in self._short.values()) or any(
            self._mastery[each] < floor - TOLERANCE for each, floor in floors.items()
        )

    def _opened_by(self, items: Iterable[str]) -> list[str]:
        """Return everything that requires one of these, directly or not, and can still be taken."""
        opens: Callable[[str], tuple[str, ...]] = self._catalogue.opens.__getitem__
        found: dict[str, None] = {}
        stack = [opened for each in items for mate in self._catalogue.mates(each) for opened in opens(mate)]
        while stack:
            each = stack.pop()
            if each not in found:
                found[each] = None
                stack += opens(each)
        return [each for each in found if each in self._instance.costs]

    def _is_required(self, resource_id: str) -> bool:
        return resource_id not in self._instance.met and any(
            opened in self.taken
            for mate in self._catalogue.mates(resource_id)
            for opened in self._catalogue.opens[mate]
        )

    def _can_spare(self, resource_id: str) -> bool:
        """Drop a resource if the requirement is still met without it; return whether it was dropped."""
        resource = self._catalogue.resources[resource_id]
        short = self._is_short()
        before = dict(self._short)
        self._tally.take_out(resource, self._instance.tally)
        self._update(resource.teaches)
        worse = any(self._short[area] > max(before[area], TOLERANCE) for area in AREAS)
        if worse if short else self._is_short():
            self._tally.add(resource, 1.0)
            self._update(resource.teaches)
            return False
        del self.taken[resource_id]
        self._met.difference_update(set(self._catalogue.mates(resource_id)) - self._instance.met)
        return True
