"""Curricula as they stand in their files; what is wrong with one is said, and the others are read."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from planner.core.catalogue import Catalogue
from planner.core.consistency import find_faults, first_of
from planner.core.curriculum import Curriculum
from planner.core.problem import KeyPath, Problem
from planner.core.text import clean
from planner.storage.curriculum_format import parse
from planner.storage.guard import CURRICULUM_BYTES, RefusedError, decode, read_text
from planner.storage.toml_lines import key_lines, line_of
from planner.storage.toml_reader import UnreadableTomlError, read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Source(Struct, frozen=True, dict=True):
    """A curriculum file that was read."""

    name: str
    """Its path, safe to print."""
    text: str
    ids: Mapping[str, Sequence[object]]
    """The ids in it, in order, by the tables that they stand in."""

    def problem(self, path: KeyPath, reason: str) -> Problem:
        """Return a problem with a key of this file, with its line."""
        return Problem(self.name, reason, self._shown(path), line_of(self._lines, path))

    def _shown(self, path: KeyPath) -> str:
        """Return a key's path as people read it: `resource[ddia].hours`."""
        shown = ""
        for depth, part in enumerate(path):
            if isinstance(part, int):
                ids = self.ids.get(shown, ()) if depth == 1 else ()
                name = ids[part] if part < len(ids) else None
                shown += f"[{name if isinstance(name, str) else part + 1}]"
            else:
                shown += f".{part}" if shown else part
        return shown

    @cached_property
    def _lines(self) -> Mapping[KeyPath, int]:
        return key_lines(self.text)


class Reading(Struct, frozen=True):
    """What files hold, with their texts."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]
    """Curriculum id to the file that it was read from."""


def read(files: "Iterable[tuple[Traversable, bool]]") -> Reading:
    """Return what files hold; each comes with whether its competencies carry weight."""
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    curricula: list[Curriculum] = []
    for file, axes in files:
        found = _read(file)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        source, content = found
        if (curriculum := _parse(source, content, file, sources, problems, axes=axes)) is not None:
            curricula.append(curriculum)
            sources[curriculum.id] = source
    sound = _leave_out_faulty(curricula, sources, problems)
    return Reading(Catalogue(tuple(sound)), tuple(problems), sources)


def _read(file: "Traversable") -> tuple[Source, Mapping[str, Any]] | Problem:
    name = clean(str(file), 300)
    try:
        text = _text(file)
        content = read_toml(text)
        return Source(name, text, _ids(content)), content
    except OSError as error:
        return Problem(name, f"cannot be read: {error.strerror}")
    except RefusedError as error:
        return Problem(name, str(error), line=error.line)
    except UnreadableTomlError as error:
        return Problem(name, error.reason, line=error.line)


def _ids(content: Mapping[str, Any]) -> Mapping[str, Sequence[object]]:
    """Return the ids in every array of tables of a document; all else of it need not be kept."""
    return {
        name: tuple(each.get("id") if isinstance(each, dict) else None for each in value)
        for name, value in content.items()
        if isinstance(value, list)
    }


def _text(file: "Traversable") -> str:
    if isinstance(file, Path):
        return read_text(file, CURRICULUM_BYTES)
    return decode(file.read_bytes(), CURRICULUM_BYTES)


def _parse(
    source: Source,
    content: Mapping[str, Any],
    file: "Traversable",
    taken: Mapping[str, Source],
    problems: list[Problem],
    *,
    axes: bool,
) -> Curriculum | None:
    parsed = parse(content, axes=axes)
    if not isinstance(parsed, Curriculum):
        problems += [source.problem(path, reason) for path, reason in parsed]
        return None
    if parsed.id != file.name.removesuffix(".toml"):
        problems.append(source.problem(("id",), f"is '{parsed.id}', but the file is called '{file.name}'"))
        return None
    if parsed.id in taken:
        reason = f"there is a curriculum '{parsed.id}' already; rename this file and its id"
        problems.append(source.problem(("id",), reason))
        return None
    return parsed


def _leave_out_faulty(
    curricula: Sequence[Curriculum], sources: Mapping[str, Source], problems: list[Problem]
) -> Sequence[Curriculum]:
    """Return the curricula that fit together; leaving one out can make another one faulty."""
    sound = curricula
    while faults := find_faults(sound):
        by_file: dict[str, list[tuple[KeyPath, str]]] = {}
        for fault in faults:
            by_file.setdefault(fault.curriculum, []).append((fault.path, fault.reason))
        for name, found in by_file.items():
            problems += [sources[name].problem(path, reason) for path, reason in first_of(found, len(found))]
        sound = [each for each in sound if each.id not in by_file]
    return sound
