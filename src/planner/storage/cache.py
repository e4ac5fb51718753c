"""What was read and found good, for the next start; never trusted blindly, never needed.

A cache that is missing, torn, of other files or of another planner is silently passed over, and the
curricula are read again.
"""

import marshal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from planner.core.catalogue import Catalogue
from planner.core.curriculum import Competency, Curriculum, Resource, Role
from planner.core.problem import Problem
from planner.storage.sealed import seal, unseal
from planner.storage.stamps import Signature

_MAGIC = b"planner curricula 2\n"
_MOST = 256 << 20
_SHAPES = (Curriculum, Competency, Resource, Role, Problem)
_SHAPE = repr([(each.__name__, each.__struct_fields__) for each in _SHAPES])
"""Changes with the model, so that another planner's cache is never taken for ours."""

Content = tuple[Catalogue, tuple[Problem, ...]]


def recall(file: Path, of: Signature) -> Content | None:
    """Return what was read from these files when they were as they are now, or None."""
    payload = unseal(file, _MAGIC, _MOST)
    if payload is None:
        return None
    try:
        key, curricula, problems = marshal.loads(payload)  # noqa: S302 - ours: its digest is right
        return _content(curricula, problems) if key == _key(of) else None
    except (ValueError, TypeError, EOFError):
        return None


def keep(file: Path, of: Signature, content: Content) -> None:
    """Keep what was read from these files; a folder that is not there yet is not made for it."""
    catalogue, problems = content
    curricula = [_flat(each) for each in catalogue.curricula]
    whole: Any = (_key(of), curricula, [_values(each) for each in problems])
    seal(file, _MAGIC, marshal.dumps(whole))


def _key(of: Signature) -> tuple[object, ...]:
    return (sys.version, _SHAPE, of)


def _values(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any of the shapes
    return tuple(getattr(value, name) for name in value.__struct_fields__)


def _flat(curriculum: Curriculum) -> tuple[Any, ...]:
    """Return a curriculum as tuples of what marshal knows."""
    return tuple(
        tuple(_values(each) for each in value) if isinstance(value, tuple) else value
        for value in _values(curriculum)
    )


def _content(curricula: list[tuple[Any, ...]], problems: list[tuple[Any, ...]]) -> Content:
    parts: dict[str, Callable[..., Any]] = {"competencies": Competency, "resources": Resource, "roles": Role}
    found = []
    for values in curricula:
        whole = dict(zip(Curriculum.__struct_fields__, values, strict=True))
        for name, shape in parts.items():
            whole[name] = tuple(shape(*each) for each in whole[name])
        found.append(Curriculum(**whole))
    return Catalogue(tuple(found)), tuple(Problem(*each) for each in problems)
