"""A wheel carries everything that planner needs, and works from inside its zip."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builders import ROOT, bundled

READ_BACK = """
import sys
sys.path.insert(0, sys.argv[1])
import planner
from planner.storage import curricula, locations
assert sys.argv[1] in planner.__file__, planner.__file__
loaded = curricula.load(locations.bundled_curricula(), None)
print(len(loaded.catalogue.resources), len(loaded.catalogue.roles), len(loaded.problems))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_the_curricula_and_the_stylesheet(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"planner/curricula/{file.name}" for file in (ROOT / "curricula").iterdir()} <= names
    assert {f"planner/tui/{each}.tcss" for each in ("app", "views", "pages")} <= names
    assert "planner/py.typed" in names
    assert not [name for name in names if "test" in name or name.startswith("curricula/")]


def test_every_curriculum_reads_back_through_the_zip(wheel: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", READ_BACK, str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(len(bundled().resources)), str(len(bundled().roles)), "0"]


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_two_builds_are_the_same_to_the_byte(target: str, tmp_path: Path) -> None:
    """Here and from a copy, whose files are of another day and whose folder has another name."""
    (copy := tmp_path / "copy").mkdir()
    leaving = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("src", "curricula", "tests", "scripts"):
        shutil.copytree(ROOT / name, copy / name, copy_function=shutil.copyfile, ignore=leaving)
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copyfile(file, copy / file.name)
    contents = []
    for root, folder in ((ROOT, tmp_path / "one"), (copy, tmp_path / "other")):
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        (built,) = folder.iterdir()
        contents.append((built.name, built.read_bytes()))
    assert contents[0] == contents[1]
