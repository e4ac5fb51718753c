"""Curricula made up by chance, of any size, beside the shipped ones; and someone who is on the way."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from builders import bundled  # noqa: E402 - the tests' own folder
from generated import resources_of  # noqa: E402
from planner.core.curriculum import KINDS, Resource  # noqa: E402

PLANNER = str(Path(sys.executable).with_name("planner"))
SETUP = ["setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud"]
MARKS = 100
SEED = 1
_IN_A_FILE = 1_800
_WORDS = range(2, 7)


def home(folder: Path, size: int, *, marks: int = MARKS) -> Mapping[str, str]:
    """Fill a folder with curricula of so many resources, shipped ones included, and a profile with marks.

    Return the environment in which planner lives there.
    """
    environment = {"PLANNER_HOME": str(folder)}
    run("--version", environment=environment)
    write(folder / "curricula", size - len(bundled().resources))
    run(*SETUP, environment=environment)
    ids = [each.id for each in bundled().resources.values() if not each.requires]
    if marks:
        run("mark", *ids[:marks], "done", environment=environment)
    return environment


def run(*arguments: str, environment: Mapping[str, str]) -> str:
    """Run a command of planner to its end; return what it prints."""
    command = [PLANNER, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    return done.stdout.decode()


def write(folder: Path, size: int) -> None:
    """Write so many resources that teach the shipped competencies, in files that planner reads."""
    random = Random(SEED)  # noqa: S311 - no secret is at stake
    folder.mkdir(parents=True, exist_ok=True)
    made = list(resources_of(random, max(0, size), list(bundled().competencies)))
    vocabulary = sorted({word for each in bundled().resources.values() for word in each.title.split()})
    for number, start in enumerate(range(0, len(made), _IN_A_FILE)):
        name = f"made-{number:03}"
        lines = ["format = 1", f'id = "{name}"', f'title = "Made up, part {number + 1}"']
        for each in made[start : start + _IN_A_FILE]:
            lines += _table(each, random, vocabulary)
        (folder / f"{name}.toml").write_text("\n".join([*lines, ""]), "utf-8")


def _table(resource: Resource, random: Random, vocabulary: Sequence[str]) -> Iterator[str]:
    title = " ".join(random.choice(vocabulary) for _ in range(random.choice(_WORDS)))
    teaches = ", ".join(f"{name} = {points:g}" for name, points in resource.teaches.items())
    yield "\n[[resource]]"
    yield f'id = "{resource.id}"'
    yield f"title = {_quoted(title)}"
    yield f"authors = [{_quoted(' '.join(random.sample(vocabulary, 2)))}]"
    yield f'url = "https://example.org/{resource.id}"'
    yield f'kind = "{random.choice(KINDS)}"'
    yield f'cost = "{random.choice(("free", "freemium", "paid"))}"'
    yield f"level = {resource.level}"
    yield f"hours = {resource.hours:g}"
    yield f"requires = [{', '.join(map(_quoted, resource.requires))}]"
    yield f"practice = {resource.practice}"
    yield f"teaches = {{ {teaches} }}"
    yield f"why = {_quoted(' '.join(random.choice(vocabulary) for _ in range(20)))}"
    if resource.choice:
        yield f'choice = "made-{resource.choice}"'


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "").replace('"', ""))
