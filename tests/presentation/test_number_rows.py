from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import as_text, bundled, profile_of
from planner.core.leverage import STEP, counting, leverage, path_hours, with_claims
from planner.core.marking import Answers, set_up
from planner.core.standing import Standing
from planner.presentation import number_rows, presumed_rows
from planner.presentation.lines import line_cells

TODAY = date(2026, 11, 23)


def _standing() -> Standing:
    entries = set_up(bundled(), profile_of(), Answers("data-scientist", 8, "finance-fraud"))
    return Standing(bundled(), profile_of("cs50-sql").with_entries(entries), TODAY)


STANDING = _standing()
SAVES = leverage(bundled(), STANDING.profile)


def _claiming(**claims: float) -> Standing:
    return Standing(bundled(), with_claims(STANDING.profile, claims), TODAY)


def test_every_number_that_counts_has_a_row_under_its_area() -> None:
    names = number_rows.names(STANDING)
    assert [each for each in names if each in ("software", "ml", "domain")] == ["software", "ml", "domain"]
    assert set(counting(bundled(), STANDING.profile)) < set(names)
    assert len(names) == len(set(names))
    assert "healthcare-biology" not in names


def test_what_saves_most_comes_first() -> None:
    names = number_rows.names(STANDING, SAVES)
    saved = [SAVES.get(each, 0.0) for each in names]
    assert saved == sorted(saved, reverse=True)
    assert saved[0] > 0


def test_what_a_claim_saves_is_the_difference_of_two_paths() -> None:
    most = number_rows.names(STANDING, SAVES)[0]
    claim = min(100.0, STANDING.profile.claims.get(most, 0.0) + STEP)
    without = path_hours(bundled(), STANDING.profile)
    assert SAVES[most] == without - path_hours(bundled(), with_claims(STANDING.profile, {most: claim}))


@given(st.integers(24, 120))
def test_rows_fit_where_they_stand(width: int) -> None:
    for name in number_rows.names(STANDING):
        assert line_cells(number_rows.draw(STANDING, name, width)) == max(width, 19)
    for name in number_rows.names(STANDING, SAVES):
        assert line_cells(number_rows.draw(STANDING, name, width, 12.0)) == max(width, 27)
    for name in presumed_rows.presumed(STANDING):
        assert line_cells(presumed_rows.draw(STANDING, name, width, overruled=False)) <= max(width, 38)


def test_a_claim_shows_what_it_would_do() -> None:
    bolder = _claiming(programming=80)
    text = as_text(number_rows.detail(bolder, STANDING, "programming", 60))
    assert "claim 80  was 60" in text
    assert "sw +" in text
    assert "shorter" in text
    assert "more presumed known" in text
    assert "claimed: Programming" in text


def test_a_claim_taken_back_shows_what_it_costs() -> None:
    humbler = _claiming(programming=0)
    text = as_text(number_rows.detail(humbler, STANDING, "programming", 60))
    assert "longer" in text
    assert "fewer presumed known" in text


def test_what_is_presumed_says_which_claim_it_follows_from() -> None:
    found = presumed_rows.presumed(STANDING)
    assert set(found) == STANDING.ground.presumed
    text = as_text([presumed_rows.draw(STANDING, "practical-python", 120, overruled=False)])
    assert "you claim 60, 50 is enough" in text
    assert "into the path" in as_text([presumed_rows.draw(STANDING, "practical-python", 120, overruled=True)])
