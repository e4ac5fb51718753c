from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import as_text, resource
from planner.core.profile import Stretch
from planner.core.timer import Timer
from planner.presentation.lines import line_cells, plain
from planner.presentation.time_page import MOST, PRESETS, TimePage
from planner.presentation.time_rows import day_words, draw
from planner.presentation.timer_bar import in_bar

NOW = datetime(2026, 11, 23, 20, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
BOOK = resource("ddia", {"databases": 10}, hours=60, formerly=("ddia-1e",))
STRETCHES = (Stretch("ddia", 90, date(2026, 11, 22), "b"), Stretch("ddia", 60, date(2025, 12, 31), "a"))
PAGE = TimePage(NOW, resource=BOOK, stretches=STRETCHES)


def running(minutes: int, name: str = "ddia") -> TimePage:
    return replace(PAGE, timer=Timer(name, NOW - timedelta(minutes=minutes), "s"), timer_title=name.title())


def acts(page: TimePage) -> list[str]:
    return [each.act for each in page.offers]


def shown(page: TimePage, width: int = 60, height: int = 20) -> str:
    return as_text(draw(page, width, height)[0])


def test_enter_starts_where_nothing_runs_and_stops_where_something_does() -> None:
    assert acts(PAGE) == ["start", "log", "correct", "correct"]
    assert PAGE.chosen.act == "start"
    assert acts(running(42)) == ["stop", "forget", "log", "correct", "correct"]
    stop = running(42).chosen
    assert (stop.act, stop.minutes, stop.day) == ("stop", 42, TODAY)


def test_digits_replace_the_minutes_measured() -> None:
    page = running(42).with_digit("3").with_digit("5")
    assert (page.chosen.act, page.chosen.minutes) == ("stop", 35)
    assert page.erased().chosen.minutes == 3
    assert page.erased().erased().chosen.minutes == 42


@pytest.mark.parametrize("minutes", PRESETS.values())
def test_typing_and_presets_and_days_lead_from_start_to_log(minutes: int) -> None:
    for page in (PAGE.with_minutes(minutes), PAGE.with_minutes(minutes).stepped(-1)):
        assert (page.chosen.act, page.chosen.minutes) == ("log", minutes)
    assert PAGE.stepped(-2).chosen.day == TODAY - timedelta(days=2)
    assert PAGE.with_digit("7").chosen.minutes == 7


def test_no_day_to_come_and_no_more_than_a_day_of_minutes() -> None:
    assert PAGE.stepped(-1).stepped(5).chosen.day == TODAY
    page = PAGE
    for digit in "0099999":
        page = page.with_digit(digit)
    assert page.chosen.minutes == 999
    assert MOST == 1440
    assert PAGE.with_digit("1").with_digit("4").with_digit("4").with_digit("0").chosen.minutes == 1440


def test_another_choice_forgets_what_was_typed() -> None:
    page = PAGE.with_minutes(45).stepped(-1).moved(1)
    assert (page.chosen.act, page.chosen.minutes, page.typed) == ("correct", 90, "")
    assert PAGE.moved(-3) == PAGE
    assert PAGE.moved(99).cursor == 3


def test_a_timer_that_was_forgotten_asks_how_long_it_was() -> None:
    page = running(15 * 60)
    assert page.chosen.minutes is None
    assert page.objection == "Type how many minutes it really was."
    assert "How long was it really? …" in shown(page)
    assert page.with_minutes(90).objection == ""
    assert page.chosen.day == TODAY


def test_a_stretch_is_corrected_only_by_something_else() -> None:
    page = PAGE.pointed(2)
    assert "x takes it away" in page.objection
    assert page.with_minutes(90).objection
    assert page.with_minutes(80).objection == ""
    assert page.stepped(-1).objection == ""
    assert page.stepped(-1).chosen.stretch == "b"


def test_a_timer_elsewhere_offers_to_switch() -> None:
    page = replace(running(42, "git"), timer_title="Git")
    assert page.is_elsewhere
    assert acts(page) == ["stop", "forget", "switch", "log", "correct", "correct"]
    assert "Log the 42 min above, and start here" in shown(page)
    assert shown(page).index("Stop, and log 42") < shown(page).index("Ddia") < shown(page).index("start here")
    assert not replace(page, timer=Timer("ddia-1e", NOW, "s")).is_elsewhere
    forgotten = running(20 * 60, "git").pointed(2)
    assert forgotten.objection.startswith("First stop the timer")


def test_less_than_a_minute_is_said_not_to_count() -> None:
    page = running(0)
    assert acts(page)[:2] == ["stop", "log"]
    assert "less than a minute" in shown(page)


def test_with_nothing_highlighted_the_timer_can_be_stopped() -> None:
    page = TimePage(NOW, timer=Timer("gone", NOW - timedelta(minutes=5), "s"), timer_title="gone")
    assert acts(page) == ["stop", "forget"]
    assert page.stepped(-1).chosen.act == "stop"
    assert "0:05 gone" in shown(page)


def test_time_goes_on_while_the_dialog_is_open() -> None:
    page = running(42).at(NOW + timedelta(minutes=3))
    assert page.chosen.minutes == 45


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 16), "Mon 16 Nov"),
        (date(2025, 11, 16), "Sun 16 Nov 2025"),
    ],
)
def test_days_are_said_as_people_say_them(day: date, words: str) -> None:
    assert day_words(day, TODAY) == words


pages = st.sampled_from(
    [PAGE, running(0), running(42), running(42, "git"), running(999), running(9999, "git")]
)


@given(pages, st.integers(-2, 9), st.integers(1, 130), st.integers(1, 40))
def test_every_offer_is_drawn_at_any_size_and_every_line_fits(
    page: TimePage, by: int, width: int, height: int
) -> None:
    page = page.moved(by)
    lines, rows = draw(page, width, height)
    assert len(lines) == len(rows)
    assert page.cursor in rows
    assert all(line_cells(each) <= width for each, row in zip(lines, rows, strict=True) if row is not None)


@given(st.integers(0, 60), st.sampled_from([0, 42, 700, 6000]))
def test_the_timer_fits_into_the_bar_or_shows_its_time_alone(room: int, minutes: int) -> None:
    timer = Timer("ddia", NOW - timedelta(minutes=minutes), "s")
    drawn = in_bar(timer, "Designing Data-Intensive Applications", NOW, room)
    assert f"▶ {minutes // 60}:{minutes % 60:02}" in plain(drawn)
    assert line_cells(drawn) <= max(room, len(plain(in_bar(timer, "", NOW, 0))) + 2)


def test_the_bar_names_what_the_timer_runs_for() -> None:
    assert plain(in_bar(Timer("d", NOW, "s"), "[x] Designing\x1b", NOW, 40)) == "▶ 0:00 [x] Designing\ufffd"
