from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import bundled, profile_of
from planner.core.history import Spent
from planner.core.software_first import SoftwareFirst
from planner.core.standing import Standing

TODAY = date(2026, 11, 26)
HOURS = st.integers(0, 8000).map(lambda quarters: quarters / 4)


@given(HOURS, HOURS, HOURS, HOURS)
def test_what_is_owed_makes_it_half(software: float, ml: float, domain: float, other: float) -> None:
    rule = SoftwareFirst(63, 30, Spent(software, ml, domain, other), is_left=True)
    assert rule.is_kept == (rule.owed == 0.0)
    more = SoftwareFirst(63, 30, Spent(software + rule.owed, ml, domain, other), is_left=True)
    assert more.owed == pytest.approx(0, abs=1e-6)
    if rule.owed > 0:
        assert more.share == pytest.approx(0.5)


@pytest.mark.parametrize(("software", "is_left"), [(63, True), (70, True), (30, False)])
def test_above_its_level_or_without_software_left_it_asks_for_nothing(
    software: float, *, is_left: bool
) -> None:
    rule = SoftwareFirst(63, software, Spent(ml=100), is_left=is_left)
    assert not rule.holds
    assert rule.is_kept


def test_the_level_is_the_targets_own_where_that_is_lower() -> None:
    for target, level in (("unicorn-mle", 63), ("ml-engineer", 63), ("data-scientist", 26)):
        profile = profile_of(settings={"target": target, "via": "none"})
        rule = Standing(bundled(), profile, TODAY).software_first
        assert rule is not None
        assert (rule.level, rule.is_left) == (level, True)
