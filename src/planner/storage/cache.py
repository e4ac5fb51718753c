"""What was read and found good, for the next start; never trusted blindly, never needed.

A cache that is missing, torn, of other files or of another planner is silently passed over, and the
curricula are read again.
"""

import marshal
import sys
from collections.abc import Callable
from itertools import starmap
from pathlib import Path
from typing import Any

from planner.core.catalogue import Catalogue
from planner.core.curriculum import Competency, Curriculum, Resource, Role
from planner.core.problem import Problem
from planner.storage.sealed import seal, unseal
from planner.storage.stamps import Signature

_MAGIC = b"planner curricula 4\n"
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
        key, curricula, mains, problems = marshal.loads(payload)  # noqa: S302 - ours: its digest is right
        return _content(curricula, mains, problems) if key == _key(of) else None
    except (ValueError, TypeError, EOFError):
        return None


def keep(file: Path, of: Signature, content: Content) -> None:
    """Keep what was read from these files; a folder that is not there yet is not made for it."""
    catalogue, problems = content
    curricula = [_flat(each) for each in catalogue.curricula]
    values = (curricula, catalogue.mains, [_values(each) for each in problems])
    whole: Any = (_key(of), *_shared(values, {}))
    again = marshal.loads(marshal.dumps(whole))  # noqa: S302 - our own: what nobody else holds is read faster
    seal(file, _MAGIC, marshal.dumps(again))


def _key(of: Signature) -> tuple[object, ...]:
    return (sys.version, _SHAPE, of)


def _values(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any of the shapes
    return tuple(getattr(value, name) for name in value.__struct_fields__)


def _flat(curriculum: Curriculum) -> tuple[Any, ...]:
    """Return a curriculum as what marshal knows: its parts as columns, so that no row is made for nothing."""
    return tuple(
        tuple(zip(*map(_values, value), strict=True)) if isinstance(value, tuple) else value
        for value in _values(curriculum)
    )


def _shared(value: Any, known: dict[Any, Any]) -> Any:  # noqa: ANN401 - whatever marshal knows
    """Return a value in which all that is equal is one object: it is read, and lies in memory, once."""
    kind = type(value)
    if kind is dict:
        pairs = [(_shared(key, known), _shared(each, known)) for key, each in value.items()]
        return known.setdefault((kind, *((id(key), id(each)) for key, each in pairs)), dict(pairs))
    if kind in (tuple, list, frozenset):
        parts = [_shared(each, known) for each in value]
        return known.setdefault((kind, *map(id, parts)), kind(parts))
    return known.setdefault((kind, value), value)


def _content(
    curricula: list[tuple[Any, ...]], mains: tuple[str, ...], problems: list[tuple[Any, ...]]
) -> Content:
    parts: dict[str, Callable[..., Any]] = {"competencies": Competency, "resources": Resource, "roles": Role}
    found = []
    for values in curricula:
        whole = dict(zip(Curriculum.__struct_fields__, values, strict=True))
        for name, shape in parts.items():
            whole[name] = tuple(starmap(shape, zip(*whole[name], strict=True)))
        found.append(Curriculum(**whole))
    catalogue = Catalogue(tuple(found))
    vars(catalogue)["mains"] = mains  # every start asks for them, and that goes through all there is
    return catalogue, tuple(starmap(Problem, problems))
