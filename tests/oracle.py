"""The exact optimum of a leg by mixed-integer programming (HiGHS): what the path is measured against."""

from typing import Any

import highspy

from planner.core.curriculum import AREAS
from planner.core.program import BARRED, Instance
from planner.core.tally import FULL, STUDY_CAP


def optimum(instance: Instance, gap: float = 1e-4, seconds: float = 60.0) -> float | None:
    """Return the least cost of a cover, or None when there is none.

    Raises:
        TimeoutError: HiGHS did not prove it in time.
    """
    return _Program(instance).solve(gap, seconds)


class _Program:
    """The instance as an integer program: one binary a resource, points and mastery linear in between."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._catalogue = instance.catalogue
        self._model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._model.setOptionValue("output_flag", False)
        self._zero = self._model.addVariable(lb=0.0, ub=0.0)
        costs = zip(instance.catalogue.columns.ids, instance.costs, strict=True)
        self._taken = {each: self._model.addBinary(obj=cost) for each, cost in costs if cost < BARRED}
        self._order()
        self._points()
        self._fixed()

    def solve(self, gap: float, seconds: float) -> float | None:
        self._model.setOptionValue("mip_rel_gap", gap)
        self._model.setOptionValue("time_limit", seconds)
        self._model.run()
        status = self._model.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise TimeoutError(str(status))
        return float(self._model.getObjectiveValue())

    def _order(self) -> None:
        """Prerequisites come with what requires them, and at most one resource of a choice."""
        for each, variable in self._taken.items():
            for required in self._catalogue.resources[each].requires:
                if required not in self._instance.met:
                    mates = [
                        self._taken[mate] for mate in self._catalogue.mates(required) if mate in self._taken
                    ]
                    self._model.addConstr(sum(mates) - variable >= 0)
        for members in self._catalogue.choices.values():
            inside = [self._taken[each] for each in members if each in self._taken]
            if len(inside) > 1:
                self._model.addConstr(sum(inside) <= 1)

    def _points(self) -> None:
        """Mastery follows from the points, positions from mastery; both have to be high enough."""
        axes, claims, wanted = self._instance.axes, self._instance.claims, self._instance.requirement
        numbers = {"ml": wanted.role.ml, "software": wanted.role.software, "domain": wanted.role.domain}
        reached: dict[str, list[Any]] = {area: [] for area in AREAS}
        given = dict.fromkeys(AREAS, 0.0)
        for each in axes.weights.keys() | wanted.floors.keys():
            claim = claims.get(each, 0.0)
            earned = self._earned(each)
            left = (FULL - claim) / FULL
            if each in wanted.floors and wanted.floors[each] > claim:
                self._model.addConstr(left * earned >= wanted.floors[each] - claim - 1e-7)
            if each in axes.weights:
                reached[axes.areas[each]].append(axes.share(each) * left * earned)
                given[axes.areas[each]] += axes.share(each) * claim
        for area in AREAS:
            if reached[area] and numbers[area] > given[area]:
                self._model.addConstr(sum(reached[area]) >= numbers[area] - given[area] - 1e-7)

    def _earned(self, competency: str) -> Any:
        """Return the percent earned of a competency: study up to its cap, then practice, up to full."""
        tally = self._instance.tally
        study, practice = 1.0 * self._zero, 1.0 * self._zero
        for each, variable in self._taken.items():
            resource = self._catalogue.resources[each]
            for more_study, more_practice in tally.added(competency, {resource.ground: resource}):
                study = study + more_study * variable
                practice = practice + more_practice * variable
        counted = self._model.addVariable(lb=0.0, ub=STUDY_CAP)
        earned = self._model.addVariable(lb=0.0, ub=FULL)
        self._model.addConstr(counted - study <= tally.study.get(competency, 0.0))
        self._model.addConstr(earned - counted - practice <= tally.practice.get(competency, 0.0))
        return earned

    def _fixed(self) -> None:
        for each in self._instance.wanted:
            if each in self._taken:
                self._model.addConstr(1 * self._taken[each] >= 1)
        for group in self._instance.one_of:
            inside = [self._taken[each] for each in group if each in self._taken]
            if inside:
                self._model.addConstr(sum(inside) >= 1)
