"""Numbers, hours and dates in words."""

from datetime import date, timedelta

from planner.core.curriculum import AREAS, Area
from planner.core.skill import Position

AREA_TITLES: dict[Area, str] = {
    "software": "software engineering",
    "ml": "machine learning",
    "domain": "domain knowledge",
}
AREA_NAMES: dict[Area, str] = {"software": "software", "ml": "ml", "domain": "domain"}
SHORT_AREAS: dict[Area, str] = {"software": "sw", "ml": "ml", "domain": "dom"}

_EXACT = timedelta(weeks=8)
_MONTHS = timedelta(days=730)
_LEAST_SHOWN = 0.05


def hours(value: float) -> str:
    """Return hours as `1,156 h`; less than ten with a half where there is one."""
    if value < 10 and abs(value - round(value)) >= 0.25:  # noqa: PLR2004 - as the docstring says
        return f"{value:.1f} h"
    return f"{value:,.0f} h"


def clock(minutes: int) -> str:
    """Return minutes as `1:05`."""
    return f"{minutes // 60}:{minutes % 60:02}"


def number(value: float) -> str:
    """Return a number without a decimal point where it needs none."""
    return f"{value:.0f}" if value == round(value) else f"{value:.1f}"


def moved(gain: Position, areas: int = 3) -> str:
    """Return how far something moves, the most moved areas first: `sw +3.1 ml +0.2`."""
    shown = sorted((each for each in AREAS if gain.of(each) >= _LEAST_SHOWN), key=lambda each: -gain.of(each))
    return " ".join(f"{SHORT_AREAS[each]} +{gain.of(each):.1f}" for each in shown[:areas]) or "±0"


def change(value: float) -> str:
    """Return how far a number moved, with its sign: `+4.1`; nothing for less than a tenth."""
    return f"{value:+.1f}".replace("-", "−") if abs(value) >= _LEAST_SHOWN else ""


def about(day: date, today: date) -> str:
    """Return a day as precisely as anyone can mean it: a day, then a month, then a part of a year."""
    if day - today <= _EXACT:
        return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"
    if day - today <= _MONTHS:
        return f"~{day:%b %Y}"
    return f"~{('early', 'mid', 'late')[(day.month - 1) // 4]} {day.year}"


def ago(day: date, today: date) -> str:
    """Return a day that has been, as people say it: today, yesterday, a day of the week, a date."""
    passed = today - day
    if passed <= timedelta(days=1):
        return "yesterday" if passed else "today"
    if passed < timedelta(weeks=1):
        return f"{day:%A}"
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def count(amount: int, noun: str) -> str:
    """Return `1 item`, `2 items`."""
    return f"{amount:,} {noun}" if amount == 1 else f"{amount:,} {noun}s"
