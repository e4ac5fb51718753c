"""The rule that software comes first, held against the hours that were really spent."""

from collections.abc import Iterable

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Role
from planner.core.history import Spent
from planner.core.ordering import SOFTWARE_SHARE, software_level
from planner.core.skill import Position


class SoftwareFirst(Struct, frozen=True):
    """Until software stands at a level, at least half of the hours belong to it."""

    level: float
    """Software until which the rule holds."""
    software: float
    """Software as it stands."""
    spent: Spent
    """Hours so far."""
    is_left: bool
    """Whether the path has any software left."""

    @property
    def holds(self) -> bool:
        """Whether the rule still asks for anything."""
        return self.is_left and self.software < self.level

    @property
    def hours(self) -> float:
        """Hours so far in an area; those on what no curriculum knows any more have none."""
        return sum(self.spent.of(area) for area in AREAS)

    @property
    def share(self) -> float:
        """Share of the hours so far that is software; 0 before the first."""
        return self.spent.software / self.hours if self.hours else 0.0

    @property
    def owed(self) -> float:
        """Hours of software that would bring it to its share; 0 where the rule is kept."""
        return max(0.0, (SOFTWARE_SHARE * self.hours - self.spent.software) / (1.0 - SOFTWARE_SHARE))

    @property
    def is_kept(self) -> bool:
        """Whether the hours so far are as the rule wants them."""
        return not self.holds or self.owed <= 0.0


def software_first(
    catalogue: Catalogue, target: Role, ids: Iterable[str], position: Position, spent: Spent
) -> SoftwareFirst:
    """Return how the rule stands on the way to a target, given what is left to do, by id."""
    is_left = any(catalogue.area_of(catalogue.resources[each]) == "software" for each in ids)
    return SoftwareFirst(software_level(target), position.software, spent, is_left)
