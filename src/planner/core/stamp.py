"""When an entry was written: a hybrid logical clock as text of fixed width.

A stamp looks like `2026-11-23T02:48:27.023Z-0000-k7q2m9xa`: wall clock in UTC, a counter for
what was written in the same millisecond, the device. Stamps sort as text. A new one is never
behind any that was seen, so a slow clock loses nothing.

Source: Kulkarni et al., Logical Physical Clocks, 2014.
"""

import re
from datetime import UTC, date, datetime, timedelta

OLDEST = ""
"""Sorts before every stamp: what an entry without a usable stamp counts as."""

_FORM = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)-([0-9a-f]{4})-([a-z0-9]{8})"
)
_POISON = "2200"
_EPOCH = "1970-01-01T00:00:00.000Z"
_MOST = 0xFFFF


def usable(stamp: object) -> str:
    """Return the stamp if it is one, else the oldest; a stamp of the far future cannot win either."""
    if not isinstance(stamp, str) or stamp >= _POISON or not (match := _FORM.fullmatch(stamp)):
        return OLDEST
    try:
        datetime.fromisoformat(match[1])
    except ValueError:
        return OLDEST
    return stamp


def day_of(stamp: object) -> date | None:
    """Return the day on which something was stamped, in UTC; None for what is no stamp."""
    found = usable(stamp)
    return date.fromisoformat(found[:10]) if found else None


def stamp_after(seen: str, now: datetime, device: str) -> str:
    """Return a stamp for `now` (an aware time) by this device, greater than every stamp seen so far.

    A clock that stands in the far future is not believed: what it stamped could never win.
    """
    wall = _wall(now)
    if wall >= _POISON:
        wall = _EPOCH
    match = _FORM.fullmatch(usable(seen))
    if match is None or wall > match[1]:
        return f"{wall}-0000-{device}"
    counter = int(match[2], 16) + 1
    if counter <= _MOST:
        return f"{match[1]}-{counter:04x}-{device}"
    later = datetime.fromisoformat(match[1]) + timedelta(milliseconds=1)
    return f"{_wall(later)}-0000-{device}"


def _wall(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
