from random import Random

import highspy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.linear_program import LinearProgram, Row

Variables = list[tuple[float, float, float]]


def _made_up(seed: int) -> tuple[Variables, list[Row]]:
    random = Random(seed)
    count = random.randint(2, 8)
    variables = [
        (random.choice((0.0, 1.0, 2.5, 7.0)), 0.0, random.choice((1.0, 1.0, 3.0))) for _ in range(count)
    ]
    rows = []
    for _ in range(random.randint(1, 8)):
        terms = random.sample(range(count), random.randint(1, count))
        factors = tuple((each, random.choice((-2.0, -1.0, 1.0, 1.0, 2.0, 3.5))) for each in terms)
        rows.append(Row(factors, random.choice((-1.0, 0.0, 0.5, 1.0, 2.0, 4.0))))
    return variables, rows


def _exact(variables: Variables, rows: list[Row]) -> float | None:
    model = highspy.Highs()  # type: ignore[no-untyped-call]
    model.setOptionValue("output_flag", False)
    mine = [model.addVariable(lb=lower, ub=upper, obj=cost) for cost, lower, upper in variables]
    for row in rows:
        model.addConstr(sum(factor * mine[each] for each, factor in row.terms) >= row.least)
    model.run()
    is_solved = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(model.getObjectiveValue()) if is_solved else None


@given(st.integers(0, 10**9))
def test_it_finds_what_an_exact_solver_finds_rows_added_one_by_one(seed: int) -> None:
    variables, rows = _made_up(seed)
    program = LinearProgram(variables)
    possible = True
    for row in rows:
        program.add_row(row)
        possible = possible and program.solve()
    exact = _exact(variables, rows)
    assert possible == (exact is not None)
    if exact is not None:
        values = program.solution()
        assert program.bound()[0] == pytest.approx(exact, abs=1e-6)
        assert sum(
            cost * each for (cost, _, _), each in zip(variables, values, strict=True)
        ) == pytest.approx(exact)
        for row in rows:
            assert sum(factor * values[each] for each, factor in row.terms) >= row.least - 1e-6


@given(st.integers(0, 10**9))
def test_a_copy_with_loose_rows_shed_goes_on_to_the_same_end(seed: int) -> None:
    variables, rows = _made_up(seed)
    program = LinearProgram(variables)
    for row in rows[:-1]:
        program.add_row(row)
    if not program.solve():
        return
    before = program.bound()
    twin = program.copy()
    shed = twin.shed()
    for row in (*shed, rows[-1]):
        twin.add_row(row)
    exact = _exact(variables, rows)
    assert twin.solve() == (exact is not None)
    if exact is not None:
        assert twin.bound()[0] == pytest.approx(exact, abs=1e-6)
    assert program.bound() == before


@given(st.integers(0, 10**9))
def test_every_bound_on_the_way_is_true(seed: int) -> None:
    variables, rows = _made_up(seed)
    exact = _exact(variables, rows)
    program = LinearProgram(variables)
    for row in rows:
        program.add_row(row)
        if exact is not None:
            assert program.bound()[0] <= exact + 1e-6
            assert program.solve()
            assert program.bound()[0] <= exact + 1e-6
