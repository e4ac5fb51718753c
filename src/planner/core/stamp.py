"""When an entry was written: a hybrid logical clock as text of fixed width.

A stamp looks like `2026-11-23T02:48:27.023Z-0000-k7q2m9xa`: wall clock in UTC, a counter for
what was written in the same millisecond, the device. Stamps sort as text. A new one is never
behind any that was seen, so a slow clock loses nothing.

Source: Kulkarni et al., Logical Physical Clocks, 2014.
"""

import re
from datetime import UTC, datetime, timedelta

OLDEST = ""
"""Sorts before every stamp: what an entry without a usable stamp counts as."""

_FORM = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)-([0-9a-f]{4})-([a-z0-9]{8})")
_POISON = "2200"
_MOST = 0xFFFF


def usable(stamp: object) -> str:
    """Return the stamp if it is one, else the oldest; a stamp of the far future cannot win either."""
    if isinstance(stamp, str) and _FORM.fullmatch(stamp) and stamp < _POISON:
        return stamp
    return OLDEST


def stamp_after(seen: str, now: datetime, device: str) -> str:
    """Return a stamp for `now` (an aware time) by this device, greater than every stamp seen so far."""
    wall = _wall(now)
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
