from hypothesis import given
from hypothesis import strategies as st

from builders import bundled
from planner.core.states import STATES
from planner.presentation import curriculum_rows
from planner.presentation.curriculum_rows import FlatRows, Row
from planner.presentation.lines import line_cells, plain
from standings import data_scientist, waiting_for_another

STANDING = data_scientist(
    "cs50-sql",
    progress={"ddia": {"status": "doing", "parts": 3}, "cs50-sql": {"status": "skipped"}},
)
CATALOGUE = bundled()
TREE = curriculum_rows.tree(CATALOGUE, "finance-fraud", ())
FLAT = FlatRows(CATALOGUE, range(len(CATALOGUE.listed)))
DDIA = Row("resource", "ddia")


@given(
    st.integers(40, 200),
    st.one_of(st.sampled_from(TREE), st.sampled_from(FLAT)),
    st.booleans(),
    st.sampled_from(((), ("data",), ("design", "systems"))),
)
def test_every_row_is_as_wide_as_it_should_be(
    width: int, row: Row, is_chosen: bool, terms: tuple[str, ...]
) -> None:
    drawn = curriculum_rows.draw(STANDING, row, width, is_chosen=is_chosen, terms=terms)
    assert line_cells(drawn) == width


def test_the_tree_has_every_resource_once_and_the_chosen_domain_first() -> None:
    assert sorted(row.id for row in TREE if row.kind == "resource") == sorted(CATALOGUE.resources)
    domains = [row.id for row in TREE if row.id in {each.id for each in CATALOGUE.domains}]
    assert domains[0] == "finance-fraud"


def test_folded_headings_hide_what_stands_under_them_also_where_the_rest_is_narrowed_down() -> None:
    assert "ddia" not in [row.id for row in curriculum_rows.tree(CATALOGUE, None, {"software"})]
    assert "ddia" not in [row.id for row in curriculum_rows.tree(CATALOGUE, None, {"distributed-systems"})]
    kept = curriculum_rows.tree(CATALOGUE, None, (), [CATALOGUE.resources["ddia"]])
    assert [row.id for row in kept] == ["software", "distributed-systems", "ddia"]
    folded = curriculum_rows.tree(CATALOGUE, None, {"distributed-systems"}, [CATALOGUE.resources["ddia"]])
    assert [row.id for row in folded] == ["software", "distributed-systems"]


def test_flat_rows_are_found_and_sliced_like_any_others() -> None:
    rows = FlatRows(CATALOGUE, (5, 3, 8))
    assert len(rows) == 3
    assert [row.id for row in rows[1:]] == [rows[1].id, rows[2].id]
    assert rows.find(Row("resource", CATALOGUE.listed[3].id)) == 1
    assert rows.find(DDIA) is None
    assert rows.find(Row("area", "software")) is None
    assert rows[0].is_same(Row("resource", rows[0].id))


def test_a_heading_says_how_many_are_done_and_how_much_of_it_is_claimed() -> None:
    row = data_scientist("cs50-sql", "sqlbolt")
    drawn = curriculum_rows.draw(row, Row("competency", "databases"), 80)
    assert "2/10 ✓" in plain(drawn)
    assert {style for text, style in drawn if set(text) & set("▓▒░")} == {"done", "claimed", "to-go"}
    weightless = next(each.id for each in CATALOGUE.domains if each.id != "finance-fraud")
    assert "not your domain" in plain(curriculum_rows.draw(row, Row("competency", weightless), 80))


def test_a_row_says_more_where_there_is_room() -> None:
    flat = Row("resource", "ddia", is_flat=True)
    narrow, wide = (plain(curriculum_rows.draw(STANDING, flat, width)) for width in (60, 150))
    assert "Distributed systems" not in narrow
    assert "Distributed systems and system" in wide
    assert "book     paid     level 2" in wide
    assert "3/13" in narrow


def test_only_the_letters_that_were_searched_for_stand_out() -> None:
    drawn = curriculum_rows.draw(STANDING, DDIA, 100, terms=("data", "inten"))
    assert [text for text, style in drawn if style == "match"] == ["Data", "Inten"]
    plain_row = curriculum_rows.draw(STANDING, DDIA, 100)
    assert plain(drawn) == plain(plain_row)
    inside = curriculum_rows.draw(STANDING, DDIA, 100, terms=("signing",))
    assert [text for text, style in inside if style == "match"] == ["signing"]


def test_a_selected_row_is_marked_without_colour() -> None:
    chosen = plain(curriculum_rows.draw(STANDING, DDIA, 80, is_chosen=True))
    assert chosen.startswith("▌")
    assert chosen[1:] == plain(curriculum_rows.draw(STANDING, DDIA, 80))[1:]


def test_what_is_done_has_no_price_and_what_waits_for_something_skipped_says_so() -> None:
    waiting, first = waiting_for_another()
    skipped = data_scientist("twelve-factor", progress={first: {"status": "skipped"}})
    rows = {
        each: plain(curriculum_rows.draw(skipped, Row("resource", each), 80))
        for each in (waiting, "twelve-factor")
    }
    assert rows[waiting].endswith("blocked")
    assert rows["twelve-factor"].endswith(" h")


def test_states_are_sets_that_share_nothing_and_hold_everything() -> None:
    sets = [STANDING.states.get(state, 0) for state in STATES]
    assert sum(each.bit_count() for each in sets) == len(CATALOGUE.listed)
    for place, resource in enumerate(CATALOGUE.listed):
        assert STANDING.states[STANDING.state_of(resource)] >> place & 1


@given(
    st.frozensets(st.sampled_from(["software", "ml", "databases", "testing"])),
    st.none() | st.frozensets(st.integers(0, len(CATALOGUE.listed) - 1), max_size=30),
)
def test_every_row_of_a_tree_is_found_where_it_stands(
    folded: frozenset[str], places: frozenset[int] | None
) -> None:
    kept = None if places is None else [CATALOGUE.listed[each] for each in sorted(places)]
    rows = curriculum_rows.tree(CATALOGUE, None, folded, kept)
    assert [rows.find(each) for each in rows] == list(range(len(rows)))
    assert list(rows[1:]) == list(rows)[1:]
    assert rows.find(Row("resource", "nobody-knows")) is None
