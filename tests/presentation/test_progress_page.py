from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import ROOT, as_text, profile_of
from planner.core.history import Spent, Week, monday_of
from planner.core.software_first import SoftwareFirst
from planner.core.standing import Standing
from planner.presentation import heatmap, progress_page, week_bars
from planner.presentation.lines import line_cells, plain
from planner.presentation.progress_page import Look
from planner.presentation.progress_rows import rule_in_words
from planner.storage import curricula

TODAY = date(2026, 11, 26)
SMALL = curricula.load(ROOT / "tests" / "data" / "small", None).catalogue
NAMES = ("first-steps", "store-it", "curves", "fit-it")
DAYS = st.integers(0, 250).map(lambda back: TODAY - timedelta(days=back))
STUDIED = st.lists(st.tuples(st.sampled_from((*NAMES, "gone")), st.integers(200, 900), DAYS), max_size=12)
FINISHED = st.dictionaries(st.sampled_from(NAMES), DAYS)
LOOKS = st.builds(Look, st.integers(40, 210), st.integers(10, 70), st.booleans(), st.booleans())
MONDAY = monday_of(TODAY)


def standing(
    studied: list[tuple[str, int, date]], finished: dict[str, date] | None = None, **wanted: object
) -> Standing:
    progress = {name: {"status": "done", "finished": day} for name, day in (finished or {}).items()}
    answers = {"title": "apprentice", "target": "master", "hours_per_week": 8, **wanted}
    return Standing(SMALL, profile_of(settings=answers, stretches=studied, progress=progress), TODAY)


@given(STUDIED, FINISHED, LOOKS)
@settings(max_examples=50)
def test_every_row_is_as_wide_as_it_is_looked_at(
    studied: list[tuple[str, int, date]], finished: dict[str, date], look: Look
) -> None:
    someone = standing(studied, finished)
    page = progress_page.draw(someone, look)
    assert {sum(part.width for part in row) for row in page} == {look.width}
    assert all(line_cells(part.line) <= part.width for row in page for part in row)
    listed = [part.id for row in page for part in row if part.id]
    assert listed == [each.resource.id for each in someone.history.finished[::-1]]
    assert max(map(line_cells, progress_page.text(someone, look.width))) <= look.width


def text_of(someone: Standing, width: int, height: int = 38) -> str:
    page = progress_page.draw(someone, Look(width, height, tinted=False))
    return as_text(tuple(span for part in row for span in (*part.line, ("  ", ""))) for row in page)


@pytest.mark.parametrize("width", [60, 120, 200])
def test_the_page_has_all_of_its_blocks_at_any_width(width: int) -> None:
    text = text_of(standing([("store-it", 300, TODAY)], {"store-it": TODAY}), width)
    for title in ("Hours by week", "Burn-up", "The year", "By area", "Finished"):
        assert text.count(f"─ {title}") == 1
    assert "Store It" in text


def test_wide_blocks_stand_side_by_side() -> None:
    someone = standing([("store-it", 300, TODAY)])
    assert "─ Burn-up" not in text_of(someone, 99).splitlines()[0]
    assert "─ Burn-up" in text_of(someone, 100).splitlines()[0]


@pytest.mark.parametrize("width", [60, 120])
def test_someone_new_is_told_how_to_begin_and_sees_the_plan(width: int) -> None:
    text = text_of(standing([]), width)
    assert "then log time on it" in text
    assert "the plan, 8 h every week" in text
    assert "★" in text
    shell = as_text(progress_page.text(standing([]), width))
    assert "planner log" in shell
    assert "★" in shell


def test_at_the_target_nothing_is_left_to_do() -> None:
    claims = dict.fromkeys(SMALL.competencies, 100.0)
    known = {each: {"known": True} for each in SMALL.resources}
    profile = profile_of(settings={"target": "apprentice", "via": "none"}, claims=claims, progress=known)
    assert "Nothing is left to do" in as_text(progress_page.text(Standing(SMALL, profile, TODAY), 80))


def test_a_path_that_ends_short_says_so() -> None:
    skipped = {each: {"status": "skipped"} for each in ("shelf", "store-it")}
    wanted = {"title": "apprentice", "target": "master", "domain": "pottery"}
    someone = Standing(SMALL, profile_of(settings=wanted, progress=skipped), TODAY)
    assert not someone.path.reached
    shown = progress_page.text(someone, 40)
    assert "It ends short of your target" in as_text(shown)
    assert "★" not in as_text(shown)
    assert max(map(line_cells, shown)) <= 40


SPENT = st.builds(Spent, *[st.integers(0, 40).map(lambda quarters: quarters / 4)] * 4)


@given(st.lists(SPENT, min_size=1, max_size=12), st.sampled_from([2.0, 8.0, 25.5]), st.integers(40, 200))
def test_bars_add_up_and_share_one_scale(spent: list[Spent], planned: float, width: int) -> None:
    weeks = [Week(MONDAY - timedelta(weeks=back), each) for back, each in enumerate(spent)]
    _, *rows, _ = week_bars.draw(weeks, planned, TODAY, width)
    most = max(planned, *(each.hours for each in (*spent, *spent)))
    full = Week(MONDAY, Spent(software=most))
    room = plain(week_bars.draw([full], planned, TODAY, width)[1]).count("█")
    assert room >= 8
    for row, each in zip(rows, spent, strict=True):
        cells = {
            area: sum(len(text) for text, style in row if style == f"area-{area}") for area in each._fields
        }
        assert sum(cells.values()) == round(room * each.hours / most)
        assert all(abs(cells[area] - room * getattr(each, area) / most) <= 1 for area in cells)


def test_a_bar_is_as_long_as_the_week_was_full() -> None:
    weeks = [Week(MONDAY - timedelta(weeks=1), Spent(software=16)), Week(MONDAY, Spent(ml=4)), Week(MONDAY)]
    heading, full, quarter, none, _ = map(plain, week_bars.draw(weeks, 8, TODAY, 64))
    assert heading.endswith("┊ 8 h planned ─")
    assert (full.count("█"), quarter.count("▓")) == (40, 10)
    assert full.startswith("16 Nov")
    assert quarter.startswith("this week")
    assert quarter.index("┊") == none.index("┊") == 10 + 20
    assert none.endswith("–")


def test_the_year_has_a_cell_per_day_and_none_for_days_to_come() -> None:
    someone = standing([("store-it", 30, TODAY), ("store-it", 300, TODAY - timedelta(days=1))])
    _, months, *days = as_text(heatmap.draw(someone.history, 80)).splitlines()
    assert months.endswith("Nov")
    assert [len(each) for each in days] == [58, 58, 58, 58, 57, 57, 57]
    assert (days[3][-1], days[2][-1], days[0][-1]) == ("░", "█", "·")
    _, _, *wide = as_text(heatmap.draw(someone.history, 120)).splitlines()
    assert [len(each) for each in wide] == [5 + 2 * (len(each) - 5) for each in days]


def test_what_was_finished_is_listed_newest_first_with_its_hours() -> None:
    finished = {"store-it": date(2026, 10, 1), "first-steps": date(2025, 11, 1)}
    text = text_of(standing([("store-it", 300, date(2026, 9, 30))], finished), 80)
    assert "2 items" in text
    assert text.index(" ✓  1 Oct       Store It") < text.index(" ✓  1 Nov 2025  First Steps")
    assert "5.0 of 6 h" in text
    assert "no streak just now" in text


def test_percents_add_up() -> None:
    text = text_of(standing([(name, 60, TODAY) for name in ("store-it", "curves", "gone")]), 80)
    shown = [line.split("%")[0].split()[-1] for line in text.splitlines() if "% " in line and " h " in line]
    assert sum(map(int, shown)) == 100


@pytest.mark.parametrize(
    ("software", "spent", "is_left", "said"),
    [
        (30.0, Spent(software=60, ml=40), True, "kept. 60% of your hours are software"),
        (30.0, Spent(software=10, ml=16), True, "not yet. 38% of your hours are software"),
        (30.0, Spent(software=10, ml=16), True, "6.0 h more of it make it half"),
        (30.0, Spent(), True, "half of your hours or more, until software reaches 63 (30 now)"),
        (64.0, Spent(ml=40), True, "done. Software stands at 64"),
        (30.0, Spent(ml=40), False, "done. Your path has no software left"),
    ],
)
def test_the_rule_is_said_plainly(software: float, spent: Spent, is_left: bool, said: str) -> None:
    assert said in rule_in_words(SoftwareFirst(63, software, spent, is_left))
