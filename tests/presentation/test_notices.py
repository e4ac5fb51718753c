"""What is said in a corner: all of it, within the corner."""

from hypothesis import given
from hypothesis import strategies as st

from planner.presentation.lines import line_cells, plain
from planner.presentation.notices import Notice, draw

notices = st.lists(
    st.builds(Notice, st.text(max_size=200), st.sampled_from(["information", "warning", "error"])), max_size=4
)


@given(notices, st.integers(20, 60), st.integers(0, 40))
def test_nothing_is_wider_or_higher_than_the_corner(said: list[Notice], width: int, height: int) -> None:
    lines = draw(said, width, height)
    assert len(lines) <= height
    assert all(line_cells(each) < width for each in lines)


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=200), st.integers(20, 60))
def test_a_word_of_any_length_is_said_whole(word: str, width: int) -> None:
    lines = draw([Notice(word)], width, 1000)
    assert "".join(plain(each).removeprefix("▌").strip() for each in lines) == word.strip()


def test_each_line_of_a_text_begins_one() -> None:
    lines = draw([Notice("Pro Git: done\nsw +0.5 · u takes it back")], 44, 10)
    assert [plain(each) for each in lines] == ["▌", "▌ Pro Git: done", "▌ sw +0.5 · u takes it back", "▌"]


def test_where_there_is_no_room_for_all_the_newest_are_said() -> None:
    said = [Notice("one"), Notice("two"), Notice("three")]
    assert [plain(each) for each in draw(said, 44, 7)] == ["▌", "▌ two", "▌", "▌", "▌ three", "▌"]
    assert [plain(each) for each in draw(said, 44, 2)] == ["▌", "▌ three"]
