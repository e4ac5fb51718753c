import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders import OWN_CURRICULUM, ROOT
from planner.storage import curricula
from planner.storage.curricula import Loaded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    (own / "good.toml").write_text(OWN_CURRICULUM)
    (own / "bad.toml").write_text("format = [")
    return own


def _load(folder: Path) -> Loaded:
    return curricula.load(ROOT / "curricula", folder, folder.parent / "cache")


def _refuse(*_: object) -> None:
    raise AssertionError("the curricula were read again")


def test_a_warm_start_knows_what_the_cold_one_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = _load(folder)
    assert cold == curricula.load(ROOT / "curricula", folder)
    monkeypatch.setattr(curricula, "_read_all", _refuse)
    assert _load(folder) == cold
    assert [problem.line for problem in cold.problems] == [1]


@pytest.mark.parametrize("change", ["edit", "add", "remove", "touch"])
def test_a_changed_file_is_read_again(folder: Path, change: str) -> None:
    _load(folder)
    file = folder / "good.toml"
    if change == "edit":
        file.write_text(OWN_CURRICULUM.replace("Pottery", "Weaving"))
    elif change == "add":
        (folder / "more.toml").write_text(
            OWN_CURRICULUM.replace("good", "more").replace("pottery", "weaving")
        )
    elif change == "remove":
        file.unlink()
    else:
        os.utime(file, ns=(1, 1))
    assert _load(folder) == curricula.load(ROOT / "curricula", folder)


@pytest.mark.parametrize("at", [0, 25, 60, 1000, -1])
def test_a_cache_with_a_flipped_byte_is_passed_over(folder: Path, at: int) -> None:
    cold = _load(folder)
    file = folder.parent / "cache"
    content = bytearray(file.read_bytes())
    content[at] ^= 0xFF
    file.write_bytes(content)
    assert _load(folder) == cold


@pytest.mark.parametrize(
    "content", [b"", b"planner curricula 3\n", b"garbage", b"planner curricula 3\n" + b"x" * 40]
)
def test_what_is_no_cache_is_passed_over(folder: Path, content: bytes) -> None:
    (folder.parent / "cache").write_bytes(content)
    assert _load(folder) == curricula.load(ROOT / "curricula", folder)


def test_a_cache_that_cannot_be_kept_is_no_trouble(folder: Path) -> None:
    (folder.parent / "cache").mkdir()
    assert _load(folder).catalogue.competencies["pottery"]


def test_a_warm_start_does_without_pydantic(tmp_path: Path) -> None:
    (tmp_path / "home" / "state").mkdir(parents=True)
    code = (
        "import sys; from planner.session import Session; Session.open();"
        "print('pydantic' in sys.modules, 'tomllib' in sys.modules)"
    )
    for expected in ("True True", "False False"):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == expected
