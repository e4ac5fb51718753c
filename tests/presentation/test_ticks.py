from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from planner.presentation.ticks import place_of, ticks

STARTS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(STARTS, st.integers(1, 90_000), st.integers(24, 200))
@example(date(2026, 12, 30), 40, 60)
def test_names_are_apart_inside_and_say_a_year(start: date, days: int, columns: int) -> None:
    named = ticks(start, start + timedelta(days=days), columns)
    assert any(each.label[-4:].isdigit() for each in named)
    free = 0
    for each in named:
        assert each.column >= free
        free = each.column + len(each.label) + 1
    assert free <= columns + 1


@given(STARTS, st.integers(1, 9_000), st.integers(24, 200))
def test_a_name_stands_where_its_month_begins(start: date, days: int, columns: int) -> None:
    end = start + timedelta(days=days)
    for each in ticks(start, end, columns):
        if each.label.isdigit():
            assert each.column == round(place_of(date(int(each.label), 1, 1), start, end, columns))


def test_a_quarter_has_months_and_ten_years_have_years() -> None:
    quarter = ticks(date(2026, 9, 1), date(2026, 12, 1), 60)
    assert [each.label for each in quarter] == ["Sep 2026", "Oct", "Nov"]
    decade = ticks(date(2026, 9, 1), date(2036, 9, 1), 60)
    assert [each.label for each in decade] == ["2028", "2030", "2032", "2034", "2036"]
