"""In which order to do the items of a leg: as a person would, and software first.

What is being done comes first, and prerequisites before what requires them. Until software reaches the
ML Engineer's level, at least half of the hours so far are software. Then the most moved per hour, in
turns: something large, something to build, something small; practice soon after its study; never four
small things in a row while there is anything else.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.credit import remaining_hours
from planner.core.curriculum import Area, Resource, Role
from planner.core.price import moves
from planner.core.profile import Profile
from planner.core.skill import Skill, mean
from planner.core.tally import mastery

SMALL = 8.0
"""Hours up to which an item is a small one."""
SOFTWARE_LEVEL = 63.0
"""Software until which it comes first: strong enough for an engineering role in a data team."""
SOFTWARE_SHARE = 0.5
MOST_SMALL_IN_A_ROW = 3
_TURNS = ("large", "build", "small")
_SOON = 3
"""Items after its study within which practice is soon."""
_PRACTISE_NOW = 1.6
_ESSENTIAL = 1.7
"""How much more what the role calls essential counts: it carries the rest."""
_MOSTLY_DOING = 0.5
_LEVELS = {1: 1.5, 2: 1.0, 3: 0.7}
"""How much more an introduction counts, and less what deepens: first things first."""
_OPENS = 0.25
"""How much more an item counts for each other one that waits for it, directly or not."""


class _Item(Struct, frozen=True):
    resource: Resource
    hours: float
    area: Area
    turn: str
    rate: float
    """What it moves per hour; more where it is essential or others wait for it."""
    waits_for: frozenset[str]
    is_doing: bool


def in_order(
    catalogue: Catalogue, profile: Profile, skill: Skill, target: Role, ids: Iterable[str]
) -> tuple[str, ...]:
    """Return the items of a leg to a role in the order in which to do them."""
    walk = _Walk(catalogue, profile, skill, target, tuple(ids))
    while walk.left:
        walk.take(walk.best())
    return tuple(walk.done)


def software_level(target: Role) -> float:
    """Return the software until which it comes first on the way to a role."""
    return min(SOFTWARE_LEVEL, target.software)


class _Walk:
    """A walk through the items: what is done, what is left, and how the hours stand."""

    def __init__(
        self, catalogue: Catalogue, profile: Profile, skill: Skill, target: Role, ids: tuple[str, ...]
    ) -> None:
        self._axes = catalogue.axes(profile.settings.domain)
        self._claims = profile.claims
        self._tally = skill.tally.copy()
        self._mastery = dict(skill.mastery)
        self._software = skill.position.software
        self._until = software_level(target)
        self._hours = self._software_hours = 0.0
        self._small_in_a_row = self._turn = 0
        self._recent: list[Resource] = []
        self._fresh: frozenset[str] = frozenset()
        """Competencies that the last few items taught."""
        self.done: list[str] = []
        self.left = {item.resource.id: item for item in _items(catalogue, profile, skill, target, ids)}

    def best(self) -> _Item:
        """Return the item to do next."""
        ready = [item for item in self.left.values() if item.waits_for.isdisjoint(self.left)]
        doing = [item for item in ready if item.is_doing]
        allowed = doing or self._software_first(ready)
        if self._small_in_a_row >= MOST_SMALL_IN_A_ROW:
            allowed = [item for item in allowed if item.turn != "small"] or allowed
        elif self._small_in_a_row < MOST_SMALL_IN_A_ROW - 1 and self._is_crowded():
            allowed = [item for item in allowed if item.turn == "small"] or allowed
        return min(allowed, key=lambda item: (self._turns_away(item), -self._rate(item), item.resource.id))

    def take(self, item: _Item) -> None:
        """Do an item."""
        resource = item.resource
        del self.left[resource.id]
        self.done.append(resource.id)
        self._recent = [*self._recent, resource][-_SOON:]
        self._fresh = frozenset(each for recent in self._recent for each in recent.teaches)
        self._hours += item.hours
        self._software_hours += item.hours if item.area == "software" else 0.0
        self._small_in_a_row = self._small_in_a_row + 1 if item.turn == "small" else 0
        self._turn = (_TURNS.index(item.turn) + 1) % len(_TURNS)
        self._tally.add(resource, 1.0)
        for each in resource.teaches:
            self._mastery[each] = mastery(self._claims.get(each, 0.0), self._tally.earned(each))
        self._software = mean(self._mastery, self._axes, "software")

    def _is_crowded(self) -> bool:
        """Return whether so many small items are left that they would heap up at the end."""
        small = sum(item.turn == "small" for item in self.left.values())
        return small > 2 * (len(self.left) - small)

    def _software_first(self, ready: list[_Item]) -> list[_Item]:
        """Return what keeps half of the hours in software; where nothing does, software all the same."""
        if self._software >= self._until or all(item.area != "software" for item in self.left.values()):
            return ready
        kept = [item for item in ready if self._keeps_share(item)]
        return kept or [item for item in ready if item.area == "software"] or ready

    def _keeps_share(self, item: _Item) -> bool:
        software = self._software_hours + (item.hours if item.area == "software" else 0.0)
        return software >= SOFTWARE_SHARE * (self._hours + item.hours)

    def _turns_away(self, item: _Item) -> int:
        """Return how many turns it is until an item of this size."""
        return (_TURNS.index(item.turn) - self._turn) % len(_TURNS)

    def _rate(self, item: _Item) -> float:
        is_fresh = item.resource.practice > 0 and item.resource.main_competency in self._fresh
        return item.rate * (_PRACTISE_NOW if is_fresh else 1.0)


def _items(
    catalogue: Catalogue, profile: Profile, skill: Skill, target: Role, ids: tuple[str, ...]
) -> Iterable[_Item]:
    essential = {*target.essential, *(each for group in target.one_of for each in group)}
    resources = {each: catalogue.resources[each] for each in ids}
    covers = {mate: each for each in ids for mate in catalogue.mates(each)}
    waits = {
        each: frozenset(covers[required] for required in resource.requires if required in covers) - {each}
        for each, resource in resources.items()
    }
    hours = {each: remaining_hours(resource, profile) for each, resource in resources.items()}
    for each, resource in resources.items():
        rate = sum(moves(catalogue, profile, skill, [each])) / max(hours[each], 1e-9)
        rate *= (1.0 + _OPENS * len(_opened(waits, each))) * _LEVELS[resource.level]
        yield _Item(
            resource=resource,
            hours=hours[each],
            area=catalogue.area_of(resource),
            turn=_turn(resource, hours[each]),
            rate=rate * (_ESSENTIAL if each in essential else 1.0),
            waits_for=waits[each],
            is_doing=profile.progress_of(resource).status == "doing",
        )


def _opened(waits: Mapping[str, frozenset[str]], opener: str) -> set[str]:
    """Return the items that wait for one, directly or not."""
    found: set[str] = set()
    stack = [opener]
    while stack:
        last = stack.pop()
        opened = [each for each, awaited in waits.items() if last in awaited and each not in found]
        found.update(opened)
        stack += opened
    return found


def _turn(resource: Resource, hours: float) -> str:
    if hours <= SMALL:
        return "small"
    return "build" if resource.practice >= _MOSTLY_DOING else "large"
