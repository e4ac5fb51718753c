"""Curricula made up by chance, of any size, beside the shipped ones; and someone who is on the way."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Self

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from builders import bundled  # noqa: E402 - the tests' own folder
from generated import resources_of  # noqa: E402
from planner.core.curriculum import AREAS, KINDS, Competency, Resource  # noqa: E402

PLANNER = str(Path(sys.executable).with_name("planner"))
SETUP = ["setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud"]
SHIPPED = len(bundled().resources)
MARKS = 100
_SEED = 1
_IN_A_FILE = 1_800
_WORDS = range(2, 7)
_COSTS = ("free", "freemium", "paid")


class Homes:
    """Throwaway folders in which someone has so many resources, shipped ones included; each is made once."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="planner-bench-")
        self._made: dict[int, Mapping[str, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def of(self, size: int) -> Mapping[str, str]:
        """Return the environment in which someone has so many resources and a hundred marks."""
        if size not in self._made:
            folder = self.folder(f"home-{size}")
            self._made[size] = {"PLANNER_HOME": str(folder)}
            _fill(folder, size, self._made[size])
        return self._made[size]

    def of_its_own(self, size: int) -> Mapping[str, str]:
        """Return the environment of someone for whom there are these resources alone."""
        if -size not in self._made:
            folder, curricula = self.folder(f"own-{size}"), self.folder(f"curricula-{size}")
            for area in AREAS:
                (curricula / f"{area}.toml").write_text(_competencies(area), "utf-8")
            write(curricula, size)
            self._made[-size] = {"PLANNER_HOME": str(folder), "PLANNER_CURRICULA": str(curricula)}
            run(
                *SETUP,
                "--title",
                "none",
                "--target",
                "made-up",
                "--via",
                "none",
                environment=self._made[-size],
            )
        return self._made[-size]

    def folder(self, name: str) -> Path:
        """Return a folder of this name, which goes away with the others."""
        folder = Path(self._folder.name) / name
        folder.mkdir(exist_ok=True)
        return folder


def run(*arguments: str, environment: Mapping[str, str]) -> str:
    """Run a command of planner to its end; return what it prints."""
    command = [PLANNER, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    return done.stdout.decode()


def write(folder: Path, size: int) -> None:
    """Write so many resources that teach the shipped competencies, in files that planner reads."""
    random = Random(_SEED)  # noqa: S311 - no secret is at stake
    folder.mkdir(parents=True, exist_ok=True)
    made = list(resources_of(random, max(0, size), list(bundled().competencies)))
    for number, start in enumerate(range(0, len(made), _IN_A_FILE)):
        name = f"made-{number:03}"
        lines = ["format = 1", f'id = "{name}"', f'title = "Made up, part {number + 1}"']
        for each in made[start : start + _IN_A_FILE]:
            lines += _table(each, random)
        (folder / f"{name}.toml").write_text("\n".join([*lines, ""]), "utf-8")


def _fill(folder: Path, size: int, environment: Mapping[str, str]) -> None:
    write(folder / "curricula", size - SHIPPED)
    run(*SETUP, environment=environment)
    ids = [each.id for each in bundled().resources.values() if not each.requires]
    run("mark", *ids[:MARKS], "done", environment=environment)


def _competencies(area: str) -> str:
    inside = [each for each in bundled().competencies.values() if each.area == area]
    role = '[[role]]\nid = "made-up"\ntitle = "Made up"\nml = 30\nsoftware = 30\n' if area == "ml" else ""
    head = f'format = 1\nid = "{area}"\ntitle = "{area}"\narea = "{area}"\n'
    return "\n".join([head, *map(_competency, inside), role])


def _competency(each: Competency) -> str:
    lines = (
        "[[competency]]",
        f'id = "{each.id}"',
        f"title = {_quoted(each.title)}",
        f"weight = {each.weight}",
    )
    return "\n".join((*lines, f"elective = {str(each.elective).lower()}", ""))


def _table(resource: Resource, random: Random) -> Iterator[str]:
    teaches = ", ".join(f"{name} = {points:g}" for name, points in resource.teaches.items())
    yield "\n[[resource]]"
    yield f'id = "{resource.id}"'
    yield f"title = {_quoted(_some(random, random.choice(_WORDS)))}"
    yield f"authors = [{_quoted(_some(random, 2))}]"
    yield f'url = "https://example.org/{resource.id}"'
    yield f'kind = "{random.choice(KINDS)}"'
    yield f'cost = "{random.choice(_COSTS)}"'
    yield f"level = {resource.level}"
    yield f"hours = {resource.hours:g}"
    yield f"requires = {_list(resource.requires)}"
    yield f"practice = {resource.practice}"
    yield f"teaches = {{ {teaches} }}"
    yield f"why = {_quoted(_some(random, 20))}"
    if resource.choice:
        yield f'choice = "made-{resource.choice}"'


def _some(random: Random, amount: int) -> str:
    return " ".join(random.choices(_vocabulary(), k=amount))


@cache
def _vocabulary() -> Sequence[str]:
    return sorted({word for each in bundled().resources.values() for word in each.title.split()})


def _list(ids: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, ids))}]"


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "").replace('"', ""))
