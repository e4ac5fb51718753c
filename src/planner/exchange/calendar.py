"""The path as an iCalendar file: an all-day event per week, which says what it is for.

Source: RFC 5545.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from planner.core.history import WEEK, monday_of
from planner.core.learning_path import Step
from planner.core.standing import Standing
from planner.core.text import clean

_LINE_BYTES = 75
_DAY = timedelta(days=1)


def calendar(standing: Standing, now: datetime) -> str:
    """Return the weeks of the path as events, written at `now` (an aware time).

    An event's UID is made of the profile and the week, so a later file replaces the events of this one.
    """
    events = [line for monday in _mondays(standing) for line in _event(standing, monday, now)]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//unicorn-planner//planner//EN", "CALSCALE:GREGORIAN"]
    lines = [*head, "X-WR-CALNAME:planner", *events, "END:VCALENDAR"]
    return "".join(f"{_folded(each)}\r\n" for each in lines)


def _mondays(standing: Standing) -> Iterator[date]:
    """Go through the weeks from the first day of the path to its last."""
    spans = standing.spans.values()
    if spans:
        monday, last = monday_of(min(each.start for each in spans)), max(each.finish for each in spans)
        while monday <= last:
            yield monday
            if date.max - monday < WEEK:
                return
            monday += WEEK


def _event(standing: Standing, monday: date, now: datetime) -> list[str]:
    sunday = monday + WEEK - _DAY if date.max - monday >= WEEK else date.max
    steps = [each for each in standing.path.steps if _touches(standing, each, monday, sunday)]
    if not steps:
        return []
    first = max(monday, min(standing.spans[each.id].start for each in steps))
    last = min(sunday, max(standing.spans[each.id].finish for each in steps))
    resources = [standing.catalogue.resources[each.id] for each in steps]
    described = (_described(standing, each) for each in steps)
    url = next((each.url for each in resources if each.url), "")
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(standing, monday)}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{min(last, date.max - _DAY) + _DAY:%Y%m%d}",
        f"SUMMARY:{_text(', '.join(each.title for each in resources))}",
        f"DESCRIPTION:{_text(chr(10).join(described))}",
        *([f"URL:{clean(url, 2048)}"] if url else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _touches(standing: Standing, step: Step, monday: date, sunday: date) -> bool:
    span = standing.spans[step.id]
    return span.start <= sunday and span.finish >= monday


def _described(standing: Standing, step: Step) -> str:
    resource, span = standing.catalogue.resources[step.id], standing.spans[step.id]
    dates = f"{span.start.isoformat()} to {span.finish.isoformat()}"
    return " · ".join(filter(None, (resource.title, f"{step.hours:g} h", dates, resource.url)))


def _uid(standing: Standing, monday: date) -> str:
    whose = hashlib.sha256(standing.profile.profile_id.encode()).hexdigest()[:16]
    return f"{monday.isoformat()}-{whose}@planner"


def _text(text: str) -> str:
    """Return a text as a value: cleaned, what has a meaning escaped."""
    bare = clean(text, 8000, newlines=True)
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        bare = bare.replace(plain, written)
    return bare


def _folded(line: str) -> str:
    """Return a line broken after at most 75 bytes, never inside a character."""
    pieces, piece, room = [], "", _LINE_BYTES
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LINE_BYTES - 1
        piece += character
        room -= size
    return "\r\n ".join([*pieces, piece])
