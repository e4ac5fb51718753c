"""What readers of planner hold for any bytes at all: a function for each, which raises where it does not."""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import gettempdir
from typing import cast
from urllib.parse import urlsplit

from builders import ROOT, at
from planner.core.catalogue import Catalogue
from planner.core.disagreement import disagreements
from planner.core.link import plain_link
from planner.core.lint import advise
from planner.core.marking import checked_off
from planner.core.merge import merge
from planner.core.problem import Problem
from planner.core.profile import Profile
from planner.core.standing import Standing
from planner.core.text import clean
from planner.core.tonight import upcoming
from planner.exchange import calendar, document, markdown, table
from planner.exchange.checklist import ticks_of
from planner.exchange.conversion import Wish, convert
from planner.presentation import (
    curriculum_rows,
    documents,
    keeping_rows,
    map_page,
    next_rows,
    path_document,
    path_rows,
    progress_document,
    progress_page,
    reports,
    resource_detail,
)
from planner.presentation.lines import Line, plain
from planner.storage import config_file, curriculum_files, journal
from planner.storage.failures import DamagedProfileError
from planner.storage.guard import RefusedError, decode
from planner.storage.profile_format import parse_any
from planner.storage.profile_text import dump
from planner.storage.toml_lines import key_lines
from planner.storage.toml_reader import UnreadableTomlError, read_toml

DATA = ROOT / "tests" / "data"
MOST = 1 << 20
NOW = at("2026-11-26T20:00:00+01:00")()
TODAY = date(2026, 11, 26)
_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Memory:
    """A file that is nowhere but here."""

    name: str
    content: bytes

    def read_bytes(self) -> bytes:
        return self.content

    def __str__(self) -> str:
        return self.name


def curriculum(data: bytes) -> None:
    """A curriculum is loaded beside sound ones, or all that is wrong with it is said; they load anyway."""
    file = cast("Traversable", Memory("fuzz.toml", data))
    reading = curriculum_files.read([*((each, True) for each in _small_files()), (file, False)])
    names = {each.id for each in reading.catalogue.curricula}
    assert {"craft", "models", "shop"} <= names
    assert ("fuzz" in names) != bool(reading.problems)
    _said(reading.problems, "fuzz.toml")
    if "fuzz" not in names:
        return
    for remark in advise(reading.catalogue):
        assert clean(remark.text, 2000) == remark.text
    standing = Standing(reading.catalogue, _small_profile(), TODAY)
    for resource in reading.catalogue.curricula[-1].resources[:3]:
        _printable(resource_detail.draw(standing, resource, _WIDTH))
    _printable(_rows(standing))
    _lines(markdown.checklist(standing.catalogue, standing.profile))


def profile(data: bytes) -> None:
    """A profile is read, drawn, merged and written back the same; or it is damaged, and it is said where."""
    try:
        found, _ = parse_any(decode(data, MOST))
    except RefusedError:
        return
    except DamagedProfileError as error:
        _said([Problem("fuzz.toml", error.reason, error.key, error.line)], "fuzz.toml")
        return
    text = dump(found)
    back, _ = parse_any(text)
    assert dump(back) == text
    assert dump(merge(found, back)) == text
    keeping_rows.draw_differences(disagreements(_small_profile(), found), _WIDTH)
    _drawn(Standing(_small_catalogue(), found, TODAY))


def checklist(data: bytes) -> None:
    """The check marks of a Markdown list are marks of resources that there are."""
    text = _text(data)
    if text is None:
        return
    catalogue = _small_catalogue()
    found = ticks_of(text, catalogue)
    assert {*found.marks, *found.parts} <= catalogue.resources.keys()
    entries = checked_off(catalogue, _small_profile(), found.marks, found.parts, TODAY)
    dump(_small_profile().with_entries(entries))


def conversion(data: bytes) -> None:
    """What a Markdown list is converted to is a curriculum without problems."""
    text = _text(data)
    if text is None:
        return
    found = convert(text, Wish("fuzz", base="https://example.org/list/"))
    assert len(set(found.done)) == len(found.done) <= found.resources
    if found.resources:
        file = cast("Traversable", Memory("fuzz.toml", found.text.encode()))
        reading = curriculum_files.read([(file, False)])
        assert not reading.problems, reading.problems[0]
        assert len(reading.catalogue.resources) == found.resources
        assert not set(found.done) - reading.catalogue.resources.keys()


def toml(data: bytes) -> None:
    """TOML is read as the standard library reads it, or refused with a reason; every table has a line."""
    text = _text(data)
    if text is None:
        return
    try:
        document_ = read_toml(text)
    except UnreadableTomlError as error:
        _said([Problem("fuzz.toml", error.reason, line=error.line)], "fuzz.toml")
        return
    assert repr(document_) == repr(tomllib.loads(text))
    assert all(0 < line <= text.count("\n") + 1 for line in key_lines(text).values())


def changes(data: bytes) -> None:
    """The journal of changes is read, or there is nothing to undo."""
    folder = _scratch()
    file = journal._file(folder, "fuzz")
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    for each in journal.recall(folder, "fuzz"):
        assert each.after.keys() == each.before.keys()
        clean(each.label)


def config(data: bytes) -> None:
    """A person's wishes are read, or all that is wrong with them is said."""
    file = _scratch() / "config.toml"
    file.write_bytes(data)
    found = config_file.load(file)
    _said(found.problems, str(file))
    assert all(isinstance(key, str) for keys in found.keys.values() for key in keys)


def link(data: bytes) -> None:
    """Whatever is made of an address is plain, stays so, and names a place in the web."""
    text = _text(data)
    plain = plain_link(text or "")
    assert plain_link(plain) == plain
    assert clean(plain, len(plain) + 1) == plain
    if plain:
        parts = urlsplit(plain)
        assert plain.isascii()
        assert " " not in plain
        assert parts.scheme in ("http", "https")
        assert parts.hostname
        assert parts.username is parts.password is None


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (curriculum, profile, checklist, conversion, toml, changes, config, link)
}
"""The readers by name."""


def seeds(name: str) -> Iterable[bytes]:
    """Return what fuzzing of a reader begins with: sound files, and what was found before."""
    kinds = {
        "curriculum": [*DATA.glob("small/*.toml"), *DATA.glob("update/*/*.toml")],
        "profile": [DATA / "small.profile.toml", *DATA.glob("profiles/*.toml")],
        "toml": [*DATA.glob("small/*.toml"), DATA / "small.profile.toml"],
        "checklist": [*DATA.glob("*.md")],
        "conversion": [*DATA.glob("*.md")],
    }
    for file in kinds.get(name, []):
        yield file.read_bytes().replace(b'id = "craft"', b'id = "fuzz"')
    yield from (file.read_bytes() for file in findings(name))
    if name in ("curriculum", "toml"):
        yield b'format = 1\nid = "fuzz"\ntitle = "Fuzz"\n'
    if name == "checklist":
        yield markdown.checklist(_small_catalogue(), _small_profile()).encode()
    if name == "config":
        yield b'theme = "nord"\nmotion = "none"\n[keys]\ntoggle = "d"\nundo = ["z", "ctrl+z"]\n'
    if name == "link":
        yield from (url.encode("utf-8", "surrogatepass") for url in _LINKS)
    if name == "changes":
        yield _CHANGES


def findings(name: str) -> list[Path]:
    """Return the files that once were too much for a reader."""
    return sorted((DATA / "fuzz" / name).glob("*"))


_LINKS = (
    "https://example.org/a?b=c#d", "HTTPS://Example.org:80/%s", "https://m\u00fcller.example/\u00e9",
    "https://me:pw@example.org", "https://[::1]/", "javascript:alert(1)",
)  # fmt: skip
_CHANGES = b"""\
[[change]]
label = "First Steps: done"
takes_back = ""
[[change.entry]]
table = "progress"
name = "first-steps"
[change.entry.before]
status = "todo"
at = "2026-11-10T10:00:00.000Z-0000-aaaaaaaa"
[change.entry.after]
status = "done"
at = "2026-11-10T11:00:00.000Z-0000-aaaaaaaa"
"""


@cache
def _small_files() -> tuple[Traversable, ...]:
    return tuple(
        cast("Traversable", Memory(file.name, file.read_bytes()))
        for file in sorted((DATA / "small").glob("*.toml"))
    )


@cache
def _small_catalogue() -> Catalogue:
    return curriculum_files.read([(each, True) for each in _small_files()]).catalogue


@cache
def _small_profile() -> Profile:
    return parse_any((DATA / "small.profile.toml").read_text("utf-8"))[0]


@cache
def _scratch() -> Path:
    shared = Path("/dev/shm")  # noqa: S108 - memory, where there is some: nothing is kept
    folder = (shared if shared.is_dir() else Path(gettempdir())) / "planner-fuzz"
    folder.mkdir(exist_ok=True)
    return folder


def _text(data: bytes) -> str | None:
    try:
        return decode(data, MOST)
    except RefusedError:
        return None


def _said(problems: Iterable[Problem], file: str) -> None:
    """Hold that each problem names its file, says something, and is safe to print."""
    for each in problems:
        assert each.file == file
        assert each.reason
        assert each.line is None or each.line > 0
        assert clean(str(each), 2000) == str(each)


def _rows(standing: Standing) -> list[Line]:
    rows = curriculum_rows.tree(standing.catalogue, standing.profile.settings.domain, frozenset())
    return [curriculum_rows.draw(standing, each, _WIDTH) for each in rows]


def _drawn(standing: Standing) -> None:
    """Draw all that a profile can change, and hold that nothing in it is more than text."""
    _printable(reports.status(standing, _WIDTH))
    _printable(reports.claims(standing, _WIDTH))
    _printable(path_rows.draw(standing, _WIDTH))
    _printable(progress_page.text(standing, _WIDTH))
    _printable(map_page.draw(standing, _WIDTH))
    _printable(next_rows.draw(standing, upcoming(standing, 4), _WIDTH))
    _printable(_rows(standing))
    for resource in standing.catalogue.resources.values():
        _printable(resource_detail.draw(standing, resource, _WIDTH))
        json.dumps(documents.resource(standing, resource))
    json.dumps([documents.status(standing), progress_document.document(standing), documents.claims(standing)])
    json.dumps(path_document.path(standing, TODAY))
    json.loads(document.as_text(standing.catalogue, standing.profile))
    table.rows_of(standing)
    _lines(markdown.checklist(standing.catalogue, standing.profile))
    calendar.calendar(standing, NOW)


def _printable(lines: Iterable[Line]) -> None:
    for each in lines:
        text = plain(each)
        assert clean(text, len(text)) == text


def _lines(text: str) -> None:
    for each in text.split("\n"):
        assert clean(each, len(each)) == each
