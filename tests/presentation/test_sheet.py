from hypothesis import given
from hypothesis import strategies as st

from planner.presentation.sheet import Sheet, SheetLine, Target, target_line

NAMES = "abcdefghij"


def _target(name: str) -> Target:
    return Target("resource", name)


def _line(*names: str) -> SheetLine:
    """Return a line with these targets side by side, each two cells wide."""
    spots = tuple((range(3 * place, 3 * place + 2), _target(name)) for place, name in enumerate(names))
    return SheetLine(((" " * 30, ""),), spots)


SHEETS = st.lists(st.lists(st.sampled_from(NAMES), max_size=4, unique=True), max_size=8).map(
    lambda rows: Sheet(tuple(_line(*row) for row in rows))
)


def test_one_goes_down_to_the_nearest_and_sideways_to_the_next() -> None:
    sheet = Sheet((_line("a", "b"), SheetLine(()), _line("c", "d", "e"), _line("f")))
    a, b, d, e, f = map(_target, "abdef")
    assert sheet.below(b, 1) == d
    assert sheet.below(e, 1) == f
    assert sheet.below(f, -1) == _target("c")
    assert sheet.below(a, -1) is None
    assert sheet.beside(a, 1) == b
    assert sheet.beside(a, -1) is None
    assert sheet.beside(d, 1) == e


def test_a_target_on_two_lines_is_gone_to_once_and_clicked_on_both() -> None:
    sheet = Sheet((_line("a"), _line("a"), _line("b")))
    assert sheet.below(_target("a"), 1) == _target("b")
    assert sheet.at(0, 0) == sheet.at(1, 1) == _target("a")
    assert sheet.rows_of(_target("a")) == (0, 1)
    assert sheet.at(0, 2) is None
    assert sheet.at(-1, 0) is None
    assert sheet.at(3, 0) is None


@given(SHEETS)
def test_down_and_down_again_reaches_the_last_line_with_a_target(sheet: Sheet) -> None:
    targets = list(sheet.targets)
    if not targets:
        return
    here, passed = targets[0], 0
    while (other := sheet.below(here, 1)) is not None:
        assert sheet.targets[other][0] > sheet.targets[here][0]
        here, passed = other, passed + 1
    assert sheet.targets[here][0] == max(row for row, _ in sheet.targets.values())


@given(SHEETS)
def test_right_and_left_again_leads_back(sheet: Sheet) -> None:
    for target in sheet.targets:
        other = sheet.beside(target, 1)
        if other is not None:
            assert sheet.beside(other, -1) == target


def test_a_line_that_is_a_target_begins_where_it_is_said() -> None:
    line = target_line((("  title", ""),), _target("a"), 2)
    assert line.spots == ((range(2, 7), _target("a")),)
