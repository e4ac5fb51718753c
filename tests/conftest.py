"""What every test stands on: no file of the person who runs them, a fixed clock, the shipped catalogue."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from threading import get_ident

import pytest
from hypothesis import HealthCheck, settings
from msgspec import msgpack

from builders import at, bundled
from planner.core import standing
from planner.core.catalogue import Catalogue
from planner.core.learning_path import LearningPath, find_path
from planner.core.marking import Answers
from planner.core.prerequisites import Ground
from planner.core.profile import Profile
from planner.core.skill import Skill
from planner.session import Session
from planner.storage import curricula, locations


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run more tests at once than there are cores: those of the screens wait half of their time."""
    return 2 * (os.cpu_count() or 1) + 2


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what was loaded: a twentieth of the time goes there else."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


# what takes long here says nothing about planner: benchmarks/ measure
settings.register_profile("planner", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("planner")


@pytest.fixture(autouse=True, scope="session")
def _remembered_curricula(catalogue: Catalogue) -> Iterator[None]:
    """Read the shipped curricula once, as those do who have opened planner before."""
    shipped = curricula.signature_of(locations.bundled_curricula(), None)
    kept = locations.catalogue_cache

    def load(bundled: Path, own: Path | None, cached: Path | None = None) -> curricula.Loaded:
        now = curricula.signature_of(bundled, own)
        return (
            curricula.Loaded(catalogue, (), now)
            if now == shipped and cached == kept()
            else read(bundled, own, cached)
        )

    read = curricula.load
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curricula, "load", load)
        yield


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the files and the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in (
        "PLANNER_PROFILE",
        "PLANNER_CURRICULA",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "TEXTUAL_THEME",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True, scope="session")
def _remembered_paths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Search for a refined path once in a run: it takes most of a second, and is always the same."""
    run = tmp_path_factory.getbasetemp()
    kept = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "paths"
    kept.mkdir(exist_ok=True)

    def remembering(
        catalogue: Catalogue, profile: Profile, skill: Skill, ground: Ground, *, refined: bool = False
    ) -> LearningPath:
        if not refined:
            return find_path(catalogue, profile, skill, ground)
        decides = msgpack.encode(catalogue) + _what_decides(profile).encode()
        file = kept / sha256(decides).hexdigest()
        with suppress(FileNotFoundError):
            return msgpack.decode(file.read_bytes(), type=LearningPath)
        found = find_path(catalogue, profile, skill, ground, refined=True)
        half = file.with_name(f"{file.name}.{os.getpid()}.{get_ident()}")
        half.write_bytes(msgpack.encode(found))
        half.replace(file)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(standing, "find_path", remembering)
        yield


def _what_decides(profile: Profile) -> str:
    """Return all that a path can depend on in a profile: everything but stamps and the path itself."""
    said = {
        table: {
            name: {key: each[key] for key in sorted(each) if key != "at"} for name, each in entries.items()
        }
        for table, entries in profile.tables.items()
        if table != "plan"
    }
    return repr([(table, sorted(said[table].items(), key=itemgetter(0))) for table in sorted(said)])


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The curricula that planner ships."""
    return bundled()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still."""
    return at("2026-11-23T20:00:00+01:00")


@pytest.fixture
def session(clock: Callable[[], datetime]) -> Session:
    """A data scientist with eight hours a week, nothing done, nothing saved yet."""
    return Session.open(clock=clock).set_up(Answers("data-scientist", 8, "finance-fraud"))
