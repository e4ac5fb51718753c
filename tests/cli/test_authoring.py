import json
import tomllib
from pathlib import Path

import pytest

from builders import OWN_CURRICULUM, ROOT, bundled
from command import read, run, validator
from planner.core.problem import Code
from planner.storage.curriculum_format import schema

DATA = ROOT / "tests" / "data"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of one's own curricula, with a sound one in it."""
    folder = tmp_path / "home" / "curricula"
    folder.mkdir(parents=True)
    (folder / "good.toml").write_text(OWN_CURRICULUM, "utf-8")
    return folder


def write(file: Path, more: str = "", silence: str = "") -> Path:
    file.write_text(
        f'format = 1\nid = "{file.stem}"\ntitle = "T"\narea = "ml"\n{silence}\n'
        f'[[competency]]\nid = "{file.stem}-c"\ntitle = "C"\nweight = 0\n{more}',
        "utf-8",
    )
    return file


RESOURCE = """
[[resource]]
id = "{}"
title = "R"
kind = "book"
hours = 2
url = "{}"
teaches = {{ {} = 50 }}
{}
"""


def test_check_looks_at_the_files_it_is_given_and_no_others(own: Path, tmp_path: Path) -> None:
    broken = write(own / "broken.toml", "hours = 1\n")
    assert "broken.toml:10: " in run("check", code=1).stdout
    assert "1 file" in run("check", str(own / "good.toml")).stderr
    assert "broken.toml" in run("check", str(broken), code=1).stdout
    assert "broken.toml" in run("check", str(own), code=1).stdout
    outside = write(
        tmp_path / "outside.toml", RESOURCE.format("r", "https://e.org", "good-c", 'requires = ["ddia"]')
    )
    assert "there is no" not in run("check", str(outside), code=1).stderr
    assert "no curriculum has a competency 'good-c'" in run("check", str(outside), code=1).stdout
    assert "already" not in run("check", str(own / "good.toml"), str(own / "good.toml")).stdout
    run("check", str(tmp_path / "none.toml"), code=2)


def test_a_shipped_file_is_checked_as_what_it_is() -> None:
    document = read("check", str(ROOT / "curricula" / "software.toml"))
    assert (document["files"], document["problems"], document["advice"]) == (1, [], [])
    assert document["resources"] == sum(
        each.curriculum == "software" for each in bundled().resources.values()
    )


def test_advice_has_a_line_and_a_code_and_refuses_only_when_it_is_to(own: Path) -> None:
    (own / "good.toml").unlink()
    file = write(own / "mine.toml", RESOURCE.format("r", "http://e.org", "mine-c", ""))
    found = run("check", str(file)).stdout
    assert f"{file}:17: resource[r].teaches: r teaches 25.00 points an hour; 1.5 at the most [rate]" in found
    assert {line.rpartition("[")[2] for line in found.splitlines()} == {
        "rate]",
        "https]",
        "practice]",
        "reach]",
    }
    assert "4 pieces of advice" in run("check", str(file)).stderr
    run("check", "--strict", str(file), code=1)


@pytest.mark.parametrize(
    ("silence", "more", "left"),
    [
        ('silence = ["rate", "https"]', "", {"practice", "reach"}),
        ("", 'silence = ["rate"]', {"https", "practice", "reach"}),
        ('silence = ["practice", "reach", "rate", "https"]', "", set()),
    ],
)
def test_codes_are_silenced_in_the_file_or_in_one_table(
    silence: str, more: str, left: set[str], tmp_path: Path
) -> None:
    file = write(tmp_path / "mine.toml", RESOURCE.format("r", "http://e.org", "mine-c", more), silence)
    assert {each["code"] for each in read("check", str(file))["advice"]} == left


def test_a_code_that_there_is_not_is_a_problem(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.toml", silence='silence = ["everything"]')
    assert "mine.toml:5: silence" in run("check", str(file), code=1).stdout


def test_every_code_is_explained() -> None:
    from typing import get_args

    text = (ROOT / "curricula" / "README.md").read_text("utf-8")
    assert all(f"| `{code}` |" in text for code in get_args(Code))


def test_check_as_json_lists_problems_and_exits_with_1(own: Path) -> None:
    file = write(own / "broken.toml", "hours = 1\n")
    result = run("check", "--json", code=1)
    document = json.loads(result.stdout)
    validator("check").validate(document)
    (problem,) = document["problems"]
    assert (problem["file"], problem["line"]) == (str(file), 10)
    assert "no such key" in problem["reason"]


def test_schema_prints_the_schema() -> None:
    assert json.loads(run("schema").stdout) == schema()


def test_a_new_curriculum_is_sound_and_has_its_schema_beside_it(tmp_path: Path) -> None:
    run("new", "curriculum", 'Töpfern "zu Hause" \x1b[31m')
    file = tmp_path / "home" / "curricula" / "topfern-zu-hause-31m.toml"
    assert file.exists()
    assert (file.parent / "curriculum.schema.json").read_text("utf-8") == run("schema").stdout
    assert not run("check", "--strict", str(file)).stdout
    assert "topfern-zu-hause-31m-first-book" in run("list", "--search", "first book").stdout
    assert "there already" in run("new", "curriculum", 'Töpfern "zu Hause" \x1b[31m', code=1).stderr
    other = tmp_path / "glazes.toml"
    run("new", "curriculum", "字", "-o", str(other))
    assert tomllib.loads(other.read_text("utf-8"))["id"] == "glazes"
    assert (
        "call it 'my-glazes.toml'"
        in run("new", "curriculum", "x", "-o", str(tmp_path / "My Glazes.TOML"), code=1).stderr
    )
    run("new", "curriculum", "字")
    assert (file.parent / "my-curriculum.toml").exists()


@pytest.mark.parametrize(("name", "done"), [("interview", 2), ("courses", 1)])
def test_what_is_converted_passes_the_check_and_opens(name: str, done: int, tmp_path: Path) -> None:
    own = tmp_path / "home" / "curricula"
    own.mkdir(parents=True)
    said = run("convert", str(DATA / f"{name}.md"), "-o", str(own / f"{name}.toml")).stderr
    assert "with a link" in said
    assert {each.name for each in own.iterdir()} == {
        f"{name}.toml",
        f"{name}.profile.toml",
        "curriculum.schema.json",
    }
    assert not read("check", str(own / f"{name}.toml"))["problems"]
    assert "left out" not in run("list").stderr
    run("import", str(own / f"{name}.profile.toml"))
    states = [each["state"] for each in read("list")["resources"] if each["id"].startswith(f"{name}-")]
    assert states.count("done") == done
    assert read("status")["position"] == {"ml": 0, "software": 0, "domain": 0}


def test_the_marks_of_the_list_itself_fit_what_it_was_converted_to(tmp_path: Path) -> None:
    own = tmp_path / "home" / "curricula"
    own.mkdir(parents=True)
    run("convert", str(DATA / "interview.md"), "-o", str(own / "interview.toml"))
    assert "2 of interview.md marked" in run("import", str(DATA / "interview.md")).stderr


def test_convert_prints_or_asks_before_it_replaces(tmp_path: Path) -> None:
    printed = run(
        "convert", str(DATA / "courses.md"), "--base", "https://example.org/", "--area", "ml"
    ).stdout
    assert tomllib.loads(printed)["id"] == "courses"
    assert "https://example.org/courses/design.md" in printed
    out = tmp_path / "out.toml"
    out.write_text("precious")
    assert "--yes" in run("convert", str(DATA / "courses.md"), "-o", str(out), code=1).stderr
    assert out.read_text() == "precious"
    run("convert", str(DATA / "courses.md"), "-o", str(out), "--yes")
    assert tomllib.loads(out.read_text("utf-8"))["id"] == "out"
    empty = tmp_path / "empty.md"
    empty.write_text("# Nothing\n\nhere")
    assert "has no list" in run("convert", str(empty), code=1).stderr
