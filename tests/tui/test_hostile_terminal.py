"""planner in a real terminal on files full of hostile text, walked through every view, page and dialogue."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS

from command import run
from hostility import Home, benign_home, hostile_home, kinds
from planner.presentation.commands import COMMANDS, VIEWS, Command
from terminal import KEYS, Terminal

_LEAVING = {"quit", "next", "previous", "back"}
_MOVES = {"left": "\x1b[D", "right": "\x1b[C", "shift+tab": "\x1b[Z"}
_SETUP = ("setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "f1")


def _typed(key: str) -> str:
    """Return what a terminal sends for a key by its name."""
    if len(key) == 1:
        return key
    if key.startswith("ctrl+"):
        return chr(ord(key[5]) & 0x1F)
    if known := {**KEYS, **_MOVES}.get(key):
        return known
    name = REPLACED_KEYS.get(key, key)
    return unicodedata.lookup(KEY_TO_UNICODE_NAME.get(name, name.replace("_", " ")))


def _commands() -> list[Command]:
    return [each for each in COMMANDS if each.id not in _LEAVING]


def _short_walk() -> Iterator[Sequence[str]]:
    """Go through every view, then through every page over the last one."""
    yield from ((str(number),) for number in range(1, len(VIEWS) + 1))
    yield ("2", "down", "down", "down")
    for each in _commands():
        if each.action.startswith("page("):
            yield (each.keys.split(",")[0],)
            yield ("escape",)


def _long_walk() -> Iterator[Sequence[str]]:
    """Go through every command in every view, with a few keys in whatever that opens."""
    for number in range(1, len(VIEWS) + 1):
        for each in _commands():
            yield (str(number), "down", "down")
            yield (each.keys.split(",")[0],)
            yield ("down", "a", "tab", "enter")
            yield ("escape",)
            yield ("escape",)
        yield from [("down",) * 10] * 9


def _run(walk: Iterator[Sequence[str]], homes: Sequence[Home], quiet: float) -> list[str]:
    """Walk through planner on several homes side by side; return what each wrote to its terminal."""
    terminals = []
    for home in homes:
        run(_SETUP[0], *home.options, *_SETUP[1:])
        terminals.append(Terminal(*home.options, size=(120, 40), env=_own(home)))
    for each in terminals:
        each.wait_for("h/week", 60)
        each.settle()
    for keys in walk:
        for each in terminals:
            each.press(*map(_typed, keys))
        for each in terminals:
            each.settle(quiet)
    for each in terminals:
        assert each.process.isalive(), each.text
        each.press("\x1b")
        each.settle()
        each.press("\x1b")
        each.settle()
        each.press("q")
        assert each.wait_for_end(60) == 0, each.text
        assert b"Traceback" not in each.raw
    return [each.raw.decode("utf-8", "replace").replace("\ufffd", "") for each in terminals]


def _own(home: Home) -> dict[str, str]:
    return {"PLANNER_HOME": str(home.folder / "own"), "BROWSER": "true", "DISPLAY": ""}


def _homes(folder: Path) -> tuple[Home, Home]:
    return benign_home(folder / "benign"), hostile_home(folder / "hostile")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what an export writes written there."""
    monkeypatch.chdir(tmp_path)


def test_hostile_files_make_a_terminal_do_nothing_that_others_do_not(tmp_path: Path) -> None:
    benign, hostile = map(kinds, _run(_short_walk(), _homes(tmp_path), 0.06))
    assert hostile - benign == set()
    assert "CSI m" in hostile


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_nor_do_they_after_every_command_in_every_view(tmp_path: Path) -> None:
    benign, hostile = map(kinds, _run(_long_walk(), _homes(tmp_path), 0.12))
    assert hostile - benign == set()


def test_the_audit_sees_what_would_be_wrong() -> None:
    """A raw title, as a terminal would get it, is seen for what it is."""
    written = "\x1b]52;c;cm0=\x07 \x9b5n \x1b[31mx\x1b[c \u202e \x00 \x1bP$qm\x1b\\ e" + "\u0301" * 5
    assert kinds(written) == {
        "OSC 52", "U+009B", "CSI m", "CSI c", "U+202E", "U+0000", "ESC P", "ESC \\", "more than four accents",
    }  # fmt: skip
