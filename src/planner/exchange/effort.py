"""Hours out of what course lists say of duration and effort: weeks times hours a week."""

import re

from msgspec import Struct

_AMOUNT = r"(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|—|to)\s*(\d+(?:[.,]\d+)?))?"
_SPAN = re.compile(rf"{_AMOUNT}\s*(hour|hr|h|day|week|wk|month|mo|year|yr)s?\b", re.IGNORECASE)
_A_WEEK = re.compile(r"(?:/|per|a|each|every)\s*(?:week|wk)", re.IGNORECASE)
_WEEKS = {"day": 1 / 7, "week": 1.0, "wk": 1.0, "month": 52 / 12, "mo": 52 / 12, "year": 52.0, "yr": 52.0}


class Span(Struct, frozen=True):
    """An amount of time as someone wrote it, from a least to a most."""

    least: float
    most: float

    @property
    def middle(self) -> float:
        """The middle of the two."""
        return (self.least + self.most) / 2


def weeks(text: str) -> Span | None:
    """Return a duration in weeks; a month has 52 / 12 of them. None where none is said."""
    match = _SPAN.search(text)
    unit = _WEEKS.get(match[3].lower()) if match else None
    return _span(match, unit) if match and unit else None


def hours(text: str) -> Span | None:
    """Return an amount of hours, whatever they are counted by; None where none is said."""
    match = _SPAN.search(text)
    is_hours = match is not None and match[3].lower() in ("hour", "hr", "h")
    return _span(match, 1.0) if match and is_hours else None


def total_hours(duration: str, effort: str) -> float | None:
    """Return weeks times hours a week, the middle of each where a range is said; or hours said outright."""
    said, length = hours(effort), weeks(duration)
    if said and _A_WEEK.search(effort):
        return said.middle * length.middle if length else None
    whole = said or hours(duration)
    return whole.middle if whole else None


def _span(match: re.Match[str], unit: float) -> Span | None:
    least = float(match[1].replace(",", "."))
    most = float((match[2] or match[1]).replace(",", "."))
    return Span(least * unit, most * unit) if 0 < least <= most else None
