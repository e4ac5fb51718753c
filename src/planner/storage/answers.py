"""Answers that were given before, for a shell prompt that asks again and again.

An answer is kept with everything that it depends on. Where any of that is different, or the file is
missing, torn or of another planner, there is no answer, and whoever asks works it out again.
"""

import marshal
import os
from pathlib import Path

from planner.storage import locations
from planner.storage.sealed import seal, unseal
from planner.storage.stamps import stamps_in

_MAGIC = b"planner answers 1\n"
_MOST = 1 << 16
_KEPT = 8
"""Profiles, curricula and widths that are remembered side by side."""

Slot = tuple[str, str, int]
"""Profile, curricula and width: what is asked about."""
Basis = tuple[object, ...]
"""What the answer depends on; marshal can write it."""
Answer = tuple[tuple[tuple[str, str], ...], ...]
"""Lines of (text, style name)."""


def basis(file: Path, folder: Path | None) -> Basis | None:
    """Return what tells whether a profile or the curricula have changed; None where that cannot be told."""
    profile = _profile(file)
    folders = [folder] if folder else [locations.bundled_curricula(), locations.user_curricula()]
    found = [stamps_in(each, _is_toml) if isinstance(each, Path) else (None,) for each in folders]
    return None if profile is None or any(None in each for each in found) else (profile, *found)


def recall(slot: Slot, of: Basis) -> Answer | None:
    """Return the answer that was given when everything was as it is now, or None."""
    before, answer = _known().get(slot, (None, ()))
    return answer if before == of else None


def keep(slot: Slot, of: Basis, answer: Answer) -> None:
    """Keep an answer, beside the latest others."""
    known = {name: value for name, value in _known().items() if name != slot}
    latest = dict([*known.items(), (slot, (of, answer))][-_KEPT:])
    seal(locations.answer_cache(), _MAGIC, marshal.dumps(latest))


def _is_toml(name: str) -> bool:
    return name.endswith(".toml")


def _profile(file: Path) -> Basis | None:
    """Return what tells whether a profile, or what file sync left beside it, has changed."""
    target = os.path.realpath(file)
    try:
        beside = os.stat(os.path.dirname(target)).st_mtime_ns  # noqa: PTH116, PTH120 - of a text
        about = os.stat(target)  # noqa: PTH116 - of a text
    except FileNotFoundError:
        return None if os.path.islink(file) else ()  # noqa: PTH114 - the one that never raises
    except OSError:
        return None
    return (target, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino, beside)


def _known() -> dict[Slot, tuple[Basis, Answer]]:
    payload = unseal(locations.answer_cache(), _MAGIC, _MOST)
    if payload is None:
        return {}
    return dict(marshal.loads(payload))  # noqa: S302 - ours: its digest is right
