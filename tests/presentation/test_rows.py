from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import AT, as_text, bundled, profile_of
from planner.core.marking import Answers, set_up
from planner.core.profile import Entry, Key
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.core.tonight import suggest
from planner.presentation import map_panel, map_sections, path_rows, reports, resource_detail, tonight_rows
from planner.presentation.figures import about, hours, moved
from planner.presentation.lines import line_cells, plain

TODAY = date(2026, 11, 23)


def _standing(*done: str) -> Standing:
    profile = profile_of(*done)
    entries = set_up(bundled(), profile, Answers("data-scientist", 8, "finance-fraud"))
    return Standing(
        bundled(), profile.with_entries({key: {**each, "at": ""} for key, each in entries.items()}), TODAY
    )


STANDING = _standing("cs50-sql")


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 26), "26 Nov"),
        (date(2027, 1, 17), "17 Jan 2027"),
        (date(2027, 3, 1), "~Mar 2027"),
        (date(2028, 12, 1), "~late 2028"),
        (date(2029, 2, 1), "~early 2029"),
    ],
)
def test_a_date_is_as_precise_as_anyone_can_mean_it(day: date, shown: str) -> None:
    assert about(day, TODAY) == shown


def test_hours_and_moves_in_words() -> None:
    assert [hours(each) for each in (4.23, 4.0, 1156.4, 15.5)] == ["4 h", "4 h", "1,156 h", "16 h"]
    assert hours(2.5) == "2.5 h"
    assert moved(Position(0.2, 3.1, 0)) == "sw +3.1 ml +0.2"
    assert moved(Position(0.01, 0, 0)) == "±0"


@given(st.integers(24, 60), st.integers(6, 60))
def test_the_panel_fits_where_it_stands(width: int, height: int) -> None:
    lines = map_panel.draw(STANDING, width, height)
    assert len(lines) <= height
    assert all(line_cells(each) == width for each in lines)


def test_the_panel_names_all_three_numbers_and_both_flags() -> None:
    text = as_text(map_panel.draw(STANDING, 30, 17))
    for words in ("software", "ml", "domain", "⚑ ML Eng", "★ Unicorn", "done", "claimed", "to go"):
        assert words in text


def test_the_path_has_a_line_for_every_item_and_knows_which() -> None:
    drawn, ids = path_rows.draw(STANDING, 80), path_rows.rows(STANDING)
    assert len(drawn) == len(ids)
    for spans, row in zip(drawn, ids, strict=True):
        if row.kind == "item":
            assert bundled().resources[row.id or ""].title[:10] in plain(spans)


def test_details_explain_a_price_of_nothing() -> None:
    done_all_study = _standing(*(each.id for each in bundled().resources.values() if each.practice < 1))
    fresh = next(
        each for each in bundled().resources.values() if each.practice == 1 and each.kind == "exercise"
    )
    assert fresh.title[:8] in as_text(resource_detail.draw(done_all_study, fresh, 200))
    free = Standing(bundled(), profile_of(claims=dict.fromkeys(bundled().competencies, 100.0)), TODAY)
    assert "It moves nothing" in as_text(resource_detail.draw(free, bundled().resources["ddia"], 60))


@given(st.integers(24, 100))
def test_details_fit_and_the_link_is_whole(width: int) -> None:
    ddia = bundled().resources["ddia"]
    lines = resource_detail.draw(STANDING, ddia, width)
    assert all(line_cells(each) <= width for each in lines)
    assert ddia.url in "".join(plain(each) for each in lines)


def test_why_adds_up_as_printed() -> None:
    for name in ("software", "ml", "domain", "databases", "finance-fraud"):
        lines = reports.why(STANDING, name, 90)
        assert lines is not None
        head, *shares = (plain(each).split()[-1] for each in lines)
        if shares and shares[0] != "here":
            assert round(sum(map(float, shares)), 1) == pytest.approx(float(head))
    assert reports.why(STANDING, "nothing", 90) is None


def test_tonight_says_so_when_there_is_nothing_left() -> None:
    there = Standing(bundled(), profile_of(*bundled().resources, settings={"domain": "finance-fraud"}), TODAY)
    assert "You are there" in as_text(tonight_rows.draw(there, 80, 4)) or there.path.steps
    stuck = Standing(
        bundled(), profile_of(progress={each: {"status": "skipped"} for each in bundled().resources}), TODAY
    )
    assert "skipped" in as_text(tonight_rows.draw(stuck, 80, 4))
    assert "short of it" in as_text(path_rows.draw(stuck, 80))


@pytest.mark.parametrize(
    ("entry", "minutes", "shown"),
    [
        ({"status": "doing", "parts": 12}, 0, "part 13 of 13"),
        ({"status": "doing", "parts": 13}, 0, "all 13 parts: done?"),
        ({"status": "doing", "parts": 12}, 90 * 60, "part 13 of 13"),
    ],
)
def test_tonight_says_when_nothing_is_missing_but_the_check_mark(
    entry: Mapping[str, object], minutes: int, shown: str
) -> None:
    profile = profile_of(progress={"ddia": entry}, minutes={"ddia": minutes}, settings={"hours_per_week": 8})
    first = as_text(tonight_rows.draw(Standing(bundled(), profile, TODAY), 120, 1))
    assert shown in first


def test_tonight_asks_whether_what_has_no_parts_is_done_once_its_hours_are_full() -> None:
    name = next(
        each.id
        for each in bundled().resources.values()
        if not each.parts and not each.requires and each.kind == "course"
    )
    full = round(bundled().resources[name].hours * 60)
    for minutes, asks in ((full // 2, False), (full, True)):
        profile = profile_of(progress={name: {"status": "doing"}}, minutes={name: minutes})
        first = as_text(tonight_rows.draw(Standing(bundled(), profile, TODAY), 120, 1))
        assert ("all its hours: done?" in first) is asks


@pytest.mark.parametrize("last", [0, 1, 2])
def test_tonight_goes_on_with_what_was_studied_last(last: int) -> None:
    begun = [step.id for step in STANDING.path.steps[:3]]
    entries: dict[Key, Entry] = {("progress", name): {"status": "doing", "at": AT} for name in begun}
    entries[("sessions", "one")] = {
        "resource": begun[last], "minutes": 30, "day": TODAY, "at": "2026-11-24T19:00:00.000Z-0000-testtest",
    }  # fmt: skip
    standing = Standing(bundled(), STANDING.profile.with_entries(entries), TODAY)
    assert suggest(standing)[0].resource.id == begun[last]


def test_what_was_begun_and_not_finished_is_gone_on_with() -> None:
    first = STANDING.path.steps[0].id
    for progress, said in (({}, "begin with"), ({first: {"status": "doing", "parts": 1}}, "go on with")):
        profile = profile_of(progress=progress, settings={"hours_per_week": 8})
        text = plain(map_sections.last(Standing(bundled(), profile, TODAY), 80))
        assert f"Nothing checked off yet: {said} what is highlighted." in text
