"""How the time dialog looks, and the timer in the bar on top."""

from collections.abc import Sequence
from datetime import date, datetime

from planner.core.curriculum import Resource
from planner.core.text import clean
from planner.core.timer import Timer
from planner.presentation.figures import clock, hours
from planner.presentation.lines import Line, Span, cells, crop, fit, fit_line, fit_right, line
from planner.presentation.time_page import Offer, TimePage

_MINUTES = "{minutes}"
"""Where the minutes stand in what an offer says."""


Row = tuple[Line, int | None]
"""A line of the dialog, and which offer it is, if it is one."""


def draw(page: TimePage, width: int, height: int) -> tuple[tuple[Line, ...], Sequence[int | None]]:
    """Return the dialog's lines, and which offer each of them is; stretches scroll with the cursor."""
    acts = [index for index, each in enumerate(page.offers) if each.act != "correct"]
    first = sum(page.offers[index].act in ("stop", "forget") for index in acts) if page.is_elsewhere else 0
    rows: list[Row] = [(each, None) for each in _running(page, width)]
    rows += [(_row(page, index, width), index) for index in acts[:first]]
    rows += [(each, None) for each in ([()] if first else []) + _about(page, width)]
    rows += [(_row(page, index, width), index) for index in acts[first:]]
    rows += _stretches(page, range(len(acts), len(page.offers)), width, height - len(rows) - 2)
    return tuple(each for each, _ in rows), [index for _, index in rows]


def _stretches(page: TimePage, indexes: range, width: int, room: int) -> list[Row]:
    """Return what was logged, as much of it as there is room for, the chosen stretch among it."""
    if not indexes:
        return []
    room = max(1, room)
    first = max(0, min(len(indexes) - room, page.cursor - indexes[0] - room // 2))
    amount = "1 stretch" if len(indexes) == 1 else f"{len(indexes)} stretches"
    head: list[Row] = [((), None), (line((f"Logged in {amount}", "dim")), None)]
    return [*head, *((_row(page, index, width), index) for index in indexes[first : first + room])]


def begun(timer: Timer, now: datetime) -> str:
    """Return since when a timer runs: `since 19:18, today`."""
    since = timer.since.astimezone(now.tzinfo)
    return f"since {since:%H:%M}, {day_words(since.date(), now.date())}"


def day_words(day: date, today: date) -> str:
    """Return a day as people say it: `today`, `yesterday`, `Mon 16 Nov`."""
    said = {0: "today", 1: "yesterday"}.get((today - day).days)
    return said or f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")


def _running(page: TimePage, width: int) -> list[Line]:
    if page.timer is None:
        return []
    here = "" if page.is_elsewhere or page.resource is None else f" · {_spent(page, page.resource)}"
    time = f"▶ {clock(page.timer.minutes(page.now))} "
    title = crop(clean(page.timer_title), width - cells(time))
    return [line((f"{time}{title}", "you")), line((f"{begun(page.timer, page.now)}{here}", "dim")), ()]


def _about(page: TimePage, width: int) -> list[Line]:
    """Return what is known of the resource, unless the line of the timer has said it."""
    if page.resource is None or (page.timer and not page.is_elsewhere):
        return []
    title = line((crop(clean(page.resource.title), width), "strong"))
    return [title, line((_spent(page, page.resource), "dim")), ()]


def _spent(page: TimePage, resource: Resource) -> str:
    minutes = sum(each.minutes for each in page.stretches)
    return f"{hours(minutes / 60)} logged of {hours(resource.hours)}"


def _row(page: TimePage, index: int, width: int) -> Line:
    """Return an offer; of the chosen one the minutes are marked as something that can be changed."""
    if index != page.cursor:
        offer = page.offers[index]
        said = _said(page, offer).replace(_MINUTES, _amount(offer))
        return fit_line(line(f"  {said}"), width)
    before, minutes, after = _said(page, page.chosen).partition(_MINUTES)
    typed = f"{_amount(page.chosen)}▏" if page.typed else _amount(page.chosen)
    amount: Span = (typed if minutes else "", "key")
    return fit_line(line(("▸ ", "key"), before, amount, after), width)


def _amount(offer: Offer) -> str:
    minutes = "…" if offer.minutes is None else str(offer.minutes)
    return fit_right(minutes, 4) if offer.act == "correct" else minutes


def _said(page: TimePage, offer: Offer) -> str:
    day = day_words(offer.day, page.today) if offer.day else ""
    said = {
        "start": "Start the timer",
        "stop": f"Stop, and log {_MINUTES} min {day}",
        "forget": "Stop, and log nothing",
        "switch": f"Log the {offer.minutes} min above, and start here",
        "log": f"Log {_MINUTES} min {day}",
        "correct": f"{fit(day, 12)} {_MINUTES} min",
    }
    if offer.act == "stop" and offer.minutes == 0:
        return "Stop; less than a minute is not logged"
    if offer.act == "switch" and not offer.minutes:
        return "Stop above, and start here"
    if offer.act == "stop" and page.timer and page.timer.is_forgotten(page.now):
        return f"Stop. How long was it really? {_MINUTES} min {day}"
    return said[offer.act]
