from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from builders import bundled, catalogue_of, competency, profile_of, resource
from planner.core.curriculum import Role
from planner.core.standing import Standing
from planner.core.text import clean
from planner.exchange.calendar import calendar

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 20, tzinfo=UTC)


def events_of(standing: Standing) -> list[dict[str, Any]]:
    """Return the events of someone's calendar, read by a library of its own."""
    found = Calendar.from_ical(calendar(standing, NOW)).walk("VEVENT")
    names = ("DTSTART", "DTEND")
    return [{**event, **{name: event.decoded(name) for name in names}} for event in found]


def someone(**settings: object) -> Standing:
    return Standing(bundled(), profile_of(settings={"title": "none", **settings}), TODAY)


def test_its_dates_equal_the_path() -> None:
    standing = someone(hours_per_week=8)
    events = events_of(standing)
    starts = [event["DTSTART"] for event in events]
    ends = [event["DTEND"] for event in events]
    assert starts[0] == min(span.start for span in standing.spans.values()) == TODAY
    assert ends[-1] == max(span.finish for span in standing.spans.values()) + timedelta(days=1)
    assert all(one == other for one, other in zip(ends, starts[1:], strict=False))
    assert all(start.weekday() == 0 for start in starts[1:])
    for event in events:
        described = str(event["DESCRIPTION"])
        for step in standing.path.steps:
            span = standing.spans[step.id]
            touches = span.start < event["DTEND"] and span.finish >= event["DTSTART"]
            line = f"{bundled().resources[step.id].title} · {step.hours:g} h · {span.start} to {span.finish}"
            assert (line in described) == touches, step.id


def test_a_later_file_updates_the_events_of_this_one() -> None:
    slow, fast = someone(hours_per_week=8), someone(hours_per_week=16)
    one, other = ({str(each["UID"]): each for each in events_of(each)} for each in (slow, fast))
    assert len(one) == len(events_of(slow))
    assert set(other) < set(one)
    assert all(
        one[uid]["DTSTART"].isocalendar()[:2] == other[uid]["DTSTART"].isocalendar()[:2] for uid in other
    )


@given(st.text(max_size=300))
def test_any_title_comes_back_and_no_line_is_too_long(title: str) -> None:
    named = replace(resource("r", {"c": 80}, url="https://e.org/a,b;c"), title=clean(title))
    role = Role("goal", "Goal", ml=0, software=10, typical={"c": 10})
    standing = Standing(catalogue_of(competency("c", weight=1), named, role), profile_of(), TODAY)
    text = calendar(standing, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
    event = next(iter(Calendar.from_ical(text).walk("VEVENT")))
    assert str(event["SUMMARY"]) == clean(title)
    assert str(event["URL"]) == "https://e.org/a,b;c"


@pytest.mark.parametrize("hours", [0.5, 168])
def test_the_slowest_and_the_fastest_have_a_calendar(hours: float) -> None:
    assert len(events_of(someone(hours_per_week=hours))) >= 10


def test_who_has_nothing_to_do_has_an_empty_calendar() -> None:
    nobody = Standing(catalogue_of(competency("c")), profile_of(), TODAY)
    assert not events_of(nobody)
    assert Calendar.from_ical(calendar(nobody, NOW))["VERSION"] == "2.0"
