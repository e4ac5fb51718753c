"""Curricula looked at closely: what is wrong with them, and what could be better."""

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import Struct

from planner.core.lint import Advice, advise
from planner.core.problem import Problem, Remark
from planner.core.text import clean
from planner.storage.curricula import released_ids, toml_files
from planner.storage.curriculum_files import Reading, Source, read


class Inspection(Struct, frozen=True):
    """What was found."""

    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    files: int
    """How many files were looked at, sound ones and others."""
    resources: int
    """How many resources the sound ones have."""


def inspect(bundled: Traversable, own: Path | None, named: Sequence[Path] = ()) -> Inspection:
    """Return what is found in these files, as parts of the whole catalogue; without names, in all of it.

    A folder stands for the curricula in it.
    """
    problems: list[Problem] = []
    files = _files(bundled, own, problems)
    meant = list({_place(file): file for each in named for file in _expanded(each, problems)}.values())
    if not named:
        return _inspection(read(files), problems, [file for file, _ in files], released_ids(bundled))
    places = {_place(file) for file in meant}
    others = [(file, axes) for file, axes in files if _place(file) not in places]
    weighty = {_place(file) for file, axes in files if axes}
    mine = [(file, _place(file) in weighty) for file in meant]
    return _inspection(read([*others, *mine]), problems, meant)


def _files(bundled: Traversable, own: Path | None, problems: list[Problem]) -> list[tuple[Traversable, bool]]:
    return [
        *((file, True) for file in toml_files(bundled, problems)),
        *((file, False) for file in toml_files(own, problems)),
    ]


def _expanded(path: Path, problems: list[Problem]) -> list[Traversable]:
    return toml_files(path, problems) if path.is_dir() else [path]


def _place(file: Traversable) -> str:
    return str(file.resolve()) if isinstance(file, Path) else str(file)


def _inspection(
    reading: Reading,
    problems: Sequence[Problem],
    files: Sequence[Traversable],
    released: frozenset[str] = frozenset(),
) -> Inspection:
    """Return what a reading says about some of its files."""
    names = {clean(str(each), 300) for each in files}
    found = [each for each in reading.problems if each.file in names]
    sources = {name: source for name, source in reading.sources.items() if source.name in names}
    resources = (each for each in reading.catalogue.resources.values() if each.curriculum in sources)
    remarks = tuple(_remarks(advise(reading.catalogue, released), sources))
    return Inspection((*problems, *found), remarks, len(names), sum(1 for _ in resources))


def _remarks(advice: Sequence[Advice], sources: dict[str, Source]) -> Iterator[Remark]:
    for each in advice:
        if each.curriculum in sources:
            yield Remark(each.code, sources[each.curriculum].problem(each.path, each.text))
