"""Bad files, one at a time: what is wrong is said, with file and line, and the good neighbour loads."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import bad_files
from bad_files import STEM, Bad, sound
from builders import ROOT, profile_of
from command import run
from planner.core.text import clean
from planner.storage import curricula, profile_file
from planner.storage.curriculum_format import schema
from planner.storage.profile_file import ProfileError

MOST_MEGABYTES = 300
MOST_SECONDS = 2.0
"""Of processor time, the start of the program included, for each file."""
_NOBODY = 65534
DATA = ROOT / "tests" / "data"
WRONG: Mapping[str, tuple[str, ...]] = {
    "string": ("1", "1.5", "true", "2026-11-23", "[]", "{}", "nan"),
    "number": ('"12"', "true", "nan", "inf", "-1e9", "07:32:00", "[1]", "{ a = 1 }"),
    "integer": ('"12"', "true", "1.5", "nan", "-1", "2026-11-23", "[1]", "{ a = 1 }"),
    "boolean": ('"true"', "1", "0.0", "[]", "{}"),
    "array": ('"x"', "1", "true", "[1]", "[[1.5]]", "{}", "[{ a = nan }]"),
    "object": ('"x"', "1", "[]", "[1]", "{ a = true }", '{ a = "1" }', "{ a = nan }", "{ a = { b = 1 } }"),
}


def _folder(tmp_path: Path, bad: Bad) -> Path:
    folder = tmp_path / "curricula"
    folder.mkdir()
    neighbour = sound("neighbour").replace("bad-art", "good-art")
    (folder / "neighbour.toml").write_text(neighbour)
    bad.make(folder / f"{STEM}.toml")
    return folder


def test_there_are_many_of_them() -> None:
    names = [bad.name for bad in bad_files.curricula()]
    assert len(set(names)) == len(names) >= 70


@pytest.mark.parametrize("bad", bad_files.light(), ids=lambda bad: bad.name)
def test_a_bad_file_is_left_out_and_the_good_one_loads(bad: Bad, tmp_path: Path) -> None:
    loaded = curricula.load(ROOT / "tests" / "data" / "small", _folder(tmp_path, bad))
    assert "neighbour-book" in loaded.catalogue.resources
    assert (not loaded.problems) == bad.is_fine
    for each in loaded.problems:
        assert each.file.startswith(str(tmp_path))
        assert "neighbour" not in each.file
        assert clean(str(each), 2000) == str(each)
    assert not bad.lined or bad.is_fine or loaded.problems[0].line


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("bad", bad_files.curricula(), ids=lambda bad: bad.name)
def test_a_bad_file_costs_next_to_nothing(bad: Bad, tmp_path: Path) -> None:
    """A process of its own, with so much memory and no more."""
    folder = _folder(tmp_path, bad)
    code = "import sys; from planner.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "check", "--json"]
    own = {**os.environ, "PLANNER_HOME": str(folder.parent)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, env=own, capture_output=True, timeout=300, check=False, preexec_fn=_bounded
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert b"Traceback" not in done.stderr
    assert b"inside planner" not in done.stderr, done.stderr
    found = json.loads(done.stdout)
    assert done.returncode == (0 if bad.is_fine else 1)
    assert {Path(each["file"]).parent for each in found["problems"]} <= {folder}
    assert any("neighbour" in each["file"] for each in found["advice"])
    assert not bad.lined or bad.is_fine or any(each["line"] for each in found["problems"])
    assert spent < MOST_SECONDS * bad.files, spent


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEGABYTES << 20, MOST_MEGABYTES << 20))


def _fields() -> Iterator[tuple[str, str, str]]:
    """Go through every field of every table with each value that is wrong for it."""
    whole = schema()
    tables = {"": whole} | {
        name: whole["$defs"][f"{name.title()}Table"] for name in ("competency", "resource", "role")
    }
    for table, shape in tables.items():
        for field, about in shape["properties"].items():
            if (table, field) in (("", "competency"), ("", "resource"), ("", "role")):
                continue
            for value in WRONG[_type_of(about)]:
                yield table, field, value


def _type_of(about: Mapping[str, Any]) -> str:
    for each in (about, *about.get("anyOf", ())):
        if "type" in each and each["type"] != "null":
            return str(each["type"])
    options = about.get("enum", [about.get("const", "")])
    return "integer" if isinstance(options[0], int) else "string"


def _with(table: str, field: str, value: str) -> tuple[str, int]:
    """Return a curriculum with a wrong value in it, and on which line."""
    role = '\n[[role]]\nid = "r"\ntitle = "R"\nml = 1\nsoftware = 1\n'
    lines = (sound() + role).splitlines()
    start = lines.index(f"[[{table}]]") + 1 if table else 0
    end = next((at for at in range(start, len(lines)) if lines[at].startswith("[")), len(lines))
    written = f"{field} = {value}"
    at = next((at for at in range(start, end) if lines[at].startswith(f"{field} ")), None)
    if at is None:
        lines.insert(start, written)
        at = start
    else:
        lines[at] = written
    return "\n".join(lines), at + 1


def test_every_wrong_type_in_every_field_is_told(tmp_path: Path) -> None:
    every = list(_fields())
    assert len(every) >= 200
    for table, field, value in every:
        text, line = _with(table, field, value)
        (tmp_path / f"{STEM}.toml").write_text(text)
        problems = curricula.load(DATA / "small", tmp_path).problems
        told = [each for each in problems if each.line == line and field in each.key]
        assert told or _may_be(table, field, value), (table, field, value, problems)


def _may_be(table: str, field: str, value: str) -> bool:
    """Return whether a value is fine there after all: an empty list, or an empty table where it may be."""
    return (
        value == "{}"
        or (value == "[]" and field != "teaches")
        or (table, field, value) == ("role", "typical", "{}")
    )


def _profiles() -> Iterator[Bad]:
    good = (DATA / "small.profile.toml").read_text("utf-8")
    for each in bad_files.light():
        if not each.name.startswith(
            ("hours", "name", "lock", "folder", "an area", "another", "a newer", "an address")
        ):
            yield each
    yield Bad("no format", lambda file: _write(file, good.replace("format = 1\n", "")))
    yield Bad("a format that is true", lambda file: _write(file, good.replace("format = 1", "format = true")))
    yield Bad("no id", lambda file: _write(file, good.replace('profile_id = "small"', "")))
    yield Bad("an id that is none", lambda file: _write(file, good.replace('"small"', "1979-05-27")))
    yield Bad("65 bits", lambda file: _write(file, f"{good}\n[later.x]\ny = {1 << 64}\n"))
    yield Bad(
        "a table that is none",
        lambda file: _write(file, good.replace("[notes.first-steps]", "[x.y]\n[[notes]]")),
    )


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("bad", list(_profiles()), ids=lambda bad: bad.name)
def test_a_bad_profile_is_told_and_left_alone(bad: Bad, tmp_path: Path) -> None:
    file = tmp_path / f"{STEM}.toml"
    bad.make(file)
    before = file.read_bytes() if file.is_file() and file.stat().st_size < 1 << 20 else None
    result = run("status", "--profile", str(file), code=1)
    assert f"{STEM}.toml" in result.stderr
    assert "there are no backups; mend it in an editor" in result.stderr
    if before is not None:
        assert file.read_bytes() == before


@pytest.mark.parametrize(
    "value", [*WRONG["object"], *WRONG["array"], *WRONG["number"], '""', "9223372036854775807"]
)
def test_a_wrong_type_in_every_field_of_a_profile_is_no_trouble(value: str, tmp_path: Path) -> None:
    """What is not understood counts for nothing and is kept."""
    fields = (
        "value",
        "status",
        "parts",
        "known",
        "started",
        "finished",
        "text",
        "resource",
        "day",
        "minutes",
        "from",
        "to",
        "legs",
        "hours",
        "short",
    )
    lines = ["format = 1", 'profile_id = "x"', f"odd = {value}"]
    for table in (
        "settings",
        "claims",
        "progress",
        "notes",
        "sessions",
        "pauses",
        "pins",
        "plan",
        "timer",
        "later",
    ):
        for name in ("title", "hours_per_week", "coding", "first-steps", "adopted"):
            lines += [f"[{table}.{name}]", *(f"{field} = {value}" for field in fields), f"at = {value}"]
    file = tmp_path / "p.toml"
    file.write_text("\n".join(lines))
    options = ["--profile", str(file), "--curricula", str(DATA / "small")]
    for command in ("status", "list", "path", "progress", "claim", "next", "chart"):
        run(command, *options)
        run(command, "--json", *options)
    for form in ("json", "csv", "markdown", "ics"):
        run("export", "--format", form, *options)
    run("mark", "shelf", "done", *options)
    kept = profile_file.load(file)
    assert kept is not None
    assert "odd" in {*kept.extra, *kept.tables}
    assert kept.tables["notes"]["coding"].keys() == {*fields, "at"}


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be someone who may not read everything; whoever is not root is that already."""
    if os.geteuid():
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_what_may_not_be_read_is_told_and_the_good_one_loads(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as name:  # not below tmp_path, which is closed to others
        folder = Path(name)
        folder.chmod(0o755)
        curricula.load(_folder(tmp_path, bad_files.light()[0]), None)  # imports what it needs
        for each in ("neighbour", STEM):
            (folder / f"{each}.toml").write_text(sound(each).replace("bad-art", f"{each}-art"))
        profile_file.write(folder / "mine.profile.toml", profile_of())
        (folder / f"{STEM}.toml").chmod(0)
        (folder / "mine.profile.toml").chmod(0)
        with as_nobody():
            loaded = curricula.load(ROOT / "tests" / "data" / "small", folder)
            with pytest.raises(ProfileError, match=r"mine\.profile\.toml.*[Pp]ermission denied"):
                profile_file.load(folder / "mine.profile.toml")
        (problem,) = loaded.problems
        assert problem.file == str(folder / f"{STEM}.toml")
        assert "Permission denied" in str(problem)
        assert "neighbour-book" in loaded.catalogue.resources
