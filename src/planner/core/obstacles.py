"""What stands in the way of a target that no path leads to."""

from itertools import product

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.learning_path import find_path
from planner.core.prerequisites import stand
from planner.core.profile import Entry, Key, Profile
from planner.core.skill import assess


class Obstacles(Struct, frozen=True):
    """What would have to change for the target to be reached."""

    skipped: tuple[str, ...]
    """Skipped resources that a path there would take."""
    is_free_only: bool
    """Whether it takes something that has to be paid for."""

    @property
    def too_few(self) -> bool:
        """Whether nothing would help: there are too few resources."""
        return not (self.skipped or self.is_free_only)


def obstacles(catalogue: Catalogue, profile: Profile) -> Obstacles:
    """Return the fewest things that stand in the way: what was skipped, and that all has to be free."""
    skipped = {each for each in catalogue.resources if _is_skipped(profile, each)}
    for pay, unskip in sorted(product((False, True), repeat=2), key=sum):
        if (pay and not profile.settings.free_only) or (unskip and not skipped):
            continue
        freed = _freed(profile, skipped if unskip else set(), pay=pay)
        path = find_path(catalogue, freed, assess(catalogue, freed), stand(catalogue, freed))
        if path.reached:
            needed = tuple(step.id for step in path.steps if unskip and step.id in skipped)
            return Obstacles(needed, pay)
    return Obstacles((), is_free_only=False)


def _is_skipped(profile: Profile, resource_id: str) -> bool:
    progress = profile.progress.get(resource_id)
    return progress is not None and progress.status == "skipped"


def _freed(profile: Profile, skipped: set[str], *, pay: bool) -> Profile:
    entries: dict[Key, Entry] = {("progress", each): {"status": "todo"} for each in skipped}
    if pay:
        entries["settings", "free_only"] = {"value": False}
    return profile.with_entries(entries)
