"""House rules that no tool holds."""

import ast
import re
import tomllib

import pytest

from builders import ROOT, bundled, script
from planner.cli.commands import cli

SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES = {"tui/app.py": 120, "tui/screens/main.py": 250}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT / "src" / "planner")))
def test_a_module_is_one_idea_of_a_readable_length(file: object) -> None:
    text = file.read_text("utf-8")  # type: ignore[attr-defined]
    name = str(file.relative_to(ROOT / "src" / "planner"))  # type: ignore[attr-defined]
    assert text.count("\n") <= MOST_LINES.get(name, 300)
    assert ast.get_docstring(ast.parse(text))


def test_colours_stand_in_the_themes_and_in_the_report_s_style_alone() -> None:
    for file in SOURCES:
        if file.name not in ("themes.py", "report_style.py"):
            assert not re.search(r"[\"']#[0-9a-fA-F]{3,8}[\"']", file.read_text("utf-8")), file
    sheets = sorted((ROOT / "src/planner/tui").glob("*.tcss"))
    assert len(sheets) == 3
    for sheet in sheets:
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", sheet.read_text("utf-8")), sheet


def test_data_never_becomes_markup() -> None:
    """`escape` is no fix; a bare f-string in a widget or a notification without `markup=False` is a leak."""
    for file in (ROOT / "src" / "planner" / "tui").rglob("*.py"):
        text = file.read_text("utf-8")
        assert "from_markup" not in text
        assert "import escape" not in text
        for call in (each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            plain_texts = all(isinstance(each, ast.Constant) for each in call.args)
            if name == "notify":
                literal = any(each.arg == "markup" for each in call.keywords)
                assert plain_texts or literal, f"{file.name}:{call.lineno}"
            if name in ("Static", "Label", "Option", "update"):
                wrapped = all(isinstance(each, ast.Constant | ast.Call) for each in call.args)
                assert wrapped, f"{file.name}:{call.lineno}"


def test_nothing_committed_names_an_index_or_a_machine() -> None:
    for file in sorted((ROOT / "requirements").iterdir()):
        pins = file.read_text("utf-8")
        assert "://" not in pins
        assert "--hash=" in pins
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "unicorn-planner"


def test_the_readme_has_every_key_and_every_picture_it_shows() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert script("readme").text() == readme, "run `make readme`"
    pictures = re.findall(r"\(screenshots/([^)]+)\)", readme)
    assert len(pictures) >= 4
    assert all((ROOT / "screenshots" / each).is_file() for each in pictures)


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in cli.commands:
        assert f"`planner {name}" in readme, name
    for file in ("README.md", "CHANGELOG.md"):
        assert str(len(bundled().resources)) in (ROOT / file).read_text("utf-8")


def test_the_paths_in_the_docs_are_what_the_program_computes() -> None:
    assert script("paths").text() == (ROOT / "docs" / "paths.md").read_text("utf-8"), "run `make paths`"


def test_the_sensitivity_in_the_docs_is_what_the_program_computes() -> None:
    assert script("model").text() == (ROOT / "docs" / "model.md").read_text("utf-8"), "run `make model`"
