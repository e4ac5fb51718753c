import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.presentation.chart import draw, drawing
from planner.presentation.chart_figure import WHOLE, Chart, Landmark, Scale, zoomed
from planner.presentation.chart_labels import place_labels
from planner.presentation.lines import cells, line_cells, plain

ROLES = (
    Landmark("Software Engineer", "SWE", (5, 75)),
    Landmark("Data Engineer", "Data Eng", (24, 75)),
    Landmark("ML Engineer", "ML Eng", (54, 63), "⚑"),
    Landmark("Data Scientist", "Data Sci", (55, 26)),
    Landmark("ML Researcher", "Researcher", (91, 23)),
    Landmark("Unicorn ML engineer", "Unicorn", (68, 80), "★"),
)
points = st.tuples(st.floats(0, 100), st.floats(0, 100))
sizes = st.tuples(st.integers(28, 200), st.integers(12, 60))
titles = st.text(st.characters(codec="ascii", categories=["Lu", "Ll"]), min_size=3, max_size=20)
landmarks = st.lists(
    st.builds(lambda title, at: Landmark(title, title[:8], at), titles, points),
    max_size=20,
    unique_by=lambda each: each.at,
)


@given(landmarks, points, sizes, st.booleans())
def test_every_drawing_has_exactly_its_size(
    more: list[Landmark], you: tuple[float, float], size: tuple[int, int], tinted: bool
) -> None:
    lines = draw(Chart([*ROLES, *more], you, [(60, 70)], (68, 80)), *size, tinted=tinted)
    assert len(lines) == size[1]
    assert all(line_cells(each) == size[0] for each in lines)


@given(landmarks, points, sizes)
def test_labels_neither_collide_nor_clip_nor_hide_the_marker(
    more: list[Landmark], you: tuple[float, float], size: tuple[int, int]
) -> None:
    scale = Scale(size[0] - 4, size[1] - 3, WHOLE)
    shown = [*ROLES, *more]
    names = [(each.title, each.short, each.sign) for each in shown]
    middles = [scale.cell(each.at) for each in shown]
    marker = scale.cell(you)
    taken = {marker}
    for label in place_labels(names, middles, scale.reach, (scale.rows, scale.columns), [marker]):
        covered = {(label.row, label.column + offset) for offset in range(cells(label.text))}
        assert not covered & taken
        assert all(0 <= row < scale.rows and 0 <= column < scale.columns for row, column in covered)
        taken |= covered


@pytest.mark.parametrize("size", [(44, 15), (48, 17), (76, 32), (120, 50)])
def test_all_six_titles_are_named_at_every_usual_size(size: tuple[int, int]) -> None:
    text = "\n".join(plain(each) for each in draw(Chart(ROLES, (30, 40)), *size, tinted=False))
    for role in ROLES:
        assert role.short in text or role.title.split()[0] in text, (role.title, text)
    assert text.count("◉") == text.count("★") == text.count("⚑") == 1
    assert "software engineering" in text
    assert "machine learning" in text


@given(points)
def test_the_marker_is_drawn_over_everything(you: tuple[float, float]) -> None:
    lines = draw(Chart(ROLES, you, [(60, 70), (68, 80)], (68, 80)), 76, 32)
    assert sum(text.count("◉") for each in lines for text, _ in each) == 1


def test_blobs_are_whole_and_as_wide_as_the_essay_draws_them() -> None:
    lines = draw(Chart([Landmark("x", "x", (50, 50))], (0, 0)), 116, 109, tinted=False)
    rows = [plain(each) for each in lines if "░" in plain(each)]
    assert 22 <= len(rows) <= 26
    widest = max(row.count("░") for row in rows)
    assert 22 <= widest <= 26


@given(points, points)
def test_a_zoom_shows_both_ends(one: tuple[float, float], other: tuple[float, float]) -> None:
    window = zoomed(one, other)
    for ml, software in (one, other):
        assert window.left <= ml <= window.right
        assert window.bottom <= software <= window.top
    assert window.left >= WHOLE.left
    assert window.top <= WHOLE.top


def test_there_is_no_chart_without_room() -> None:
    assert [plain(each) for each in draw(Chart(ROLES, (0, 0)), 10, 3)] == ["", "", ""]


def test_half_a_row_moves_the_light_around_the_marker() -> None:
    scale = Scale(72, 29, WHOLE)
    height = (WHOLE.top - WHOLE.bottom) / scale.rows
    middle = WHOLE.top - height * 10.25
    upper, lower = (draw(Chart((), (50, middle - down)), 76, 32) for down in (0.0, height / 2))
    assert [plain(each) for each in upper if "◉" in plain(each)] == [
        plain(each) for each in lower if "◉" in plain(each)
    ]
    assert upper != lower


def test_the_trail_leads_to_the_marker_with_its_months() -> None:
    trail = [((54, 20), "Sep"), ((54, 24), "Oct"), ((54, 28), "Nov")]
    text = "\n".join(plain(each) for each in draw(Chart((), (55, 33), trail=trail), 76, 32, tinted=False))
    assert text.count("∙") == 3
    assert text.index("◉") < text.index("∙ Nov") < text.index("∙ Oct") < text.index("∙ Sep")


@given(points, points, sizes, st.lists(st.tuples(points, st.sampled_from(["Sep", "Oct"])), max_size=24))
def test_neither_trail_nor_ghost_writes_over_names_or_marker(
    you: tuple[float, float],
    ghost: tuple[float, float],
    size: tuple[int, int],
    trail: list[tuple[tuple[float, float], str]],
) -> None:
    bare = draw(Chart(ROLES, you), *size, tinted=False)
    full = draw(Chart(ROLES, you, trail=trail), *size, tinted=False)
    for before, after in zip(bare, full, strict=True):
        for was, now in zip(plain(before), plain(after), strict=False):
            assert was in (" ", "░") or now == was
    with_ghost = drawing(Chart(ROLES, you), *size, tinted=False).with_ghost(ghost)
    written = [
        (style, after[column])
        for line, after in zip(bare, map(plain, with_ghost), strict=True)
        for column, (was, style) in enumerate((each, style) for text, style in line for each in text)
        if style in ("label", "star", "flag") and after[column] != was
    ]
    assert not written
    assert sum(before != after for before, after in zip(bare, with_ghost, strict=True)) <= 1
    chart = Chart(ROLES, you, trail=trail, evidence=ghost)
    marked = drawing(chart, *size, tinted=False).with_ghost(ghost)
    assert sum(plain(each).count("◉") for each in marked) == 1
