from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.presentation import time_axis
from planner.presentation.lines import Line, line_cells, plain
from planner.presentation.time_axis import Axis, axis_of

TODAY = date(2026, 11, 23)
FULL, RIGHT, LEFT = "━", "╺", "╸"

days = st.integers(-400, 2000).map(lambda number: TODAY + timedelta(days=number))
axes = st.builds(
    Axis,
    start=days,
    days=st.sampled_from(time_axis.SCALES),
    cells=st.integers(4, 90),
    today=st.just(TODAY),
    pauses=st.lists(st.tuples(days, st.integers(0, 60)), max_size=3).map(
        lambda pairs: [(first, first + timedelta(days=length)) for first, length in pairs]
    ),
)


def _text(strip: Line) -> str:
    return "".join(text for text, _ in strip)


@given(axes, days, st.integers(0, 300))
def test_every_strip_is_as_wide_as_its_axis(axis: Axis, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    strips = (
        time_axis.bar(axis, first, last, "good"),
        time_axis.flag(axis, first, "⚑", "flag"),
        time_axis.empty(axis),
        time_axis.head(axis),
    )
    assert {line_cells(each) for each in strips} == {axis.cells}


@given(axes, days, st.integers(0, 300))
def test_a_bar_covers_its_days_and_no_others(axis: Axis, first: date, length: int) -> None:
    axis = Axis(axis.start, axis.days, axis.cells, axis.today)
    last = first + timedelta(days=length)
    text = _text(time_axis.bar(axis, first, last, "good"))
    halves = [text[place] in pair for place in range(axis.cells) for pair in (FULL + LEFT, FULL + RIGHT)]
    shown = {half for half, there in enumerate(halves) if there}
    assert shown == set(range(axis.half(first), axis.half(last) + 1)) & set(range(2 * axis.cells))
    assert ("‹" in text) == (axis.half(last) < 0)
    assert ("›" in text) == (axis.half(first) >= 2 * axis.cells)


@given(axes, days, st.integers(0, 300))
def test_nothing_is_drawn_in_a_pause(axis: Axis, first: date, length: int) -> None:
    text = _text(time_axis.bar(axis, first, first + timedelta(days=length), "good"))
    for place in range(1, axis.cells - 1):
        begin = axis.start + timedelta(days=place * axis.days)
        end = begin + timedelta(days=axis.days - 1)
        is_off = any(start <= begin and end <= stop for start, stop in axis.pauses)
        assert (text[place] == "░") == is_off


@given(axes, st.lists(days, min_size=2, max_size=2))
def test_later_days_never_stand_further_left(axis: Axis, pair: list[date]) -> None:
    earlier, later = sorted(pair)
    assert axis.half(earlier) <= axis.half(later)


@given(
    days.filter(lambda day: day >= TODAY),
    st.integers(0, 400),
    st.integers(0, 200),
    st.integers(10, 90),
    st.floats(1, 2000),
)
def test_the_highlighted_item_is_in_sight_and_so_is_the_first_row_where_there_is_room(
    top: date, offset: int, length: int, room: int, passed: float
) -> None:
    start = top + timedelta(days=offset)
    finish = start + timedelta(days=length)
    axis = axis_of(TODAY, (), passed, room, (top, start, finish))
    assert axis.start <= TODAY or axis.start <= start
    assert 0 <= axis.half(start) < 2 * room
    if (finish - top).days < axis.days * (room - 2):
        assert axis.start <= top
        assert axis.half(finish) < 2 * room


def test_the_scale_lets_the_days_in_sight_fit() -> None:
    seen = (TODAY, TODAY, TODAY)
    assert axis_of(TODAY, (), 40, 40, seen).days == 1
    assert axis_of(TODAY, (), 380, 36, seen).days == 10
    assert axis_of(TODAY, (), 10**6, 36, seen).days == time_axis.SCALES[-1]


def test_the_months_stand_over_the_strip() -> None:
    axis = Axis(date(2026, 11, 16), 7, 40, TODAY)
    assert plain(time_axis.head(axis)) == " today     Feb 2027    May  Jun Jul Aug"
    assert plain(time_axis.head(Axis(date(2026, 12, 7), 7, 30, TODAY))).startswith("   2027 Feb Mar Apr")
    later = Axis(date(2027, 2, 1), 7, 30, TODAY)
    assert plain(time_axis.head(later)).startswith("Feb 2027    May")
    fine = Axis(date(2027, 2, 1), 1, 30, TODAY)
    assert plain(time_axis.head(fine)).startswith("1 Feb 2027    15 Feb 22 Feb")


def test_the_last_days_of_the_calendar_are_no_trouble() -> None:
    axis = axis_of(date.max, (), 5000, 60, (date.max, date.max, date.max))
    assert line_cells(time_axis.head(axis)) == 60
    assert line_cells(time_axis.bar(axis, date.max, date.max, "good")) == 60
