import os
from pathlib import Path

import pytest

from planner.configuration import Configuration
from planner.storage import config_file, locations
from planner.storage.config_file import Config


def load(folder: Path, text: str) -> Config:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return config_file.load(file)


def test_no_file_says_nothing(tmp_path: Path) -> None:
    found = config_file.load(tmp_path / "config.toml")
    assert (found.keys, found.theme, found.motion, found.problems) == ({}, "", "full", ())


def test_what_the_file_says_is_read(tmp_path: Path) -> None:
    found = load(tmp_path, 'theme = "nord"\nmotion = "none"\n[keys]\nskip = "X"\nnote = ["N", "f5"]\n')
    assert (found.theme, found.motion, found.problems) == ("nord", "none", ())
    assert found.keys == {"skip": ("X",), "note": ("N", "f5")}


def test_everything_that_is_wrong_is_said_with_its_line_and_the_rest_counts(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        'themes = "nord"\ntheme = 3\nmotion = "slow"\n\n[keys]\nskip = 3\nnote = "N"\nzoom = ["z", 1]\n',
    )
    assert found.keys == {"note": ("N",)}
    assert [(each.key, each.line) for each in found.problems] == [
        ("themes", 1), ("keys.skip", 6), ("keys.zoom", 8), ("theme", 2), ("motion", 3),
    ]  # fmt: skip
    said = "\n".join(map(str, found.problems))
    assert "did you mean 'theme'?" in said
    assert f"{tmp_path}/config.toml:6: keys.skip: should be a key" in said


@pytest.mark.parametrize(
    "text",
    [
        "keys = 3",
        "keys = []",
        "[keys",
        "\x00",
        'a = "\\u001b"\n' * 3,
        "[" * 100,
        f"theme = '{'x' * (2 << 20)}'",
    ],
)
def test_nonsense_is_one_problem_and_no_crash(text: str, tmp_path: Path) -> None:
    found = load(tmp_path, text)
    assert len(found.problems) == 1
    assert (found.keys, found.theme, found.motion) == ({}, "", "full")


def test_what_is_no_file_and_no_text_is_not_read(tmp_path: Path) -> None:
    fifo, latin = tmp_path / "fifo", tmp_path / "latin.toml"
    os.mkfifo(fifo)
    latin.write_bytes(b'theme = "\xff"')
    for file in (fifo, tmp_path, latin):
        assert len(config_file.load(file).problems) == 1


def test_a_line_about_motion_under_keys_is_told_where_it_belongs(tmp_path: Path) -> None:
    found = load(tmp_path, '[keys]\nskip = "X"\nmotion = "none"\n')
    assert "above [keys]" in str(found.problems[0])
    assert found.keys == {"skip": ("X",)}


def test_a_clash_of_keys_has_file_line_key_and_remedy() -> None:
    file = locations.config_file()
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\nnote = "N"\ntoggle = "x"\n', "utf-8")
    found = Configuration.read()
    assert found.keys.of("note") == "N"
    (problem,) = found.problems
    assert str(problem).startswith(f"{file}:3: keys.toggle: x belongs to 'skip'; give that one another key")
