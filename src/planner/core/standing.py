"""Where one person stands under one catalogue on one day, and all that follows from it."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from planner.core.adopted import adopted_path, basis
from planner.core.catalogue import Axes, Catalogue
from planner.core.chapters import Chapter, chapters
from planner.core.credit import remaining_hours
from planner.core.curriculum import Resource, Role
from planner.core.history import History
from planner.core.learning_path import LearningPath, Step, find_path
from planner.core.obstacles import Obstacles, obstacles
from planner.core.prerequisites import Ground, missing, stand
from planner.core.price import PriceTag, price_tag
from planner.core.profile import Profile
from planner.core.schedule import DEFAULT_HOURS_PER_WEEK, Schedule, Span, Week, pace
from planner.core.skill import Position, Skill, assess, assess_evidence
from planner.core.states import State, by_state, state_of
from planner.core.target import nearest_roles, requirement, shortfalls, stops
from planner.core.trail import Footprint, begun, position_on, trail

if TYPE_CHECKING:
    from planner.core.bills import Bills
    from planner.core.burn_up import BurnUp
    from planner.core.forecast import Forecast
    from planner.core.milestones import Milestone
    from planner.core.reasons import Explanation
    from planner.core.software_first import SoftwareFirst

LATELY = timedelta(days=30)
"""How far back a change is looked at."""


class Standing(Struct, frozen=True, dict=True):
    """Computed when asked for, once."""

    catalogue: Catalogue
    profile: Profile
    today: date

    @property
    def is_set_up(self) -> bool:
        """Whether the questions of the first run were answered."""
        return self.profile.settings.title is not None

    @property
    def hours_per_week(self) -> float:
        """Hours of study a week."""
        return self.profile.settings.hours_per_week or DEFAULT_HOURS_PER_WEEK

    @cached_property
    def skill(self) -> Skill:
        """What the person masters, claims counted."""
        return assess(self.catalogue, self.profile)

    @cached_property
    def evidence(self) -> Skill:
        """What the person masters on evidence alone."""
        return assess_evidence(self.catalogue, self.profile)

    @cached_property
    def ground(self) -> Ground:
        """What need not be learnt before other things: done, known, implied, presumed."""
        return stand(self.catalogue, self.profile)

    @cached_property
    def axes(self) -> Axes:
        """What counts on the axes."""
        return self.catalogue.axes(self.profile.settings.domain)

    @cached_property
    def stops(self) -> tuple[Role, ...]:
        """The roles that the path leads to, reached ones included; the target comes last."""
        return stops(self.catalogue, self.profile.settings)

    def is_on_evidence(self, role: Role) -> bool:
        """Return whether a role is reached by what was done in planner alone."""
        wanted = requirement(self.catalogue, role, self.profile.settings.domain)
        return not shortfalls(wanted, self.evidence, self.ground)

    @property
    def claimed_share(self) -> float:
        """The share (0-1) of the position that is not evidence."""
        total = sum(self.skill.position)
        return 1.0 - sum(self.evidence.position) / total if total else 0.0

    @cached_property
    def adopted(self) -> LearningPath | None:
        """What is left of the path that the person adopted; None where it does not lead there any more."""
        return adopted_path(self.catalogue, self.profile, self.skill, self.ground)

    @cached_property
    def path(self) -> LearningPath:
        """The learning path from here: the adopted one, or else one found at once."""
        return self.adopted or find_path(self.catalogue, self.profile, self.skill, self.ground)

    @property
    def basis(self) -> str:
        """In brief what decides which path is the best, progress apart."""
        return basis(self.catalogue, self.profile)

    @cached_property
    def refined(self) -> LearningPath:
        """As short a path as can be found, and how near to the shortest it is; takes most of a second."""
        return find_path(self.catalogue, self.profile, self.skill, self.ground, refined=True)

    @cached_property
    def fresh_hours(self) -> float:
        """The hours of a path found at once, whatever path was adopted."""
        from planner.core.leverage import path_hours

        return path_hours(self.catalogue, self.profile)

    @property
    def within(self) -> float | None:
        """The share by which the path is longer than the shortest, at the most, as far as it is known."""
        return self.profile.plan.within if self.profile.plan and self.adopted else self.path.within

    @cached_property
    def obstacles(self) -> Obstacles | None:
        """What stands in the way of the target; None where the path leads there."""
        return None if self.path.reached else obstacles(self.catalogue, self.profile)

    @cached_property
    def milestones(self) -> "Mapping[str, tuple[Milestone, ...]]":
        """What the path passes, by the item after which it does."""
        from planner.core.milestones import milestones

        target = self.stops[-1].id if self.stops else None
        passed: dict[str, list[Milestone]] = {}
        for each in milestones(self.catalogue, self.path, self.skill.position, target):
            passed.setdefault(each.after, []).append(each)
        return {after: tuple(several) for after, several in passed.items()}

    @cached_property
    def chapters(self) -> Mapping[str, tuple[Chapter, ...]]:
        """The chapters of each leg by its role: of the whole leg, where what is left of it was adopted."""
        kept = dict(self.profile.plan.legs) if self.profile.plan and self.adopted else {}
        divided = {}
        for leg in self.path.legs:
            known = [each for each in kept.get(leg.target, ()) if each in self.catalogue.resources]
            others = [step.id for step in leg.steps if step.id not in known]
            divided[leg.target] = chapters([self.catalogue.resources[each] for each in (*others, *known)])
        return divided

    def explain(self, resource_id: str) -> "Explanation | None":
        """Return why an item of the path is where it is; None for what is not on the path."""
        from planner.core.reasons import explain_on

        return explain_on(self.catalogue, self.profile, self.path, self.skill.position, resource_id)

    @cached_property
    def next_stop(self) -> Role | None:
        """The role at the end of the first leg; the target where all is reached."""
        if self.path.legs:
            return self.catalogue.roles[self.path.legs[0].target]
        return self.stops[-1] if self.stops else None

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Items of the path by id, in order."""
        return {step.id: step for step in self.path.steps}

    @cached_property
    def pace(self) -> float:
        """Hours really spent over hours estimated."""
        return pace(self.catalogue, self.profile)

    @cached_property
    def history(self) -> History:
        """What was studied until today."""
        return History(self.catalogue, self.profile, self.today)

    @cached_property
    def begun(self) -> date:
        """The day on which the person began; today where nothing is known."""
        return begun(self.history) or self.today

    @cached_property
    def trail(self) -> tuple[Footprint, ...]:
        """Where the person stood before, under today's curricula."""
        return trail(self.history)

    @cached_property
    def change(self) -> Position:
        """How far the position moved in the last thirty days."""
        return self.skill.position - position_on(self.catalogue, self.profile, self.today - LATELY)

    def moved_on(self, day: date) -> Position:
        """Return how far a day moved the position."""
        before = position_on(self.catalogue, self.profile, day - timedelta(days=1))
        is_past = day < self.today
        return (position_on(self.catalogue, self.profile, day) if is_past else self.skill.position) - before

    @cached_property
    def nearest(self) -> tuple[tuple[Role, float], ...]:
        """All roles with their distance, the nearest first."""
        return nearest_roles(self.catalogue, self.skill.position)

    @cached_property
    def schedule(self) -> Schedule:
        """So many hours a week from today on."""
        return self.schedule_from(self.today)

    def schedule_from(self, start: date) -> Schedule:
        """Return the schedule of someone who starts on a day."""
        return Schedule(start, self.hours_per_week, self.pace, self.profile.pauses)

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """When each item of the path begins and ends, starting today."""
        return self.spans_from(self.today)

    def spans_from(self, start: date) -> Mapping[str, Span]:
        """Return when each item of the path begins and ends, starting on a day."""
        steps = self.path.steps
        spans = self.schedule_from(start).spans(steps)
        return {step.id: span for step, span in zip(steps, spans, strict=True)}

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """What each week to come holds."""
        return self.schedule.weeks(self.catalogue, self.profile, self.path.steps)

    @cached_property
    def forecast(self) -> "Forecast":
        """When the target is reached, judged by the weeks logged so far."""
        from planner.core.forecast import forecasts

        return forecasts([self.path.hours], self.history.weekly_hours, self.schedule, self._seed)[0]

    @cached_property
    def burn_up(self) -> "BurnUp":
        """Work done against all work, and when the rest may be done."""
        from planner.core.burn_up import burn_up

        return burn_up(self.history, self.path, self.schedule, self._seed)

    @property
    def _seed(self) -> str:
        """What chance is drawn from: the same all day."""
        return f"{self.profile.profile_id} {self.today.isoformat()}"

    @cached_property
    def software_first(self) -> "SoftwareFirst | None":
        """The rule that software comes first; None where there is no role to aim at."""
        from planner.core.software_first import software_first

        if not self.stops:
            return None
        return software_first(
            self.catalogue, self.stops[-1], self.steps, self.skill.position, self.history.total
        )

    def finish(self, hours: float) -> date:
        """Return the day on which these hours of study are done."""
        return self.schedule.day(hours)

    def state_of(self, resource: Resource) -> State:
        """Return how a resource stands: what was done with it, or else whether it could be begun."""
        return state_of(self.profile, self.ground, resource)

    @cached_property
    def states(self) -> Mapping[State, int]:
        """The resources by how they stand, as sets of places."""
        return by_state(self.catalogue, self.profile, self.ground)

    @cached_property
    def held_under(self) -> Mapping[str, tuple[str, ...]]:
        """What is done or known, by the competency that it teaches most."""
        held: dict[str, list[str]] = {}
        for each in self.ground.held:
            held.setdefault(self.catalogue.resources[each].main_competency, []).append(each)
        return {competency: tuple(ids) for competency, ids in held.items()}

    def missing(self, resource: Resource) -> tuple[str, ...]:
        """Return the prerequisites of a resource that are still to do, in order; none for what is held."""
        if resource.id in self.ground.held:
            return ()
        return missing(self.catalogue, self.ground.met, [resource.id])[:-1]

    def remaining_hours(self, resource: Resource) -> float:
        """Return the hours that a resource has left."""
        return remaining_hours(resource, self.profile)

    @cached_property
    def bills(self) -> "Bills":
        """What each resource would move, for lists of many."""
        from planner.core.bills import Bills

        return Bills(self.catalogue, self.profile, self.skill, self.ground)

    def price_tag(self, resource_id: str) -> PriceTag:
        """Return what a resource would move, and for how many hours."""
        return price_tag(self.catalogue, self.profile, self.skill, self.ground, resource_id)
