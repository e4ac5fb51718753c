import pytest

from builders import catalogue_of, competency, profile_of, resource
from planner.core.credit import credit, evidence, is_held, remaining_hours, touched

BOOK = resource("book", {"a": 20}, hours=10, parts=4)
HOURS = resource("hours", {"a": 20}, hours=10, kind="practice", practice=1.0)


def test_done_is_full_evidence() -> None:
    assert evidence(BOOK, profile_of("book")) == 1.0


def test_known_counts_for_the_position_alone() -> None:
    profile = profile_of(progress={"book": {"known": True}})
    assert (credit(BOOK, profile), evidence(BOOK, profile)) == (1.0, 0.0)


def test_known_stays_known_while_it_is_done_again() -> None:
    profile = profile_of(progress={"book": {"known": True, "status": "doing"}})
    assert credit(BOOK, profile) == 1.0


@pytest.mark.parametrize(
    ("parts", "minutes", "expected"),
    [(1, 0, 0.25), (1, 300, 0.5), (3, 60, 0.75), (4, 0, 0.9), (0, 6000, 0.9)],
)
def test_in_progress_the_larger_of_parts_and_hours_counts(parts: int, minutes: int, expected: float) -> None:
    profile = profile_of(progress={"book": {"status": "doing", "parts": parts}}, minutes={"book": minutes})
    assert evidence(BOOK, profile) == pytest.approx(expected)


def test_skipped_keeps_what_was_done() -> None:
    assert evidence(BOOK, profile_of(progress={"book": {"status": "skipped", "parts": 2}})) == 0.5


def test_practice_is_done_when_its_hours_are_full() -> None:
    assert evidence(HOURS, profile_of(minutes={"hours": 300})) == 0.5
    assert is_held(HOURS, profile_of(minutes={"hours": 600}))
    assert not is_held(BOOK, profile_of(minutes={"book": 600}))


def test_a_former_id_still_counts() -> None:
    renamed = resource("book-2", {"a": 20}, formerly=("book",))
    assert evidence(renamed, profile_of("book")) == 1.0
    assert evidence(renamed, profile_of(minutes={"book": 300})) == 0.5


def test_something_is_left_of_what_is_being_done() -> None:
    doing = profile_of(progress={"book": {"status": "doing"}}, minutes={"book": 6000})
    assert remaining_hours(BOOK, doing) == pytest.approx(1.0)
    assert remaining_hours(BOOK, profile_of("book")) == 0.0
    assert remaining_hours(BOOK, profile_of()) == 10.0


def test_nothing_has_credit_that_the_profile_says_nothing_about() -> None:
    catalogue = catalogue_of(
        competency("a"),
        BOOK,
        HOURS,
        resource("now", {"a": 20}, formerly=("then",)),
        resource("new", {"a": 1}),
    )
    profile = profile_of("then", "gone", progress={"new": {}}, minutes={"hours": 60, "gone": 60})
    assert [each.id for each in touched(catalogue, profile)] == ["hours", "now", "new"]
    assert {each.id for each in catalogue.listed if credit(each, profile)} == {"hours", "now"}
