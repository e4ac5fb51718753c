"""The shortest way to the target: which resources, in which order, leg by leg."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from planner.core.catalogue import Catalogue
from planner.core.credit import remaining_hours, touched
from planner.core.curriculum import START_COST, Role
from planner.core.prerequisites import Ground
from planner.core.profile import Profile
from planner.core.skill import Position, Skill, moved_to
from planner.core.tally import mastery
from planner.core.target import Shortfall, is_chosen, requirement, shortfalls, stops

if TYPE_CHECKING:
    from planner.core.program import Instance


class Step(Struct, frozen=True):
    """One item of a path."""

    id: str
    hours: float
    """Hours it has left."""
    position: Position
    """Where it leads, with everything before it done."""
    gain: Position
    """How far it moves, area by area."""
    competency: str
    """The competency that it moves most on the axes."""
    mastery: tuple[float, float]
    """Mastery of that competency before and after."""


class Leg(Struct, frozen=True):
    """A stretch of the path that ends at a role."""

    target: str
    """Id of the role."""
    steps: tuple[Step, ...]
    short: tuple[Shortfall, ...]
    """What remains short at its end; nothing when the role is reached."""
    bound: float | None = None
    """A cost that no leg from where this one begins is below; None while nobody has looked for one."""

    @property
    def hours(self) -> float:
        """Hours left in its items."""
        return sum(step.hours for step in self.steps)

    @property
    def cost(self) -> float:
        """Hours, and one for starting each item: what a path keeps as small as it can."""
        return self.hours + START_COST * len(self.steps)


class LearningPath(Struct, frozen=True):
    """The ordered resources that lead from the position to the target."""

    legs: tuple[Leg, ...]
    """Legs still to go; a role that is reached has none."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All items, leg after leg."""
        return tuple(chain.from_iterable(leg.steps for leg in self.legs))

    @property
    def hours(self) -> float:
        """Hours left in all items."""
        return sum(leg.hours for leg in self.legs)

    @property
    def cost(self) -> float:
        """Cost of all legs."""
        return sum(leg.cost for leg in self.legs)

    @property
    def within(self) -> float | None:
        """The share by which it is longer than the shortest path by these stops, at the most, if known.

        Each leg is measured against the shortest one from where the leg before it ends.
        """
        bounds = [leg.bound for leg in self.legs if leg.bound is not None]
        return self.cost / sum(bounds) - 1.0 if bounds and len(bounds) == len(self.legs) else None

    @property
    def reached(self) -> bool:
        """Whether the path leads to the target, or one stands there already."""
        return not self.legs or not self.legs[-1].short


def find_path(
    catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground, *, refined: bool = False
) -> LearningPath:
    """Return a path from where a person stands, by way of the stops that their settings name.

    At once it is a few percent longer than the shortest; refined, which takes most of a second, it is
    within one percent as a rule, and knows how near it is.
    """
    from planner.core.ordering import in_order  # needed to look for a path, not to walk one

    legs = []
    for role in stops(catalogue, profile.settings):
        if shortfalls(requirement(catalogue, role, profile.settings.domain), skill, ground):
            instance = instance_of(catalogue, profile, skill, ground, role.id)
            ids, bound = _solve(instance, refined=refined)
            ids = in_order(catalogue, profile, skill, role, ids)
            leg, skill, ground = walk(catalogue, profile, skill, ground, role, ids)
            legs.append(replace(leg, bound=bound))
    return LearningPath(tuple(legs))


def walk(
    catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground, role: Role, ids: Iterable[str]
) -> tuple[Leg, Skill, Ground]:
    """Return the leg to a role through these items, and where it leaves the person."""
    steps, skill = _steps(catalogue, profile, skill, ids)
    ground = ground.after(catalogue, [step.id for step in steps])
    wanted = requirement(catalogue, role, profile.settings.domain)
    return Leg(role.id, steps, shortfalls(wanted, skill, ground)), skill, ground


def _solve(instance: "Instance", *, refined: bool) -> tuple[tuple[str, ...], float | None]:
    """Return the items of a leg and, refined, a cost that none is below; None where it cannot be reached."""
    from planner.core.cover import first_cover  # a path that is known needs no search
    from planner.core.program import program_of

    program = program_of(instance)
    cover, bound = first_cover(program), None
    if refined:
        from planner.core.refine import refine

        cover, bound = refine(cover)
    return tuple(program.columns.ids[i] for i in cover.taken), bound


def instance_of(
    catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground, target: str
) -> "Instance":
    """Return what is to be covered to reach a role from where a person stands."""
    from planner.core.program import Instance

    wanted = requirement(catalogue, catalogue.roles[target], profile.settings.domain)
    out = barred(catalogue, profile, ground)
    pins = profile.pins_now(catalogue.renamed) & catalogue.resources.keys()
    fixed = tuple(dict.fromkeys((*sorted(pins), *wanted.role.essential)))
    open_groups = (group for group in wanted.one_of if not is_chosen(group, ground))
    return Instance(
        catalogue=catalogue,
        axes=catalogue.axes(profile.settings.domain),
        claims=profile.claims,
        tally=skill.tally,
        met=ground.met,
        costs=_costs(catalogue, profile, ground, out, fixed),
        requirement=wanted,
        wanted=tuple(each for each in fixed if each not in ground.settled or each in pins - ground.held),
        one_of=tuple(open_groups),
    )


def barred(catalogue: Catalogue, profile: Profile, ground: Ground) -> frozenset[str]:
    """Return what a path must not contain: skipped, and paid when only free resources are wanted."""
    if not profile.settings.free_only:
        return ground.skipped
    paid = (each.id for each in catalogue.resources.values() if each.cost == "paid")
    return ground.skipped.union(paid)


def _costs(
    catalogue: Catalogue, profile: Profile, ground: Ground, out: frozenset[str], fixed: Iterable[str]
) -> Sequence[float]:
    """Return the cost of each resource, in the order of the columns; infinite for what is to be left out.

    No introduction to what is known, and nothing on the same ground as what is done.
    """
    from planner.core.program import BARRED

    met = ground.presumed | ground.implied
    introductions = {each for each in met if catalogue.resources[each].level == 1}
    left_out = ground.held | out | (introductions | ground.covered).difference(fixed)
    index = catalogue.columns.index
    costs = list(catalogue.columns.costs)
    for resource in touched(catalogue, profile):
        costs[index[resource.id]] = remaining_hours(resource, profile) + START_COST
    for each in left_out:
        costs[index[each]] = BARRED
    return costs


def _steps(
    catalogue: Catalogue, profile: Profile, skill: Skill, ids: Iterable[str]
) -> tuple[tuple[Step, ...], Skill]:
    """Return the steps through these items, and the skill at their end."""
    axes, claims = catalogue.axes(profile.settings.domain), profile.claims
    tally, mastered, position = skill.tally.copy(), dict(skill.mastery), skill.position
    steps = []
    for resource in (catalogue.resources[each] for each in ids):
        tally.add(resource, 1.0)
        after = {each: mastery(claims.get(each, 0.0), tally.earned(each)) for each in resource.teaches}
        main = max(
            after, key=lambda each: (axes.share(each) * (after[each] - mastered[each]), each), default=""
        )
        change = (mastered.get(main, 0.0), after.get(main, 0.0))
        mastered |= after
        reached = moved_to(position, mastered, axes, after)
        steps.append(
            Step(resource.id, remaining_hours(resource, profile), reached, reached - position, main, change)
        )
        position = reached
    return tuple(steps), Skill(mastered, position, tally)
