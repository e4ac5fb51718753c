from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.core.text import clean
from planner.presentation.lines import (
    cells,
    crop,
    fit,
    fit_line,
    fit_right,
    line,
    line_cells,
    wrap,
)

words = st.text(st.characters(codec="utf-8"), max_size=30).map(clean)


@given(words, st.integers(0, 40))
def test_what_is_fitted_fits(text: str, width: int) -> None:
    assert cells(fit(text, width)) == width
    assert cells(fit_right(text, width)) == width
    assert cells(crop(text, width)) <= width
    assert line_cells(fit_line(line(text, (text, "dim")), width)) == width


@given(st.text(st.sampled_from("aé機械\u0301ö│▓★◉⚑ ")))
def test_cells_are_counted_as_the_screens_count_them(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(words, st.integers(1, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_what_never_fits(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(each) <= width for each in lines)
    if all(cells(word) <= width for word in text.split()):
        assert " ".join(lines).split() == text.split()
