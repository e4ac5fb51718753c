"""What hostile text looks like, a home that is full of it, and what of it reaches a terminal."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from builders import AT
from planner.core.text import clean

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"
PAYLOADS: tuple[str, ...] = (
    f"{ESC}[31mred", f"{ESC}[2J{ESC}[H", f"{ESC}[c", f"{ESC}[5n", f"{ESC}[6n", f"{ESC}[>q", f"{ESC}[?2026$p",
    f"{ESC}[21t", f"{ESC}[8;1;1t", f"{ESC}[?1049l", f"{ESC}[?25l", f"{ESC}[?1000h", f"{ESC}[?2004l",
    f"{ESC}[!p", f"{ESC}]0;owned{BEL}", f"{ESC}]0;owned{ST}", f"{ESC}]2;owned{BEL}", f"{ESC}]52;c;cm0={BEL}",
    f"{ESC}]52;c;cm0={ST}", f"{ESC}]52;c;?{ST}", f"{ESC}]8;;file:///etc/passwd{ST}x{ESC}]8;;{ST}",
    f"{ESC}]4;1;?{ST}", f"{ESC}]11;?{BEL}", f"{ESC}]1337;File=:AAAA{BEL}", f"{ESC}]0;never ended",
    f"{ESC}P$qm{ST}", f"{ESC}P+q544e{ST}", f"{ESC}_Gi=1;AAAA{ST}", f"{ESC}^x{ST}", f"{ESC}Xx{ST}",
    f"{ESC}c", f"{ESC}#8", f"{ESC}(0lqk", f"{ESC}Z", f"{ESC}", "\x9b31m", "\x9b5n", "\x9d0;owned\x9c",
    "\x90$qm\x9c", "\x00", "\x05", "\x07", "\x08\x08\x08x", "\x0b\x0c", "\x0e\x0f", "\x11\x13\x18\x1a",
    "\x7f", "a\rb", "a\nb\tc", "a\x85b", "a\u2028b\u2029c", "\u202egnp.exe", "\u2066x\u2069",
    "\u200e\u200f\u061c",
    "a\u200b\u200c\u2060b", "\ufeffx", "\U000e0041\U000e007f", "\ue000\U000f0000", "\ufff9a\ufffab\ufffb",
    "Z" + "\u0301\u0323" * 90, "\u0301first", "\U0001f468\u200d\U0001f469",
    "\u1160\u3164\u00ad",
    "\u0378\U0001fae9x", "[@click=app.quit]x[/]", "[@click=app.screenshot('a','/tmp')]x", "[/", "[/x]",
    "[bold red]x", "[link=file:///x]x", "[x] a box", ":warning: $x %s {x} \\[a\\]", "\\",
    "<script>alert(1)</script>", "$(reboot) `reboot` ; reboot", "=HYPERLINK(1)", "x" * 200, "\u6c34" * 200,
    "\u200b" * 200, f"{ESC}[1m" * 50, " " * 60 + "x", "--help", "../../x",
)  # fmt: skip
"""Text that a terminal, a toolkit, a shell or a reader would take for more than text."""

CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_CONTROL = re.compile(
    r"\x1b\[(?P<mark>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<csi>[@-~])"
    r"|\x1b\](?P<osc>[0-9]*)[^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[PX^_\]])|\x1b(?P<other>[ -/]*[0-~])|(?P<sign>[^ -~])",
)
_MODES = "hlpncqt"


def kinds(text: str) -> frozenset[str]:
    """Return the kinds of control functions and unseen signs in what was written to a terminal."""
    found = {_kind(match) for match in _CONTROL.finditer(text)}
    if re.search(r"[\u0300-\u036f]{5}", text):
        found.add("more than four accents")
    return frozenset(found) - {"", "\n", "\r\n"}


def _kind(match: re.Match[str]) -> str:
    if final := match["csi"]:
        numbers = match["numbers"] if final in _MODES else ""
        return f"CSI {match['mark']}{numbers}{match['between']}{final}"
    if match["osc"] is not None:
        return f"OSC {match['osc']}"
    if match["string"] or match["other"]:
        return f"ESC {match['string'] or match['other']}"
    sign = match["sign"]
    unseen = unicodedata.category(sign) in CATEGORIES and sign not in "\u200d\r\n"
    return f"U+{ord(sign):04X}" if unseen else ""


def literal(payload: str) -> str:
    """Return what of a payload is seen: cleaned, with single spaces."""
    return " ".join(clean(payload).split())


@dataclass(frozen=True, slots=True)
class Home:
    """The files of someone, hostile or benign, of the same shape."""

    folder: Path
    profile: Path
    curricula: Path
    words: Sequence[str]
    """What its texts say, one after the other."""

    @property
    def options(self) -> list[str]:
        """What makes a command use these files."""
        return ["--profile", str(self.profile), "--curricula", str(self.curricula)]


def hostile_home(folder: Path, words: Sequence[str] = PAYLOADS) -> Home:
    """Make a home in which every text, every name of a file and of an entry is hostile."""
    names = ("cur\x1b]0;owned\x07[@click=app.quit]\x9b5n", "pro\x1b[5n\x9b31m[@x]")
    return _home(folder, words, *names, bad="b\x1b]52;c;cm0=\x07ad[")


def benign_home(folder: Path, amount: int = len(PAYLOADS)) -> Home:
    """Make a home of the same shape in which everything is as one would expect."""
    words = [f"Plain title {number}" for number in range(amount)]
    return _home(folder, words, "curricula of mine", "profiles", bad="bad")


def _home(folder: Path, words: Sequence[str], curricula: str, profile: str, *, bad: str) -> Home:
    home = Home(folder, folder / profile / f"{profile}.toml", folder / curricula, words)
    home.curricula.mkdir(parents=True)
    home.profile.parent.mkdir()
    for name, document in _documents(words).items():
        (home.curricula / f"{name}.toml").write_text(tomli_w.dumps(document), "utf-8")
    wrong = {**_documents(words)["craft"], words[0] or "x": words[1], "area": words[2], "id": words[3]}
    (home.curricula / f"{bad}.toml").write_text(tomli_w.dumps(wrong), "utf-8")
    home.profile.write_text(tomli_w.dumps(profile_document(words)), "utf-8")
    (folder / "list.md").write_text(_list(words), "utf-8")
    (folder / "other.toml").write_text(
        tomli_w.dumps({**profile_document(words[::-1]), "profile_id": words[0]}), "utf-8"
    )
    return home


def _documents(words: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {"art": _software(words), "craft": _ml(words), "fields": _fields(words), "roles": _roles(words)}


def _head(name: str, words: Sequence[str], shift: int) -> dict[str, Any]:
    return {"format": 1, "id": name, "title": _said(words, shift), "description": _said(words, shift + 1)}


def _said(words: Sequence[str], number: int) -> str:
    return words[number % len(words)][:200] or "x"


def _software(words: Sequence[str]) -> Mapping[str, Any]:
    amount = len(words)
    kinds_ = ("book", "course", "video", "exercise", "project", "practice")
    return {
        **_head("art", words, 0),
        "area": "software",
        "competency": [
            {"id": f"c{each}", "title": _said(words, each), "description": words[each], "weight": weight}
            for each, weight in enumerate((*(0.25,) * 4, *(0.0,) * (amount - 4)))
        ],
        "resource": [
            {
                "id": f"r{each}",
                "title": _said(words, each),
                "authors": [_said(words, each + 1), _said(words, each + 2)],
                "url": f"https://example.org/{each}/[@click=app.quit]",
                "why": _said(words, each + 3),
                "kind": kinds_[each % len(kinds_)],
                "hours": 4 + each % 5,
                "parts": each % 4,
                "requires": [f"r{each - 1}"] if each % 3 == 1 else [],
                "teaches": {f"c{each}": 60, f"c{each % 4}": 8, f"m{each % 4}": 6},
            }
            for each in range(amount)
        ],
    }  # fmt: skip


def _ml(words: Sequence[str]) -> Mapping[str, Any]:
    competencies = [{"id": f"m{each}", "title": _said(words, each + 7), "weight": 0.25} for each in range(4)]
    return {**_head("craft", words, 4), "area": "ml", "competency": competencies}


def _fields(words: Sequence[str]) -> Mapping[str, Any]:
    competencies = [
        {"id": f"f{each}", "title": _said(words, each + 20), "weight": 0.5, "elective": True}
        for each in range(4)
    ]
    return {**_head("fields", words, 5), "area": "domain", "competency": competencies}


def _roles(words: Sequence[str]) -> Mapping[str, Any]:
    places = {
        "beginner": (3, 2),
        "data-scientist": (5, 3),
        "ml-engineer": (7, 6),
        "unicorn-mle": (9, 9),
    }
    return {
        **_head("roles", words, 6),
        "role": [
            {
                "id": name,
                "title": _said(words, number * 5),
                "short": _said(words, number * 5 + 1)[:12],
                "description": _said(words, number * 5 + 2),
                "ml": ml,
                "software": software,
                "essential": [f"r{each}" for each in range(8, 20)] if name == "unicorn-mle" else [],
            }
            for number, (name, (ml, software)) in enumerate(places.items())
        ],
    }


def profile_document(words: Sequence[str]) -> Mapping[str, Any]:
    """Return a profile that says something in every table, also about what nobody knows."""
    settings = {"title": "data-scientist", "domain": "f0", "hours_per_week": 8, words[0]: words[1]}
    statuses = ("doing", "done", "skipped", words[2])
    progress: dict[str, Any] = {
        f"r{each}": {"status": statuses[each % 4], "parts": 1, words[3]: words[4]} for each in range(8)
    }
    progress[words[9]] = {"status": "done"}
    return {
        "format": 1,
        "profile_id": words[5],
        words[6]: words[7],
        "settings": {name: {"value": value, "at": AT} for name, value in settings.items()},
        "claims": {name: {"value": 30, "at": AT} for name in ("c1", "c2", "m0", words[8])},
        "progress": {name: {**entry, "at": AT} for name, entry in progress.items()},
        "notes": {f"r{each}": {"text": f"{word}\n{word}", "at": AT} for each, word in enumerate(words)},
        "sessions": {
            words[each]: {"resource": f"r{each}" if each % 2 else words[each], "minutes": 60, "at": AT}
            for each in range(9)
        },
        "pins": {name: {"value": True, "at": AT} for name in ("r20", words[10])},
        "pauses": {words[11]: {"from": words[12], "to": words[13], "at": AT}},
        "timer": {words[14]: {"resource": words[15], "started": words[16], "at": AT}},
        "table of later": {words[17]: {"x": words[18], "at": AT}},
    }  # fmt: skip


def _list(words: Sequence[str]) -> str:
    """Return a Markdown list in which every item is ticked and says one of the words."""
    items = (f"- [x] {each}" for each in words)
    return "\n".join(
        [f"# {words[0]}", *items, "", "Course | Duration", "--|--", *(f"{each} | {each}" for each in words)]
    )
