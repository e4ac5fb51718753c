"""The three ways to look at the path say the same."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import as_text
from planner.cli.commands import cli
from planner.presentation import path_rows
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.widgets.path_list import PathList


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "p.toml"
    arguments = ["setup", "--title", "data-engineer", "--hours-per-week", "9", "--domain", "finance-fraud"]
    assert CliRunner().invoke(cli, [*arguments, "--profile", str(file)]).exit_code == 0
    return file


def _printed(file: Path, *words: str, width: int = 120) -> str:
    result = CliRunner().invoke(cli, [*words, "--profile", str(file)], env={"COLUMNS": str(width)})
    assert result.exit_code == 0, result.output
    return result.stdout


async def test_command_document_and_screen_say_the_same(file: Path) -> None:
    printed, document = _printed(file, "path"), json.loads(_printed(file, "path", "--json"))
    standing = Session.open(file).standing
    assert document["adopted"]
    rows = [row for row in path_rows.rows(standing) if row.kind == "item"]
    items = [item for leg in document["legs"] for item in leg["items"]]
    assert [item["id"] for item in items] == [row.id for row in rows] == list(standing.steps)
    for item in items:
        step, span = standing.steps[item["id"]], standing.spans[item["id"]]
        assert item["hours"] == round(step.hours, 2)
        assert date.fromisoformat(item["finish"]) == span.finish
        assert item["position"]["software"] == step.position.software
    assert document["hours"] == round(standing.path.hours, 2)
    assert printed.splitlines() == as_text(path_rows.draw(standing, 120)).splitlines()
    app = PlannerApp(Session.open(file))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        shown = app.screen.query_one(PathList)
        assert _rows(shown, 80) == _printed(file, "path", width=80).splitlines()
        for on_strip, row in zip(_rows(shown, 120), printed.splitlines(), strict=True):
            assert on_strip.startswith(row[:20])
            if row.startswith(("  ○", "  ·", "  ▸", "  ≈")):
                assert set(row[-40:].split()[1:]) <= set(on_strip.split())
        assert [shown.resource_at(row) for row in range(shown.row_count()) if shown.resource_at(row)] == [
            row.id for row in rows
        ]
        await pilot.press("b")
        assert _rows(shown, 120) == _printed(file, "path", "--by-week").splitlines()


def _rows(shown: PathList, width: int) -> list[str]:
    return as_text(shown.row_line(row, width) for row in range(shown.row_count())).splitlines()


def test_the_path_of_a_what_if_says_how_it_differs(file: Path) -> None:
    first = json.loads(_printed(file, "path", "--json"))["legs"][0]["items"][0]["id"]
    other = json.loads(_printed(file, "path", "--json", "--without", first))
    ids = [item["id"] for leg in other["legs"] for item in leg["items"]]
    assert first not in ids
    assert first in other["difference"]["dropped"]
    assert set(other["difference"]["added"]) <= set(ids)
    assert json.loads(_printed(file, "path", "--json"))["adopted"]
    assert "instead of" in _printed(file, "path", "--hours-per-week", "20")
