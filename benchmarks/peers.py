"""The first frames of other Textual programs beside planner's, all of them started in turn."""

import re
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from figures import Figure, ratio
from made_up import PLANNER, SHIPPED, Homes
from pty_clock import time_start

_ESCAPES = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^X][^\x1b]*\x1b\\|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
)
_LEAST = 40
"""Visible characters that make a first frame."""
_INSTALL = 900
"""Seconds after which an installation is given up."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that others use."""

    package: str
    command: tuple[str, ...]
    also: tuple[str, ...] = ()
    """What has to be installed beside it."""


_PEERS = (
    Peer("toolong", ("tl", "a.log")),
    Peer("dooit", ("dooit",)),
    Peer("harlequin", ("harlequin",)),
    Peer("posting", ("posting",), ("tree-sitter<0.26",)),
)


def peers(homes: Homes, rounds: int) -> list[Figure]:
    """Row 3: time to the first frame, as a ratio to that of each peer in the same round."""
    folder = homes.folder("peers")
    (folder / "a.log").write_text("2026-01-01 00:00:00 a line to look at\n" * 200, "utf-8")
    found = {each: _installed(each, folder) for each in _PEERS}
    there = {each: where for each, where in found.items() if isinstance(where, Path)}
    ours: list[float] = []
    theirs: dict[Peer, list[float]] = {each: [] for each in there}
    for _ in range(rounds + 1):
        ours.append(_first_frame([PLANNER], homes.of(SHIPPED), folder))
        for each, where in there.items():
            command = [str(where / each.command[0]), *each.command[1:]]
            theirs[each].append(_first_frame(command, _away(folder), folder))
    figures = []
    for each in _PEERS:
        if each in there:
            pairs = list(zip(ours[1:], theirs[each][1:], strict=True))
            note = f"{median(ours[1:]) * 1000:.0f} against {median(theirs[each][1:]) * 1000:.0f} ms"
            figures.append(Figure(f"first frame against {each.package}", ratio(pairs), 1.0, note=note))
        else:
            figures.append(Figure(f"first frame against {each.package}", None, 1.0, note=str(found[each])))
    return figures


def _installed(peer: Peer, folder: Path) -> Path | str:
    """Install a peer into an environment of its own; return where its commands are, or why there are none."""
    place = folder / f"with-{peer.package}"
    try:
        venv.create(place, with_pip=True)
        commands = place / ("Scripts" if sys.platform == "win32" else "bin")
        pip = [
            str(commands / "python"),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "--no-input",
        ]
        subprocess.run([*pip, peer.package, *peer.also], check=True, capture_output=True, timeout=_INSTALL)
        _first_frame([str(commands / peer.command[0]), *peer.command[1:]], _away(folder), folder)
    except subprocess.CalledProcessError as error:
        return f"does not install: {_last_line(error.stderr)}"
    except (OSError, subprocess.TimeoutExpired, RuntimeError) as error:
        return f"does not start: {_last_line(str(error).encode())}"
    return commands


def _last_line(text: bytes) -> str:
    plain = re.sub(
        r"https?://\S+|[^ -~]|\|",
        "",
        _ESCAPES.sub(b"", text).decode(errors="replace").strip().split("\n")[-1],
    )
    return plain[:100]


def _away(folder: Path) -> Mapping[str, str]:
    """Return an environment in which a program finds nothing of the person who measures."""
    home = str(folder)
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return dict.fromkeys(names, home)


def _first_frame(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> float:
    return time_start(command, _is_frame, environment, folder=folder).text


def _is_frame(written: bytes) -> bool:
    return len(b"".join(_ESCAPES.sub(b"", written).split())) >= _LEAST
