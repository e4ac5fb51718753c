"""What a field of an entry says, whatever someone wrote there."""

from datetime import date, datetime
from typing import Any


def day_in(value: object) -> date | None:
    """Return a day; of a moment, the day it is in."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def day_named(text: str) -> date | None:
    """Return the day that a text names as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def texts_in(value: object) -> tuple[str, ...]:
    """Return the texts in a list."""
    return tuple(each for each in list_in(value) if isinstance(each, str))


def list_in(value: object) -> list[Any]:
    """Return a list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def number_in(value: object) -> float:
    """Return a finite number of at least 0; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < float("inf") else 0.0


def text_in(value: object) -> str | None:
    """Return a text that is not empty."""
    return value if isinstance(value, str) and value else None
