"""Every command on files full of hostile text: what it prints is text."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hostility import PAYLOADS, Home, benign_home, hostile_home, kinds, literal
from planner.cli.commands import cli

TWINS = ("status", "next", "path", "list", "progress", "claim", "chart", "where", "check", "restore")
"""Commands that need no argument, and print JSON as well."""
_SETUP = ("setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "f1")
_WRITERS = ("toml", "json", "csv", "markdown", "ics")


def _reading(home: Home) -> Iterator[Sequence[str]]:
    """Go through the commands that only read, with arguments that make them say all they can."""
    for name in TWINS:
        yield from ((name,), (name, "--json"))
    yield from (("why", name) for name in ("software", "ml", "domain", "c1"))
    yield from (("show", "r3", "--json"), ("why", "software", "--json"), ("list", "--search", "x"))
    yield from (("export", "--format", form) for form in _WRITERS)
    yield from (("completions", shell) for shell in ("bash", "zsh", "fish"))
    yield from (("path", "--with", "r30", "--without", "r5"), ("note", "r3"), ("schema",), ("report",))
    yield from (("check", str(home.curricula)), ("convert", str(home.folder / "list.md")))


def _changing(home: Home) -> Iterator[Sequence[str]]:
    """Go through the commands that change something."""
    listed, other, own = (str(home.folder / name) for name in ("list.md", "other.toml", "mine.toml"))
    yield from (("import", listed), ("import", other), ("import", other, "--yes"))
    yield ("convert", listed, "-o", str(home.folder / "converted.toml"))
    yield from (("merge", str(home.profile), str(home.profile), other), ("merge", "--install"))
    yield from (("mark", "r3", "done"), ("note", "r3", home.words[0]), ("part", "r2", "+1"))
    yield from (("log", "r2", "30"), ("pin", "r4"), ("claim", "c2", "40"), ("undo",))
    yield from (("timer", "start", "r5"), ("timer", "status"), ("timer", "stop", "--minutes", "5"), ("keys",))
    yield from (("restore", "--list"), ("restore", "1"), ("new", "curriculum", home.words[6], "-o", own))


def _refused(home: Home) -> Iterator[Sequence[str]]:
    """Go through commands that are given what they cannot take."""
    yield from (("show", word) for word in home.words[::8])
    words = home.words
    yield from (("mark", "r3", words[1], words[2]), ("part", "r2", words[3]), ("claim", words[4], "40"))
    yield ("setup", "--title", words[5], "--hours-per-week", "8", "--domain", "f1")
    yield from (
        ("list", "--kind", words[7]),
        ("check", f"/nowhere/{words[8]}"),
        (words[9],),
        ("list", words[10]),
    )


def _said(home: Home) -> dict[Sequence[str], str]:
    """Return what each command prints, stdout and stderr; none of them fails in an unexpected way."""
    said = {}
    for words in (_SETUP, *_reading(home), *_changing(home), *_refused(home)):
        options = [] if words[0] in ("schema", "completions", "new") else home.options
        result = CliRunner().invoke(cli, [*words[:1], *options, *words[1:]], prog_name="planner")
        assert result.exit_code in (0, 1, 2), (words, result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit), (words, result.exception)
        said[words] = result.output
    return said


@pytest.fixture
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")


@pytest.mark.usefixtures("colours")
def test_no_command_prints_a_control_function_that_a_benign_run_does_not(tmp_path: Path) -> None:
    benign = kinds("".join(_said(benign_home(tmp_path / "benign")).values()))
    hostile = _said(hostile_home(tmp_path / "hostile"))
    assert benign == {"CSI m"}
    assert {words: kinds(text) - benign for words, text in hostile.items() if kinds(text) - benign} == {}
    assert {words[0] for words in hostile} >= cli.commands.keys() - {"demo", "serve"}


def test_every_payload_is_printed_as_what_it_is(tmp_path: Path) -> None:
    home = hostile_home(tmp_path / "hostile")
    CliRunner().invoke(cli, [_SETUP[0], *home.options, *_SETUP[1:]])
    for number, payload in enumerate(PAYLOADS):
        result = CliRunner().invoke(cli, ["show", *home.options, f"r{number}"])
        assert not kinds(result.output)
        shown = "".join(result.stdout.split())
        assert "".join(literal(payload).split())[:40] in shown, payload


def test_what_is_in_a_profile_survives_its_export(tmp_path: Path) -> None:
    home = hostile_home(tmp_path / "hostile")
    printed = CliRunner().invoke(cli, ["export", "--format", "json", *home.options]).stdout
    notes = {each["id"]: each["note"] for each in json.loads(printed)["resources"]}
    assert notes == {f"r{number}": f"{payload}\n{payload}" for number, payload in enumerate(PAYLOADS)}
    again = tmp_path / "again.toml"
    assert CliRunner().invoke(cli, ["export", "-o", str(again), *home.options]).exit_code == 0
    exported = ["--profile", str(again), "--curricula", str(home.curricula)]
    printed_again = CliRunner().invoke(cli, ["export", "--format", "json", *exported]).stdout
    assert _sorted(json.loads(printed_again)) == _sorted(json.loads(printed))


def _sorted(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "sessions": sorted(document["sessions"], key=str)}
