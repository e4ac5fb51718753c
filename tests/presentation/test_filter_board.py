from hypothesis import given
from hypothesis import strategies as st

from builders import bundled
from planner.core.curriculum import AREAS, KINDS
from planner.core.states import STATES
from planner.presentation import filter_board
from planner.presentation.filter_board import every_choice
from planner.presentation.lines import line_cells, plain
from planner.presentation.selection import Selection
from standings import data_scientist, selected

STANDING = data_scientist("cs50-sql")
FOUND = bundled().index.find("")


def _text(selection: Selection, width: int = 72) -> str:
    sheet = filter_board.sheet(STANDING, selection, FOUND, width)
    return "\n".join(plain(each.line) for each in sheet.lines)


def test_there_is_a_choice_for_every_value_and_a_letter_of_its_own() -> None:
    choices = every_choice()
    assert {each.value for each in choices if each.group == "areas"} == set(AREAS)
    assert {each.value for each in choices if each.group == "states"} == set(STATES)
    assert {each.value for each in choices if each.group == "kinds"} == set(KINDS)
    letters = [each.letter for each in choices]
    assert len(set(letters)) == len(letters)
    assert not set("hjklq0") & set(letters)
    for each in choices:
        assert each.letter.lower() in each.label or each.letter in "123$", each


@given(st.integers(54, 200), st.sets(st.sampled_from(KINDS)), st.booleans())
def test_the_board_fits_and_every_choice_is_on_it(width: int, kinds: set[str], ready: bool) -> None:
    selection = selected(kinds=tuple(kinds), ready=ready)
    sheet = filter_board.sheet(STANDING, selection, FOUND, width)
    assert all(line_cells(each.line) <= width for each in sheet.lines)
    assert set(sheet.targets) == {each.target for each in every_choice()}
    for each in sheet.lines:
        for columns, target in each.spots:
            letter = next(one.letter for one in every_choice() if one.target == target)
            assert plain(each.line)[columns.start] == letter


def test_counts_are_live_and_what_is_set_is_marked_without_colour() -> None:
    assert "107" in next(each for each in _text(Selection()).splitlines() if "▢ book " in each)
    narrowed = _text(selected(levels=(3,)))
    assert "▣ deepens" in narrowed
    books = len(selected(levels=(3,), kinds=("book",)).of(STANDING))
    row = next(each for each in narrowed.splitlines() if " book " in each)
    assert row.split()[-1] == str(books)


def test_it_says_how_many_are_left_and_that_nothing_is() -> None:
    assert plain(filter_board.outcome(STANDING, selected(kinds=("book",)), FOUND)) == "107 of 387 fit"
    nothing = selected(kinds=("video",), costs=("paid",), levels=(1,))
    assert "nothing of 387 fits" in plain(filter_board.outcome(STANDING, nothing, FOUND))
