import os
from pathlib import Path

import pytest

from builders import OWN_CURRICULUM, ROOT, bundled
from planner.storage import curricula
from planner.storage.curricula import Loaded

GOOD = f"""\
{OWN_CURRICULUM}
[[resource]]
id = "pot-book"
title = "[x] done [/] [@click=app.quit]"
url = "https://example.org/pots"
kind = "book"
hours = 10
teaches = {{ pottery = 20, databases = 3 }}
"""


def _load(tmp_path: Path, **files: str) -> Loaded:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return curricula.load(ROOT / "curricula", tmp_path)


def test_the_shipped_curricula_are_sound() -> None:
    catalogue = bundled()
    assert len(catalogue.resources) >= 305
    assert len(catalogue.roles) == 6
    assert all(each.url.startswith(("https://", "http://")) for each in catalogue.resources.values())
    assert catalogue.now_called("ddia-2e") == "ddia"


def test_ones_own_curriculum_is_loaded_beside_them(tmp_path: Path) -> None:
    loaded = _load(tmp_path, good=GOOD)
    assert not loaded.problems
    assert loaded.catalogue.resources["pot-book"].title == "[x] done [/] [@click=app.quit]"
    assert loaded.catalogue.curricula[-1].axes is False


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "words"),
    [
        ("hours = 10", "hours = -3", 16, "resource[pot-book].hours", "greater than 0, not -3"),
        ("hours = 10", "hours = true", 16, "resource[pot-book].hours", "not true"),
        ("hours = 10", 'hours = "10"', 16, "resource[pot-book].hours", "valid number, not '10'"),
        ("hours = 10", "hours = nan", 16, "resource[pot-book].hours", "not nan"),
        ("hours = 10", "hours = 10\nlevle = 2", 17, "resource[pot-book].levle", "did you mean 'level'?"),
        ("hours = 10\n", "", 11, "resource[pot-book].hours", "is missing"),
        ('kind = "book"', 'kind = "scroll"', 15, "resource[pot-book].kind", "'book'"),
        (
            '"https://example.org/pots"',
            '"javascript:alert(1)"',
            14,
            "resource[pot-book].url",
            "http or https",
        ),
        (
            '"https://example.org/pots"',
            '"https://me:pw@example.org"',
            14,
            "resource[pot-book].url",
            "http or https",
        ),
        ('id = "pot-book"', 'id = "Pot Book"', 12, "resource[Pot Book].id", "only a-z, 0-9 and -"),
        ('id = "good"', 'id = "other"', 2, "id", "the file is called 'good.toml'"),
        ('area = "ml"\n', "", None, "", "needs an area"),
        (
            "databases = 3",
            "databasse = 3",
            17,
            "resource[pot-book].teaches.databasse",
            "did you mean 'databases'?",
        ),
        (
            "hours = 10",
            'hours = 10\nrequires = ["ddai"]',
            17,
            "resource[pot-book].requires",
            "did you mean 'ddia'?",
        ),
        (
            "hours = 10",
            'hours = 10\nrequires = ["pot-book"]',
            17,
            "resource[pot-book].requires",
            "go in a circle",
        ),
        ("format = 1", "format = 2", 1, "format", "1"),
        ('title = "Good"', 'title = "Good', 3, "", "Illegal character"),
        ('id = "pot-book"', 'id = "ddia"', 12, "resource[ddia].id", "taken by software.toml"),
    ],
)
def test_a_faulty_file_gets_one_clear_message_and_the_others_load(
    tmp_path: Path, old: str, new: str, line: int | None, key: str, words: str
) -> None:
    assert old in GOOD
    neighbour = (
        GOOD.replace('"good"', '"neighbour"').replace("pottery", "weaving").replace("pot-book", "loom-book")
    )
    loaded = _load(tmp_path, good=GOOD.replace(old, new, 1), neighbour=neighbour)
    (problem,) = loaded.problems
    assert problem.file == str(tmp_path / "good.toml")
    assert (problem.line, problem.key) == (line, key)
    assert words in problem.reason
    assert "loom-book" in loaded.catalogue.resources
    assert "pot-book" not in loaded.catalogue.resources
    assert len(loaded.catalogue.resources) == len(bundled().resources) + 1


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("hours = 10", "hours = 0").replace('kind = "book"', 'kind = "x"').replace("0.5", "7")
    assert len(_load(tmp_path, good=text).problems) == 3


def test_what_needs_a_faulty_file_is_left_out_with_it(tmp_path: Path) -> None:
    faulty = GOOD.replace("hours = 10", "hours = 10\nrequires = ['nowhere']")
    needs = (
        GOOD.replace('"good"', '"needs"')
        .replace("pot-book", "kiln-book")
        .replace('"pottery"\n', '"firing"\n')
    )
    needs = needs.replace("hours = 10", "hours = 10\nrequires = ['pot-book']")
    loaded = _load(tmp_path, good=faulty, needs=needs)
    assert Path(loaded.problems[0].file).name == "good.toml"
    assert {Path(problem.file).name for problem in loaded.problems} == {"good.toml", "needs.toml"}
    assert loaded.catalogue.resources.keys() == bundled().resources.keys()


def test_a_cycle_between_two_files(tmp_path: Path) -> None:
    one = GOOD.replace("hours = 10", "hours = 10\nrequires = ['kiln-book']")
    two = GOOD.replace('"good"', '"second"').replace("pottery", "firing").replace("pot-book", "kiln-book")
    loaded = _load(
        tmp_path, good=one, second=two.replace("hours = 10", "hours = 10\nrequires = ['pot-book']")
    )
    first, *_ = loaded.problems
    assert Path(first.file).name == "second.toml"
    assert "kiln-book → pot-book → kiln-book" in first.reason


def test_a_name_that_is_taken_by_a_bundled_curriculum(tmp_path: Path) -> None:
    loaded = _load(tmp_path, software=GOOD.replace('"good"', '"software"'))
    (problem,) = loaded.problems
    assert "rename this file" in problem.reason
    assert "ddia" in loaded.catalogue.resources


def test_odd_files_neither_hang_nor_kill(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    (tmp_path / "latin.toml").write_bytes(b'title = "caf\xe9"\n')
    (tmp_path / "wide.toml").write_bytes("format = 1\n".encode("utf-16"))
    (tmp_path / "large.toml").write_bytes(b"#" * (1 << 20) + b"\n")
    (tmp_path / "deep.toml").write_text("x = " + "[" * 500 + "]" * 500)
    (tmp_path / "dotted.toml").write_text(".".join("a" * 20) + " = 1")
    (tmp_path / "long.toml").write_text("x = " + "9" * 5000)
    (tmp_path / "hex.toml").write_text("x = 0x" + "f" * 100_000)
    (tmp_path / ".#lock.toml").symlink_to("nobody@nowhere")
    (tmp_path / "bom.toml").write_text("\ufeff" + GOOD.replace('"good"', '"bom"'), "utf-8")
    loaded = _load(tmp_path)
    assert {Path(problem.file).stem for problem in loaded.problems} == {
        "pipe", "folder", "loop", "zero", "latin", "wide", "large", "deep", "dotted", "long", "hex",
    }  # fmt: skip
    assert "pot-book" in loaded.catalogue.resources


def test_a_folder_of_ones_own_stands_in_for_the_bundled_ones(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD.replace(", databases = 3", ""))
    loaded = curricula.load(tmp_path, None)
    assert not loaded.problems
    assert loaded.catalogue.axes().weights == {"pottery": 500_000}


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    assert not curricula.load(ROOT / "curricula", tmp_path / "nowhere").problems
