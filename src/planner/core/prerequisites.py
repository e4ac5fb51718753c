"""What has to come first, and what counts as having come."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from planner.core.catalogue import Catalogue
from planner.core.credit import is_held
from planner.core.profile import Profile

PRESUMED_FROM: Mapping[int, float] = {1: 50.0, 2: 80.0}
"""Claim from which a resource of this level is presumed known; level 3 never is."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a person stands on: resources that need not be learnt before others."""

    held: frozenset[str]
    """Done or known."""
    implied: frozenset[str]
    """Required, directly or not, by something held."""
    presumed: frozenset[str]
    """Made superfluous by a claim."""
    met: frozenset[str]
    """All of these, and everything that covers the same ground as one of them."""
    skipped: frozenset[str]
    covered: frozenset[str]
    """Held, or on the same ground as something held."""

    @property
    def settled(self) -> frozenset[str]:
        """What a role that calls it essential no longer waits for."""
        return self.covered | self.skipped


def stand(catalogue: Catalogue, profile: Profile) -> Ground:
    """Return what a person stands on."""
    held = frozenset(each.id for each in catalogue.resources.values() if is_held(each, profile))
    implied = _implied(catalogue, held)
    presumed = _presumed(catalogue, profile) - held
    met = frozenset(mate for each in held | implied | presumed for mate in catalogue.mates(each))
    progress = (
        each for each in catalogue.resources.values() if profile.progress_of(each).status == "skipped"
    )
    covered = frozenset(mate for each in held for mate in catalogue.mates(each))
    return Ground(held, implied, presumed, met, frozenset(each.id for each in progress) - held, covered)


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


def _presumed(catalogue: Catalogue, profile: Profile) -> frozenset[str]:
    claims, touched = profile.claims, profile.progress
    pins = profile.pins_now(catalogue.renamed)
    return frozenset(
        each.id
        for each in catalogue.resources.values()
        if claims.get(each.main_competency, 0.0) >= PRESUMED_FROM.get(each.level, float("inf"))
        and each.id not in pins
        and not (profile.key_of(each) in touched and profile.progress_of(each).status == "doing")
    )
