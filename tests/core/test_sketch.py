"""What shows on a resource as soon as it is marked is what will be shown of it."""

from typing import get_args

import pytest

from planner.core.marking import Mark
from planner.core.sketch import sketch
from planner.session import Session
from tui.scenes import day_92


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return day_92(tmp_path_factory.mktemp("sketch") / "p.toml")


@pytest.mark.parametrize("mark", get_args(Mark))
def test_a_mark_shows_at_once_as_it_will(session: Session, mark: Mark) -> None:
    for resource in session.catalogue.listed:
        after = session.mark([resource.id], mark)
        seen = sketch(session.standing, after.profile, resource)
        if mark != "todo":
            assert seen.state_of(resource) == after.standing.state_of(resource)
        assert (resource.id in seen.ground.held) == (resource.id in after.standing.ground.held)
        assert (resource.id in seen.ground.skipped) == (resource.id in after.standing.ground.skipped)


def test_it_is_no_longer_done_where_the_mark_is_taken_back(session: Session) -> None:
    for resource in session.catalogue.listed:
        done = session.mark([resource.id], "done")
        seen = sketch(done.standing, done.mark([resource.id], "todo").profile, resource)
        assert seen.state_of(resource) in ("todo", "ready", "locked", "presumed")


def test_the_rest_is_as_it_was_and_nothing_is_weighed_anew(session: Session) -> None:
    before = session.standing
    resource = next(each for each in session.catalogue.listed if before.state_of(each) == "ready")
    numbers = before.skill, before.evidence, before.bills, before.steps
    seen = sketch(before, session.mark([resource.id], "done").profile, resource)
    assert (seen.skill, seen.evidence, seen.bills, seen.steps) == numbers
    assert resource.id not in before.ground.held
