from datetime import date, timedelta
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import as_text
from planner.core.burn_up import BurnUp, Flag, Reach
from planner.core.curriculum import Role
from planner.presentation import burn_up
from planner.presentation.lines import line_cells, plain

TODAY = date(2026, 11, 26)
BARS = " ▁▂▃▄▅▆▇█"
ROLES = {
    each.id: each
    for each in (
        Role("near", "ML Engineer", 55, 63, 40, short="MLE"),
        Role("far", "Unicorn ML engineer", 68, 80, 40, short="Unicorn MLE"),
    )
}
WIDE = {each.id: replace(each, title=f"{each.title} 機械学習", short="機械") for each in ROLES.values()}


@st.composite
def burn_ups(draw: st.DrawFn, *, reached: bool | None = None) -> BurnUp:
    """Return any past, and any forecast or plan after it."""
    rises = draw(st.lists(st.floats(0, 60), max_size=30))
    done = list(accumulate(rises, initial=draw(st.sampled_from([0.0, 0.4, 12.0]))))
    days = [TODAY - timedelta(weeks=len(done) - 1 - each) for each in range(len(done))]
    points = (*zip(days, done, strict=True), (TODAY, done[-1]))
    steps = st.tuples(st.floats(0.5, 400), st.integers(0, 400), st.integers(0, 300))
    least, most = int(reached is False), 0 if reached else 12
    ahead: list[Reach] = []
    hours, even, likely = done[-1], TODAY, TODAY
    is_plan: bool = draw(st.booleans())
    for more, early, late in draw(st.lists(steps, min_size=least, max_size=most)):
        hours += more
        even += timedelta(days=early)
        likely = even if is_plan else max(even, likely + timedelta(days=late))
        ahead.append(Reach(hours, even, likely))
    flags = [Flag("far", ahead[-1], is_target=True)] if bool(ahead) and draw(st.booleans()) else []
    if len(ahead) > 1 and draw(st.booleans()):
        flags.insert(0, Flag("near", draw(st.sampled_from(ahead[:-1])), is_target=False))
    return BurnUp(points, tuple(ahead), tuple(flags), 0 if is_plan else 12)


def plot(found: BurnUp, width: int, height: int) -> list[str]:
    """Return the rows of the drawing, without what stands beside and below it."""
    rows = as_text(burn_up.draw(found, ROLES, width, height, tinted=False)).splitlines()
    gutter = rows[0].index("│") + 1
    return [row[gutter:] for row in rows[:-2]]


SIZES = st.tuples(st.integers(burn_up.LEAST_WIDTH, 200), st.integers(burn_up.LEAST_HEIGHT, 60))


@given(burn_ups(), st.booleans(), SIZES)
def test_it_is_as_large_as_asked(found: BurnUp, tinted: bool, size: tuple[int, int]) -> None:
    drawn = burn_up.draw(found, WIDE, *size, tinted=tinted)
    if found.total <= 0:
        assert drawn == ()
        return
    assert len(drawn) == size[1]
    assert {line_cells(each) for each in drawn} == {size[0]}
    assert max(map(line_cells, burn_up.legend(found, 8, size[0], tinted=tinted))) <= size[0]


@given(burn_ups(), SIZES)
def test_one_stands_in_one_place_and_sees_the_target(found: BurnUp, size: tuple[int, int]) -> None:
    if found.total <= 0:
        return
    text = "\n".join(plot(found, *size))
    assert text.count("◉") == 1
    has_target = any(each.is_target for each in found.flags)
    is_far = has_target and found.flags[-1].reach.even > TODAY + timedelta(days=200)
    assert is_far <= text.count("★") <= has_target


@given(burn_ups(reached=False), SIZES)
def test_the_cone_opens_from_today_to_the_far_end(found: BurnUp, size: tuple[int, int]) -> None:
    rows = plot(found, *size)
    now = next(row.index("◉") for row in rows if "◉" in row)
    if not found.weeks:
        assert "░" not in "".join(rows)
        return
    assert all(row.index("░") > now for row in rows if "░" in row)
    written = (any(each.isalnum() or each in "★⚑" for each in row) for row in rows)
    bare = [row for row, is_written in zip(rows, written, strict=True) if "░" in row and not is_written]
    for upper, lower in pairwise(bare):
        assert upper.rindex("░") >= lower.rindex("░")
        assert upper.index("░") >= lower.index("░")


@given(burn_ups(), SIZES)
def test_the_work_done_never_falls_and_ends_today(found: BurnUp, size: tuple[int, int]) -> None:
    if found.total <= 0:
        return
    rows = plot(found, *size)
    now = next(row.index("◉") for row in rows if "◉" in row)
    width = max(map(len, rows))  # a name at the end of a row ends in a blank, which is not kept
    columns = zip(*(row.ljust(width) for row in rows), strict=True)
    heights = [sum(max(0, BARS.find(each)) for each in column) for column in columns]
    assert heights[:now] == sorted(heights[:now])
    assert not any(heights[now + 1 :])
    assert found.done > 0 or not any(heights)


def forecast(weeks: int = 12) -> BurnUp:
    points = ((TODAY - timedelta(weeks=20), 0.0), (TODAY, 100.0))
    ahead = tuple(
        Reach(
            100.0 + 50 * each,
            TODAY + timedelta(weeks=10 * each),
            TODAY + timedelta(weeks=(15 if weeks else 10) * each),
        )
        for each in (1, 2, 3, 4)
    )
    return BurnUp(
        points, ahead, (Flag("near", ahead[1], is_target=False), Flag("far", ahead[3], is_target=True)), weeks
    )


def test_a_third_of_the_work_is_a_third_of_the_height() -> None:
    rows = plot(forecast(), 86, 17)
    assert rows[0].lstrip("─ ").startswith("Unicorn ML engineer")
    assert [index for index, row in enumerate(rows) if "◉" in row] == [10]
    assert [row.index("⚑") for row in rows if "⚑" in row] == [40]
    assert "ML Engineer ~Apr 2027" in "".join(rows)
    beside = [plain(each).partition("│")[0].strip() for each in burn_up.draw(forecast(), ROLES, 86, 17)[:-2]]
    assert [each for each in beside if each] == ["300 h", "200 h", "100 h", "0"]


def test_the_plan_says_that_it_is_no_forecast() -> None:
    plan = as_text(burn_up.legend(forecast(weeks=0), 8, 200))
    assert "the plan, 8 h every week" in plan
    assert "four weeks of logged hours make it a forecast" in plan
    judged = as_text(burn_up.legend(forecast(), 8, 200))
    assert "judged by 12 weeks" in judged
    assert "plan" not in judged


def test_it_begins_with_the_whole_and_comes_nearer() -> None:
    near = as_text(burn_up.draw(forecast().to_next_flag(), ROLES, 80, 14))
    assert "200 h│" in near
    assert "★" not in near
    assert "⚑" in near


@pytest.mark.parametrize("size", [(burn_up.LEAST_WIDTH - 1, 20), (80, burn_up.LEAST_HEIGHT - 1)])
def test_where_there_is_no_room_nothing_is_drawn(size: tuple[int, int]) -> None:
    assert burn_up.draw(forecast(), ROLES, *size) == ()
