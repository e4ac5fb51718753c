"""What has to come first, and what counts as having come."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from planner.core.catalogue import Catalogue, Taught
from planner.core.credit import is_held, touched
from planner.core.profile import Profile

PRESUMED_FROM: Mapping[int, float] = {1: 50.0, 2: 80.0}
"""Claim from which a resource of this level is presumed known; level 3 never is."""


class Met(Collection[str]):
    """Two sets as one: a large one that seldom changes, and so is shared, and what comes on top."""

    __slots__ = ("_few", "_many")

    def __init__(self, many: frozenset[str] = frozenset(), few: frozenset[str] = frozenset()) -> None:
        self._many, self._few = many, few

    def __contains__(self, resource_id: object) -> bool:
        """Return whether a resource is in one of them."""
        return resource_id in self._few or resource_id in self._many

    def __iter__(self) -> Iterator[str]:
        """Go through both, what is in both once."""
        yield from self._many
        yield from self._few - self._many

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._many) + len(self._few - self._many)

    def having(self, ids: Iterable[str]) -> "Met":
        """Return these, and some more."""
        return Met(self._many, self._few.union(ids))


class Ground(Struct, frozen=True):
    """What a person stands on: resources that need not be learnt before others."""

    held: frozenset[str]
    """Done or known."""
    implied: frozenset[str]
    """Required, directly or not, by something held."""
    presumed: frozenset[str]
    """Made superfluous by a claim."""
    met: Met
    """All of these, and everything that covers the same ground as one of them."""
    skipped: frozenset[str]
    covered: frozenset[str]
    """Held, or on the same ground as something held."""

    def after(self, catalogue: Catalogue, ids: Collection[str]) -> "Ground":
        """Return the ground with these resources held in addition."""
        mates = frozenset(mate for each in ids for mate in catalogue.mates(each))
        return replace(
            self, held=self.held.union(ids), met=self.met.having(mates), covered=self.covered | mates
        )

    @property
    def settled(self) -> frozenset[str]:
        """What a role that calls it essential no longer waits for."""
        return self.covered | self.skipped


def stand(catalogue: Catalogue, profile: Profile) -> Ground:
    """Return what a person stands on."""
    known = touched(catalogue, profile)
    held = frozenset(each.id for each in known if is_held(each, profile))
    skipped = frozenset(each.id for each in known if profile.progress_of(each).status == "skipped")
    implied = _implied(catalogue, held)
    presumed = _presumed(catalogue, profile, held)
    met = Met(presumed.with_mates, catalogue.with_mates(held | implied))
    return Ground(held, implied, presumed.ids, met, skipped - held, catalogue.with_mates(held))


def missing(catalogue: Catalogue, met: Collection[str], ids: Iterable[str]) -> tuple[str, ...]:
    """Return these resources and all their unmet prerequisites, each after what it requires.

    Of resources that cover the same ground at most one is among them.
    """
    found: list[str] = []
    covered: set[str] = set()
    stack = [(each, False) for each in reversed(tuple(ids))]
    while stack:
        each, ready = stack.pop()
        if each in covered:
            continue
        if ready:
            found.append(each)
            covered.update(catalogue.mates(each))
        else:
            requires = catalogue.resources[each].requires
            stack.append((each, True))
            stack += [(required, False) for required in reversed(requires) if required not in met]
    return tuple(found)


def _implied(catalogue: Catalogue, held: frozenset[str]) -> frozenset[str]:
    implied: set[str] = set()
    stack = list(held)
    while stack:
        for required in catalogue.resources[stack.pop()].requires:
            if required not in implied and required not in held:
                implied.add(required)
                stack.append(required)
    return frozenset(implied)


def _presumed(catalogue: Catalogue, profile: Profile, held: frozenset[str]) -> Taught:
    pins = profile.pins_now(catalogue.renamed)
    doing = (each.id for each in touched(catalogue, profile) if profile.progress_of(each).status == "doing")
    claimed = frozenset(
        (competency, level)
        for competency, claim in profile.claims.items()
        for level, least in PRESUMED_FROM.items()
        if claim >= least
    )
    taught = catalogue.taught(claimed, frozenset())
    return catalogue.taught(claimed, taught.ids & held.union(pins, doing))
