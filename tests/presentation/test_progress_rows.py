from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import as_text, bundled, profile_of
from planner.core.standing import Standing
from planner.presentation import progress_rows
from planner.presentation.lines import line_cells

TODAY = date(2026, 11, 26)
STUDIED = st.lists(
    st.tuples(
        st.sampled_from(["ddia", "islp", "gone", "pro-git"]),
        st.integers(1, 900),
        st.integers(0, 400).map(lambda back: TODAY - timedelta(days=back)),
    ),
    max_size=20,
)


def standing(**more: object) -> Standing:
    return Standing(bundled(), profile_of(**more), TODAY)  # type: ignore[arg-type]


@given(STUDIED, st.integers(60, 160))
def test_no_line_is_wider_than_asked(studied: list[tuple[str, int, date]], width: int) -> None:
    drawn = progress_rows.draw(standing(stretches=studied), width)
    assert max(line_cells(each) for each in drawn) <= width


def test_a_bar_is_as_long_as_the_week_was_full() -> None:
    full, half = ("ddia", 16 * 60, TODAY - timedelta(weeks=1)), ("islp", 8 * 60, TODAY)
    someone = standing(stretches=[full, half], settings={"hours_per_week": 8})
    rows = as_text(progress_rows.by_week(someone.history.last_weeks(3), 8, 80)).splitlines()
    assert rows[1].endswith("–")
    assert (rows[2].count("█"), rows[3].count("▓")) == (48, 24)
    assert rows[3].endswith("8.0 h")


def test_the_year_has_a_cell_per_day_and_none_for_days_to_come() -> None:
    someone = standing(stretches=[("ddia", 30, TODAY), ("ddia", 300, TODAY - timedelta(days=1))])
    months, *days = as_text(progress_rows.year(someone.history, 80)).splitlines()
    assert months.endswith("Nov")
    assert [len(each) for each in days] == [58, 58, 58, 58, 57, 57, 57]
    assert (days[3][-1], days[2][-1], days[0][-1]) == ("░", "█", "·")


def test_what_was_finished_is_listed_newest_first() -> None:
    done = {
        each: {"status": "done", "finished": day}
        for each, day in (("ddia", date(2026, 10, 1)), ("islp", date(2026, 11, 1)))
    }
    text = as_text(progress_rows.draw(standing(progress=done), 80))
    assert "2 items finished" in text
    assert text.index("2026-11-01") < text.index("2026-10-01")
    assert "no streak just now" in text


@pytest.mark.parametrize("width", [60, 120])
def test_someone_new_is_told_how_to_begin(width: int) -> None:
    assert "planner log" in as_text(progress_rows.draw(standing(), width))
