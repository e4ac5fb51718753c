"""What each of many items would move: in a chain of thousands every item builds on the one before it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.credit import remaining_hours
from planner.core.prerequisites import Ground, missing
from planner.core.price import moved_by
from planner.core.profile import Profile
from planner.core.skill import Position, Skill
from planner.core.tally import earned

_Points = Mapping[str, tuple[float, float]]


class Bill(Struct, frozen=True):
    """A price tag without the names of its items."""

    moves: Position
    """How far the position moves, area by area."""
    hours: float
    """Hours left in the item and what is missing before it."""
    is_blocked: bool
    """Whether any of them is skipped."""


class _Sum(Struct, frozen=True):
    points: _Points
    """Study and practice points that there are then, by competency."""
    hours: float
    is_blocked: bool


_NOTHING = _Sum({}, 0.0, is_blocked=False)


class Bills:
    """The bills of someone who stands here."""

    def __init__(self, catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground) -> None:
        self._catalogue, self._profile, self._skill, self._ground = catalogue, profile, skill, ground
        self._axes = catalogue.axes(profile.settings.domain)
        self._bills: dict[str, Bill] = {}
        self._sums: dict[str, _Sum] = {}
        """What was summed up of items that others wait for."""

    def of(self, resource_id: str) -> Bill:
        """Return what a resource would move; nothing where it is done or known."""
        bill = self._bills.get(resource_id)
        if bill is None:
            bill = self._bills[resource_id] = self._of(resource_id)
        return bill

    def _of(self, resource_id: str) -> Bill:
        if resource_id in self._ground.held:
            return Bill(Position(0.0, 0.0, 0.0), 0.0, is_blocked=False)
        found = self._sum(resource_id)
        points = ((each, pair) for each, pair in found.points.items() if each in self._axes.weights)
        moves = moved_by(
            {each: earned(*pair) for each, pair in points}, self._axes, self._profile.claims, self._skill
        )
        return Bill(moves, found.hours, found.is_blocked)

    def _sum(self, resource_id: str) -> _Sum:
        """Go down the chain to what is summed up already, and up again."""
        chain = [resource_id]
        while (before := self._waits_for(chain[-1])) is not None and before not in self._sums:
            chain.append(before)
        found = self._sums.get(before or "")
        if found is None:
            items = missing(self._catalogue, self._ground.met, chain[-1:])
            found = self._with(_NOTHING, items)
            self._keep(chain, found)
        while chain:
            found = self._with(found, chain[-1:])
            self._keep(chain, found)
        return found

    def _keep(self, chain: list[str], found: _Sum) -> None:
        """Take an item off the chain; what others of it wait for is kept."""
        each = chain.pop()
        if chain:
            self._sums[each] = found

    def _waits_for(self, resource_id: str) -> str | None:
        """Return the one thing that an item waits for; None where there is none, or more, or a choice."""
        resource, met = self._catalogue.resources[resource_id], self._ground.met
        unmet = [each for each in resource.requires if each not in met]
        return unmet[0] if len(unmet) == 1 and not resource.choice else None

    def _with(self, before: _Sum, ids: Iterable[str]) -> _Sum:
        """Return the sum with these items as well, which lie on grounds of their own."""
        points, tally = dict(before.points), self._skill.tally
        hours, is_blocked = before.hours, before.is_blocked
        for resource in (self._catalogue.resources[each] for each in ids):
            hours += remaining_hours(resource, self._profile)
            is_blocked = is_blocked or resource.id in self._ground.skipped
            for competency in resource.teaches:
                there = (tally.study.get(competency, 0.0), tally.practice.get(competency, 0.0))
                study, practice = points.get(competency, there)
                for more in tally.added(competency, {resource.ground: resource}):
                    study, practice = study + more[0], practice + more[1]
                points[competency] = (study, practice)
        return _Sum(points, hours, is_blocked)
