from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import as_text, bundled, catalogue_of, competency, profile_of, resource
from planner.core.adopted import planned
from planner.core.conditions import Conditions, conditions_of, written
from planner.core.curriculum import Role
from planner.core.marking import Answers, set_up
from planner.core.own_order import Refusal
from planner.core.standing import Standing
from planner.presentation import (
    difference_rows,
    move_words,
    path_item,
    path_rows,
    path_timeline,
    week_rows,
    what_if_choices,
    what_if_rows,
)
from planner.presentation.lines import Line, line_cells, plain

TODAY = date(2026, 11, 23)
widths = st.integers(40, 200)


@cache
def _standing(hours: float = 8) -> Standing:
    """Return how a data scientist stands who is doing one thing, and is away over the holidays."""
    profile = profile_of()
    answers = Answers("data-scientist", hours, "finance-fraud")
    profile = profile.with_entries(set_up(bundled(), profile, answers))
    path = Standing(bundled(), profile, TODAY).path
    return Standing(
        bundled(),
        profile.with_entries(
            {
                ("plan", "adopted"): planned(bundled(), profile, path, TODAY),
                ("progress", "ddia"): {"status": "doing", "parts": 2},
                ("pauses", "holidays"): {"from": date(2026, 12, 21), "to": date(2027, 1, 3)},
            }
        ),
        TODAY,
    )


@cache
def _other() -> Standing:
    changes = {
        ("settings", "domain"): {"value": "climate-energy"},
        ("settings", "target"): {"value": "data-engineer"},
    }
    return Standing(bundled(), _standing().profile.with_entries(changes), TODAY)


@cache
def _stuck() -> Standing:
    """Return how someone stands who skipped what the target calls essential for."""
    skipped = {("progress", each): {"status": "skipped"} for each in list(bundled().resources)[:200]}
    return Standing(bundled(), _standing().profile.with_entries(skipped), TODAY)


def _widest(lines: tuple[Line, ...]) -> int:
    return max((line_cells(each) for each in lines), default=0)


@settings(max_examples=30)
@given(
    widths, st.sampled_from([3.0, 8.0, 40.0]), st.integers(0, 120), st.integers(1, 60), st.integers(0, 10**4)
)
def test_no_row_of_the_path_is_wider_than_the_list(
    width: int, hours: float, top: int, height: int, cursor: int
) -> None:
    standing = _standing(hours)
    rows, spans = path_rows.rows(standing), standing.spans
    assert _widest(path_rows.draw(standing, width)) <= width
    if width < path_timeline.LEAST_WIDTH:
        return
    top = min(top, len(rows) - 1)
    visible = range(top, min(top + height, len(rows)))
    axis = path_timeline.axis_for(standing, rows, spans, width, (visible, cursor % len(rows)))
    drawn = [path_timeline.draw(standing, row, spans, width, axis) for row in rows]
    assert _widest((*drawn, path_timeline.head(axis, width))) <= width
    room = path_rows.room_beside_strip(width).width
    strips = {
        row.id: _halves(each, room) for row, each in zip(rows, drawn, strict=True) if row.kind == "item"
    }
    bars = [halves for halves in strips.values() if halves]
    assert all(before[0] <= after[0] and before[-1] <= after[-1] for before, after in pairwise(bars))
    chosen = rows[cursor % len(rows)]
    if cursor % len(rows) in visible and chosen.kind == "item":
        assert strips[chosen.id]


def _halves(drawn: Line, left: int) -> list[int]:
    """Return which halves of cells of a row's strip are covered by its bar."""
    text = "".join(each for each, _ in drawn)[left:]
    pairs = [(character in "━╸", character in "━╺") for character in text]
    return [2 * place + half for place, pair in enumerate(pairs) for half in (0, 1) if pair[half]]


@settings(max_examples=20)
@given(widths, st.sampled_from([3.0, 8.0, 40.0]))
def test_no_row_of_the_weeks_is_wider_than_the_list(width: int, hours: float) -> None:
    assert _widest(week_rows.draw(_standing(hours), width)) <= width


def test_the_weeks_hold_every_item_with_its_parts_flags_and_time_off() -> None:
    standing = _standing()
    rows = week_rows.rows(standing, standing.weeks)
    slots = [row for row in rows if row.kind == "slot"]
    assert list(dict.fromkeys(row.id for row in slots)) == list(standing.steps)
    assert [row.id for row in slots if row.is_first] == list(standing.steps)
    assert [row.id for row in slots if row.is_last] == list(standing.steps)
    flags = [row for row in rows if row.kind == "flag"]
    assert len(flags) == sum(len(each) for each in standing.milestones.values())
    text = as_text(week_rows.draw(standing, 80))
    assert "23 Nov   8 h  ▸ Designing Data-Intensive Application…   parts 3–4    8 h" in text
    assert "21 Dec  away until 3 Jan 2027" in text
    starts = [row.week for row in slots]
    assert starts == sorted(starts)


@pytest.mark.parametrize(("studied", "words"), [(0.1, "5 min"), (0.5, "30 min"), (1, "1 h"), (7.6, "7.6 h")])
def test_less_than_an_hour_is_said_in_minutes(studied: float, words: str) -> None:
    assert week_rows.amount(studied) == words


@settings(max_examples=30)
@given(widths, st.sampled_from(sorted(_standing().steps)))
def test_no_line_about_an_item_is_too_wide(width: int, item: str) -> None:
    lines = path_item.draw(_standing(), item, width)
    assert _widest(lines) <= width
    assert len(lines) <= 7
    assert bundled().resources[item].title[: width - 1] in as_text(lines)


@settings(max_examples=40)
@given(widths, st.integers(3, 40), st.booleans(), st.sampled_from(["other", "stuck", "same"]))
def test_a_difference_fits_where_it_stands(width: int, height: int, looking: bool, which: str) -> None:
    other = {"other": _other, "stuck": _stuck, "same": _standing}[which]()
    lines = what_if_rows.draw(_standing(), other, width, height, looking=looking)
    assert _widest(lines) <= width
    assert len(lines) <= height
    assert _widest(difference_rows.draw(_standing(), other, width)[1:]) <= width


def test_a_difference_says_hours_dates_numbers_and_what_comes_and_goes() -> None:
    text = as_text(what_if_rows.draw(_standing(), _other(), 80, 40))
    assert f"{_other().path.hours:,.0f} h" in text
    assert "Data Engineer" in text
    assert "  + " in text
    assert "  − " in text
    assert "looking" in as_text(what_if_rows.draw(_standing(), _other(), 80, 40, looking=True))
    stuck = as_text(what_if_rows.draw(_standing(), _stuck(), 80, 40))
    assert "would not lead to the target any more" in stuck
    assert " of 80.0" in stuck or "it needs" in stuck or "can be taken" in stuck


wanted = st.builds(
    Conditions,
    hours_per_week=st.sampled_from([3, 8, 12, 100]),
    target=st.sampled_from(sorted(bundled().roles)),
    via=st.sampled_from([*sorted(bundled().roles), "none"]),
    domain=st.sampled_from([each.id for each in bundled().domains]),
    free_only=st.booleans(),
    away=st.lists(st.tuples(st.integers(0, 45), st.integers(1, 6)), max_size=2).map(
        lambda pairs: tuple(
            (TODAY + timedelta(weeks=start), TODAY + timedelta(days=7 * (start + length) - 1))
            for start, length in pairs
        )
    ),
)


@settings(max_examples=40)
@given(wanted, widths, st.data())
def test_every_condition_can_be_stepped_through_and_back(
    conditions: Conditions, width: int, data: st.DataObject
) -> None:
    choices = what_if_choices.choices(_standing(), conditions)
    assert _widest(tuple(what_if_choices.draw(each, width) for each in choices)) <= max(width, 78)
    for place, choice in enumerate(choices):
        further = choice.step(1)
        row = what_if_choices.choices(_standing(), further)[place]
        if further != choice.values[choice.place]:
            assert row.step(-1) == choice.values[choice.place]
    number = data.draw(st.integers(0, len(choices) - 1))
    drawn = "".join(text for text, _ in what_if_choices.draw(choices[number], 120))
    assert what_if_choices.arrow_at(choices[number], drawn.index("◂")) == -1
    assert what_if_choices.arrow_at(choices[number], drawn.index("▸")) == 1
    assert what_if_choices.arrow_at(choices[number], 0) == 0


def test_what_is_different_is_said_in_a_few_words() -> None:
    now = conditions_of(bundled(), _standing().profile, TODAY)
    assert what_if_choices.summary(_standing(), now) == "nothing is different"
    other = replace(now, hours_per_week=12, free_only=True, away=())
    assert what_if_choices.summary(_standing(), other) == "12 h a week, free only yes, not away"
    back = replace(now, away=((TODAY, TODAY + timedelta(days=6)),))
    assert what_if_choices.summary(_standing(), back) == "away today – 29 Nov"
    assert not written(_standing().profile, now, now)


def test_a_target_that_is_reached_is_said_with_what_it_stands_on() -> None:
    catalogue = catalogue_of(
        competency("a"), Role("goal", "Goal", ml=0, software=30), resource("some", {"a": 60}, 5, practice=1.0)
    )
    for profile, words in (
        (profile_of("some", settings={"target": "goal"}), "all of it done here"),
        (profile_of(claims={"a": 40}, settings={"target": "goal"}), "100% of it claimed"),
    ):
        text = as_text(path_rows.draw(Standing(catalogue, profile, TODAY), 80))
        assert text.startswith("★ You are there: Goal.")
        assert words in text
    nothing = Standing(catalogue_of(competency("a")), profile_of(), TODAY)
    assert as_text(path_rows.draw(nothing, 80)) == "No curriculum has a role to aim at."


def test_a_refused_move_names_what_stands_in_its_way() -> None:
    standing = _standing()
    one, other = list(standing.steps)[:2]
    title = bundled().resources[other].title

    def said(why: str, by: int = -1) -> str:
        return move_words.refused(standing, one, by, Refusal(why, other))  # type: ignore[arg-type]

    assert said("needs") == f"It stays: it needs {title} first."
    assert said("needed", 1) == f"It stays: {title} needs it first."
    assert title in said("doing")
    assert said("edge") == "It is the first of its leg."
    assert said("edge", 1) == "It is the last of its leg."


def test_the_head_names_the_columns() -> None:
    standing = _standing()
    rows = path_rows.rows(standing)
    axis = path_timeline.axis_for(standing, rows, standing.spans, 120, (range(30), 2))
    assert plain(path_timeline.head(axis, 120)).split()[:6] == ["to", "do", "hours", "moves", "then", "done"]
