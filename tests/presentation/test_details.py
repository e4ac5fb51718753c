from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import as_text, bundled, resource
from planner.core.curriculum import AREAS
from planner.presentation import heading_detail, meters, resource_detail
from planner.presentation.lines import Line, line_cells, plain
from planner.presentation.sheet import Sheet, SheetLine, Target
from standings import data_scientist, waiting_for_another

CATALOGUE = bundled()
STANDING = data_scientist(
    "cs50-sql",
    progress={"ddia": {"status": "doing", "parts": 2, "started": date(2026, 11, 17)}},
    stretches=[("ddia", 90, date(2026, 11, 20)), ("ddia", 45, date(2026, 11, 22))],
)


def _text(sheet: Sheet) -> str:
    return as_text(each.line for each in sheet.lines)


def _of(resource_id: str, width: int = 60) -> Sheet:
    return resource_detail.sheet(STANDING, CATALOGUE.resources[resource_id], width)


@given(st.integers(24, 120), st.sampled_from(CATALOGUE.listed))
def test_details_of_a_resource_fit_and_every_spot_is_on_its_line(width: int, each: object) -> None:
    sheet = resource_detail.sheet(STANDING, each, width)  # type: ignore[arg-type]
    _fits(sheet, width)


@given(st.integers(24, 120), st.sampled_from(sorted(CATALOGUE.competencies)))
def test_details_of_a_competency_fit(width: int, each: str) -> None:
    _fits(heading_detail.competency(STANDING, each, width), width)


@given(st.integers(24, 120), st.sampled_from(AREAS))
def test_details_of_an_area_fit(width: int, each: str) -> None:
    _fits(heading_detail.area(STANDING, each, width), width)


def _fits(sheet: Sheet, width: int) -> None:
    for each in sheet.lines:
        assert line_cells(each.line) <= width
        assert all(columns.stop <= line_cells(each.line) for columns, _ in each.spots)


def test_parts_dates_and_hours_are_said() -> None:
    text = _text(_of("ddia"))
    assert "▸ doing since 17 Nov" in text
    assert "▣▣▢▢▢ ▢▢▢▢▢ ▢▢▢  2 of 13" in text
    assert "2.2 h logged, last 22 Nov" in text
    done = data_scientist(progress={"ddia": {"status": "done", "finished": date(2026, 11, 20)}})
    text = _text(resource_detail.sheet(done, CATALOGUE.resources["ddia"], 60))
    assert "✓ done on 20 Nov" in text
    assert "13 of 13" in text


def test_what_is_on_the_path_says_when() -> None:
    step = next(iter(STANDING.steps))
    assert "planned " in _text(_of(step))
    off = next(each for each in CATALOGUE.resources if each not in STANDING.steps)
    assert "planned " not in _text(_of(off))


def test_one_can_go_to_what_it_needs_opens_and_shares_its_ground_with() -> None:
    ddia = CATALOGUE.resources["ddia"]
    targets = set(_of("ddia").targets)
    assert {Target("resource", each) for each in ddia.requires} <= targets
    assert Target("resource", CATALOGUE.opens["ddia"][0]) in targets
    assert Target("link", "ddia") in targets
    first, second, *_ = next(iter(CATALOGUE.choices.values()))
    assert Target("resource", second) in _of(first).targets
    assert "on the same ground" in _text(_of(first))


def test_what_is_met_is_counted_and_where_to_begin_is_said() -> None:
    assert "needs, 1 of 1 met" in _text(_of("ddia"))
    waiting, first = waiting_for_another()
    needed = CATALOGUE.resources[waiting].requires
    there = sum(each in STANDING.ground.met for each in needed)
    assert f"needs, {there} of {len(needed)} met" in _text(_of(waiting))
    assert Target("resource", first) in _of(waiting).targets
    deep = next(
        each
        for each in CATALOGUE.listed
        if each.requires and not {*STANDING.missing(each)[:1]} <= {*each.requires}
    )
    assert "begin with" in _text(_of(deep.id))
    assert Target("resource", STANDING.missing(deep)[0]) in _of(deep.id).targets


@given(st.integers(1, 300), st.integers(0, 300), st.integers(6, 90))
def test_boxes_go_up_to_the_last_part_and_never_beyond(parts: int, ticked: int, width: int) -> None:
    lines = meters.boxes(resource("r", {}, parts=parts), min(parts, ticked), width)
    numbers = [int(target.value) for each in lines for _, target in each.spots]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] == parts
    assert len(lines) <= 3
    assert all(line_cells(each.line) <= width for each in lines)
    if len(numbers) == parts:
        assert _ticked(lines) == min(parts, ticked)


def _ticked(lines: list[SheetLine]) -> int:
    return "".join(plain(each.line) for each in lines).count("▣")


@given(st.floats(0, 100), st.floats(0, 100), st.integers(1, 60))
def test_a_bar_in_three_parts_has_its_width_and_never_more_than_is_there(
    done: float, more: float, width: int
) -> None:
    claimed = min(more, 100 - done)
    bar: Line = meters.split_bar(done, claimed, width)
    assert line_cells(bar) == width
    full = sum(len(text) for text, style in bar if style in ("done", "claimed"))
    assert abs(full - width * (done + claimed) / 100) <= 0.5 + 1e-9


def test_a_competency_says_its_weight_floor_claim_and_what_moves_it_most() -> None:
    text = _text(heading_detail.competency(STANDING, "databases", 60))
    for words in (
        "Databases and SQL",
        "% of software engineering",
        "done here",
        "claimed",
        "ML Engineer asks for",
    ):
        assert words in text
    assert f"1 of {len(CATALOGUE.taught_by['databases'])} resources done" in text
    offered = heading_detail.competency(STANDING, "databases", 60).targets
    assert len(offered) == 5
    assert all(CATALOGUE.resources[each.id].main_competency == "databases" for each in offered)


@pytest.mark.parametrize(("name", "said"), [("climate-energy", "not the domain that you chose")])
def test_what_has_no_weight_says_so(name: str, said: str) -> None:
    assert said in _text(heading_detail.competency(STANDING, name, 60))


def test_an_area_leads_to_its_competencies() -> None:
    inside = [each.id for each in CATALOGUE.competencies.values() if each.area == "ml"]
    assert [each.id for each in heading_detail.area(STANDING, "ml", 60).targets] == inside
    assert "✓ ML Engineer asks for 54" in _text(heading_detail.area(STANDING, "ml", 60))
    assert "to go" in _text(heading_detail.area(STANDING, "software", 60))
