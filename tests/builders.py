"""Short ways to say what a test is about."""

import importlib.util
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from planner.core.catalogue import Catalogue
from planner.core.curriculum import Area, Competency, Curriculum, Resource, Role
from planner.core.profile import Profile
from planner.presentation.lines import Line, plain
from planner.storage import curricula

ROOT = Path(__file__).parents[1]
OWN_CURRICULUM = """\
format = 1
id = "good"
title = "Good"
area = "ml"

[[competency]]
id = "pottery"
title = "Pottery"
weight = 0.5
"""
"""A curriculum of one's own, sound and small."""
AT = "2026-11-23T19:00:00.000Z-0000-testtest"


@cache
def bundled() -> Catalogue:
    """Return the curricula that planner ships."""
    loaded = curricula.load(ROOT / "curricula", None)
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.catalogue


def script(name: str) -> Any:
    """Return a script of the repository as a module."""
    spec = importlib.util.spec_from_file_location(f"script_{name}", ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_text(lines: Iterable[Line]) -> str:
    """Return a drawing as plain text."""
    return "\n".join(plain(each) for each in lines)


def at(moment: str) -> Callable[[], datetime]:
    """Return a clock that stands still."""
    return lambda: datetime.fromisoformat(moment)


def competency(
    name: str, area: Area = "software", weight: float = 0.5, *, elective: bool = False
) -> Competency:
    return Competency(name, name.title(), area, weight, elective)


def resource(name: str, teaches: Mapping[str, float], hours: float = 10, **more: Any) -> Resource:
    return Resource(id=name, title=name.title(), hours=hours, teaches=teaches, curriculum="test", **more)


def catalogue_of(*things: Competency | Resource | Role, axes: bool = True) -> Catalogue:
    """Return a catalogue of one curriculum with these things in it."""
    return Catalogue((curriculum_of(*things, axes=axes),))


def curriculum_of(*things: Competency | Resource | Role, name: str = "test", axes: bool = True) -> Curriculum:
    return Curriculum(
        id=name,
        title=name.title(),
        area="software",
        competencies=tuple(each for each in things if isinstance(each, Competency)),
        resources=tuple(each for each in things if isinstance(each, Resource)),
        roles=tuple(each for each in things if isinstance(each, Role)),
        axes=axes,
    )


def profile_of(
    *done: str,
    claims: Mapping[str, float] | None = None,
    progress: Mapping[str, Mapping[str, Any]] | None = None,
    settings: Mapping[str, Any] | None = None,
    minutes: Mapping[str, int] | None = None,
    pins: tuple[str, ...] = (),
    stretches: Iterable[tuple[str, int, date]] = (),
) -> Profile:
    """Return a profile with these resources done, and whatever else is said."""
    stamp = {"at": AT}
    return Profile(
        "testprofile",
        {
            "settings": {name: {"value": value} | stamp for name, value in (settings or {}).items()},
            "claims": {name: {"value": value} | stamp for name, value in (claims or {}).items()},
            "progress": {name: {"status": "done"} | stamp for name in done}
            | {name: {**entry} | stamp for name, entry in (progress or {}).items()},
            "sessions": {
                f"s{index}": {"resource": name, "minutes": spent} | stamp
                for index, (name, spent) in enumerate((minutes or {}).items())
            }
            | {
                f"d{index}": {"resource": name, "minutes": spent, "day": day} | stamp
                for index, (name, spent, day) in enumerate(stretches)
            },
            "pins": {name: {"value": True} | stamp for name in pins},
        },
    )
