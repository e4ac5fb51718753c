from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import bundled, catalogue_of, competency, profile_of, resource
from generated import generated
from planner.core.catalogue import Catalogue
from planner.core.profile import Profile
from planner.core.standing import Standing

TODAY = date(2026, 11, 23)
CATALOGUES = [bundled(), generated(120, 3), generated(200, 8)]


def _agree(catalogue: Catalogue, profile: Profile, ids: list[str]) -> None:
    standing = Standing(catalogue, profile, TODAY)
    for each in ids:
        bill, tag = standing.bills.of(each), standing.price_tag(each)
        assert bill.moves == pytest.approx(tag.moves, abs=1e-9)
        assert bill.hours == pytest.approx(tag.hours)
        assert bill.is_blocked == (not standing.ground.skipped.isdisjoint(tag.items))


@settings(max_examples=50)
@given(st.sampled_from(CATALOGUES), st.data())
def test_a_bill_says_what_the_price_tag_says_whatever_was_asked_before(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    ids = list(catalogue.resources)
    states = st.sampled_from(("doing", "done", "skipped"))
    marks = data.draw(st.dictionaries(st.sampled_from(ids), states, max_size=12))
    claims = st.dictionaries(st.sampled_from(list(catalogue.competencies)), st.sampled_from((30, 60, 90)))
    profile = profile_of(
        progress={each: {"status": status} for each, status in marks.items()}, claims=data.draw(claims)
    )
    _agree(catalogue, profile, data.draw(st.permutations(ids)))


def test_every_item_of_a_long_chain_is_priced_on_the_one_before_it() -> None:
    names = [f"r{number:03}" for number in range(300)]
    requires = [(), *((each,) for each in names[:-1])]
    things = [resource(each, {"a": 1}, requires=before) for each, before in zip(names, requires, strict=True)]
    catalogue = catalogue_of(competency("a"), *things)
    _agree(catalogue, profile_of(names[40]), [names[-1], *names])
