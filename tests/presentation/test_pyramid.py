import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.presentation.lines import line_cells
from planner.presentation.pyramid import FILLS, Level, draw

levels = st.floats(0, 100).flatmap(lambda done: st.builds(Level, st.just(done), st.floats(0, 100 - done)))
GLYPHS = "".join(glyph for glyph, _ in FILLS)


def _cells(rows: int, level: Level) -> dict[str, int]:
    full = {"software": level, "ml": level, "domain": level}
    counts = dict.fromkeys(GLYPHS, 0)
    for line in draw(full, rows):  # type: ignore[arg-type]
        for text, _ in line:
            for glyph in GLYPHS:
                counts[glyph] += text.count(glyph)
    return counts


@given(levels, st.integers(5, 20))
def test_it_is_filled_to_the_level(level: Level, rows: int) -> None:
    counts = _cells(rows, level)
    total = sum(counts.values())
    assert counts["▓"] == pytest.approx(total * level.done / 100, abs=1.51)
    assert counts["▓"] + counts["▒"] == pytest.approx(total * (level.done + level.claimed) / 100, abs=1.51)


@pytest.mark.parametrize("rows", range(6, 21))
def test_it_has_the_essays_proportions(rows: int) -> None:
    empty, full = Level(0, 0), Level(100, 0)
    base = draw({"software": full, "ml": empty, "domain": empty}, rows)
    filled = sum(text.count("▓") for line in base for text, _ in line)
    inside = filled + sum(text.count("░") for line in base for text, _ in line)
    assert filled / inside == pytest.approx(0.73, abs=0.08)


@given(levels, st.integers(5, 20))
def test_it_is_a_triangle(level: Level, rows: int) -> None:
    lines = draw({"software": level, "ml": level, "domain": level}, rows)
    assert len(lines) == rows
    assert [line_cells(line) for line in lines] == [rows + 2 + row for row in range(rows)]
