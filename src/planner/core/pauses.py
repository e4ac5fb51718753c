"""Stretches of days without study."""

from collections.abc import Iterable, Mapping
from datetime import date

from planner.core.values import day_in


def pause_of(entry: Mapping[str, object]) -> tuple[date, date] | None:
    """Return the stretch without study that an entry names, if it names one."""
    first, last = day_in(entry.get("from")), day_in(entry.get("to"))
    return (first, last) if first and last and first <= last else None


def joined(stretches: Iterable[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """Return stretches of days in order; those that touch or overlap are one."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(stretches):
        if found and (first - found[-1][1]).days <= 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)
