"""A small linear program, solved by the bounded dual simplex method: rows can be added as one goes.

Least c·x with every x between its bounds and every row a·x ≥ b. The tableau holds a row for each
basic variable and a column for each nonbasic one, so that a program of a hundred rows takes a
hundred pivots of a fraction of a millisecond. Rows are never changed in place: a copy shares them.

Sources: Maros, Computational techniques of the simplex method, 2003 (bound flipping ratio test);
Neumaier and Shcherbina, Safe bounds in linear and mixed-integer programming, 2004.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

Terms = tuple[tuple[int, float], ...]
"""Variables and their coefficients."""


class Row(NamedTuple):
    """These terms add up to at least this much."""

    terms: Terms
    least: float


_FEASIBLE: Final = 1e-7
"""How far a variable may lie beyond its bounds."""
_NOTHING: Final = 1e-9
"""Coefficients up to this are taken for rounding."""
_SPARSE: Final = 0.25
"""Share of filled places up to which a row is added place by place."""
_UNBOUNDED: Final = float("inf")


class Work:
    """How much a program and its copies did, in numbers touched: the time that it took, on any machine."""

    def __init__(self) -> None:
        self.done = 0


class LinearProgram:
    """Variables 0 … n-1 are one's own; each row adds one more, by which it is exceeded."""

    def __init__(self, variables: Iterable[tuple[float, float, float]]) -> None:
        """Each variable has a cost of 0 or more, and a lower and an upper bound."""
        self.work = Work()
        costs, lower, upper = zip(*variables, strict=True)
        self._costs: tuple[float, ...] = costs
        self._lower: list[float] = list(lower)
        self._upper: list[float] = list(upper)
        self._given: list[Row] = []
        self._columns = list(range(len(costs)))
        self._column_of = {variable: variable for variable in self._columns}
        self._at = list(lower)
        self._slopes = list(costs)
        self._basis: list[int] = []
        self._row_of: dict[int, int] = {}
        self._values: list[float] = []
        self._rows: list[list[float]] = []
        self._fixed: dict[int, float] = {}

    def copy(self) -> "LinearProgram":
        """Return a program that can go on without touching this one."""
        twin = object.__new__(LinearProgram)
        twin.work, twin._costs = self.work, self._costs
        twin._lower, twin._upper = self._lower[:], self._upper[:]
        twin._given = self._given[:]
        twin._columns, twin._column_of = self._columns[:], self._column_of.copy()
        twin._at, twin._slopes = self._at[:], self._slopes
        twin._basis, twin._row_of = self._basis[:], self._row_of.copy()
        twin._values, twin._rows = self._values[:], self._rows[:]
        twin._fixed = self._fixed.copy()
        return twin

    def add_row(self, given: Row) -> int:
        """Demand that a row holds; return its number."""
        number = len(self._given)
        surplus = len(self._costs) + number
        self._given.append(given)
        self._lower.append(0.0)
        self._upper.append(_UNBOUNDED)
        row, value = [0.0] * len(self._columns), -given.least
        for variable, factor in given.terms:
            basic = self._row_of.get(variable)
            if variable in self._fixed:
                value += factor * self._fixed[variable]
            elif basic is None:
                column = self._column_of[variable]
                row[column] += factor
                value += factor * self._at[column]
            else:
                row = [a + factor * b for a, b in zip(row, self._rows[basic], strict=True)]
                value += factor * self._values[basic]
                self.work.done += len(row)
        self._row_of[surplus] = len(self._rows)
        self._basis.append(surplus)
        self._rows.append(row)
        self._values.append(value)
        return number

    def shed(self) -> list[Row]:
        """Leave out fixed variables and exceeded rows; return those rows, to be added again if broken."""
        own = len(self._costs)
        kept = [i for i, each in enumerate(self._columns) if self._lower[each] < self._upper[each]]
        tight = [i for i, each in enumerate(self._basis) if each < own]
        loose = [self._given[each - own] for each in self._basis if each >= own]
        self._fixed |= {
            each: at
            for each, at in zip(self._columns, self._at, strict=True)
            if self._lower[each] == self._upper[each]
        }
        self._rows = [[self._rows[i][j] for j in kept] for i in tight]
        self._values = [self._values[i] for i in tight]
        self._basis = [self._basis[i] for i in tight]
        self._row_of = {variable: i for i, variable in enumerate(self._basis)}
        self._at = [self._at[j] for j in kept]
        self._slopes = [self._slopes[j] for j in kept]
        self._columns = [self._columns[j] for j in kept]
        self._column_of = {variable: j for j, variable in enumerate(self._columns)}
        return loose

    def narrow(self, most: float, whole: int) -> None:
        """Fix the first `whole` variables, which are whole, where no solution below this has others."""
        least, reduced = self.bound()
        for variable, cost in enumerate(reduced[:whole]):
            lower, upper = self._lower[variable], self._upper[variable]
            if lower < upper and abs(cost) * (upper - lower) > most - least:
                self.confine(variable, *((lower, lower) if cost > 0.0 else (upper, upper)))

    def confine(self, variable: int, lower: float, upper: float) -> None:
        """Give a variable narrower bounds."""
        self._lower[variable], self._upper[variable] = lower, upper
        column = self._column_of.get(variable)
        if column is not None:
            self._move(column, min(upper, max(lower, self._at[column])))

    def solve(self) -> bool:
        """Find the least cost; return whether there is any solution, as far as can be proved."""
        self.work.done += len(self._costs)
        while (row := self._most_infeasible()) is not None:
            variable, value = self._basis[row], self._values[row]
            rises = value < self._lower[variable]
            bound = self._lower[variable] if rises else self._upper[variable]
            entering = self._entering(row, abs(bound - value), 1.0 if rises else -1.0)
            if entering is None:
                return not self._is_proof(row, 1.0 if rises else -1.0)
            self._pivot(row, entering, bound)
        return True

    def solution(self) -> list[float]:
        """Return the value of every variable of one's own."""
        values = [0.0] * len(self._costs)
        for variable, value in (
            *zip(self._columns, self._at, strict=True),
            *zip(self._basis, self._values, strict=True),
        ):
            if variable < len(values):
                values[variable] = value
        return values

    def weights(self) -> list[float]:
        """Return what lifting each row by one would cost."""
        weights = [0.0] * len(self._given)
        for variable, slope in zip(self._columns, self._slopes, strict=True):
            if variable >= len(self._costs):
                weights[variable - len(self._costs)] = max(0.0, slope)
        return weights

    def bound(self) -> tuple[float, list[float]]:
        """Return a cost that no solution is below, and the reduced cost of every variable.

        Both are computed from the rows as they were given, so that rounding in the tableau cannot make
        them untrue: any weights of the rows give a bound, the solver's merely the best one.
        """
        least, reduced = self._weighed(self.weights(), self._costs)
        for each, cost in enumerate(reduced):
            least += cost * (self._lower[each] if cost > 0.0 else self._upper[each])
        return least, reduced

    def _weighed(self, weights: Iterable[float], costs: Iterable[float]) -> tuple[float, list[float]]:
        """Return what weighted rows add up to, and what is left of these costs without them."""
        total, left = 0.0, list(costs)
        for weight, row in zip(weights, self._given, strict=True):
            if weight:
                total += weight * row.least
                for each, factor in row.terms:
                    left[each] -= weight * factor
        return total, left

    def _is_proof(self, row: int, sign: float) -> bool:
        """Return whether a row of the tableau proves that nothing solves the rows as they were given."""
        own, weights = len(self._costs), [0.0] * len(self._given)
        for variable, factor in zip(self._columns, self._rows[row], strict=True):
            if variable >= own:
                weights[variable - own] = max(0.0, -sign * factor)
        if self._basis[row] >= own:
            weights[self._basis[row] - own] = 1.0
        least, left = self._weighed(weights, [0.0] * own)
        most = sum(
            max(-left[each] * self._lower[each], -left[each] * self._upper[each]) for each in range(own)
        )
        return most < least - _FEASIBLE

    def _most_infeasible(self) -> int | None:
        lower, upper = self._lower, self._upper
        worst, found = _FEASIBLE, None
        for row, (variable, value) in enumerate(zip(self._basis, self._values, strict=True)):
            beyond = max(lower[variable] - value, value - upper[variable])
            if beyond > worst:
                worst, found = beyond, row
        return found

    def _entering(self, row: int, short: float, sign: float) -> int | None:
        """Return the column to pivot on; those passed over on the way jump to their other bound."""
        passed: list[int] = []
        for _, steepness, column in sorted(self._candidates(row, sign)):
            variable = self._columns[column]
            reach = -steepness * (self._upper[variable] - self._lower[variable])
            if reach > short:
                for each in passed:
                    self._flip(each)
                return column
            short -= reach
            passed.append(column)
        if short > _FEASIBLE or not passed:
            return None
        for each in passed[:-1]:
            self._flip(each)
        return passed[-1]

    def _candidates(self, row: int, sign: float) -> Iterable[tuple[float, float, int]]:
        """Go through (ratio, minus steepness, column) of the columns that can move a row its way."""
        lower, upper, slopes = self._lower, self._upper, self._slopes
        for column, (factor, variable, value) in enumerate(
            zip(self._rows[row], self._columns, self._at, strict=True)
        ):
            steepness = factor * sign
            if steepness > _NOTHING:
                if value < upper[variable]:
                    yield max(0.0, slopes[column]) / steepness, -steepness, column
            elif steepness < -_NOTHING and value > lower[variable]:
                yield max(0.0, -slopes[column]) / -steepness, steepness, column

    def _flip(self, column: int) -> None:
        variable = self._columns[column]
        at_lower = self._at[column] == self._lower[variable]
        self._move(column, self._upper[variable] if at_lower else self._lower[variable])

    def _move(self, column: int, value: float) -> None:
        step = value - self._at[column]
        if step:
            self._at[column] = value
            self._values = [
                old + step * row[column] for old, row in zip(self._values, self._rows, strict=True)
            ]

    def _pivot(self, row: int, column: int, bound: float) -> None:
        """Let a column enter the basis for a row, whose variable leaves at a bound."""
        pivot = self._rows[row][column]
        step = (bound - self._values[row]) / pivot
        new = [-factor / pivot if factor else 0.0 for factor in self._rows[row]]
        new[column] = 1.0 / pivot
        plus = _adder(new, column)
        for other, old in enumerate(self._rows):
            factor = old[column]
            if factor and other != row:
                self._values[other] += factor * step
                self._rows[other] = plus(old, factor)
        slope = self._slopes[column]
        if slope:
            self._slopes = plus(self._slopes, slope)
        self.work.done += len(new) * len(self._rows)
        entering, leaving = self._columns[column], self._basis[row]
        self._rows[row], self._values[row] = new, self._at[column] + step
        self._basis[row], self._columns[column], self._at[column] = entering, leaving, bound
        self._row_of[entering] = self._row_of.pop(leaving)
        self._column_of[leaving] = self._column_of.pop(entering)


def _adder(new: list[float], column: int) -> Callable[[list[float], float], list[float]]:
    """Return how to add a multiple of a row to another one, where it replaces a column."""
    filled = [(each, factor) for each, factor in enumerate(new) if factor]

    def add(old: list[float], times: float) -> list[float]:
        total = [a + times * b for a, b in zip(old, new, strict=True)]
        total[column] = times * new[column]
        return total

    def add_sparse(old: list[float], times: float) -> list[float]:
        total = old.copy()
        total[column] = 0.0
        for each, factor in filled:
            total[each] += times * factor
        return total

    return add_sparse if len(filled) < _SPARSE * len(new) else add
