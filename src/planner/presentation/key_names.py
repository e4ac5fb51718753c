"""What keys are called: by people, and by the toolkit."""

import unicodedata
from collections.abc import Mapping
from string import punctuation
from typing import Final

_SHORTER: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_NAMED: Final = frozenset(
    ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace")
) | {"enter", "tab", "space", "escape", *(f"f{number}" for number in range(1, 25))}
_OTHER_NAMES: Final = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_SENT_AS: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Keys that terminals cannot tell from others."""
_ARROWS: Final = {"up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "pgup", "pagedown": "pgdn"}
_MODIFIERS: Final = ("alt", "ctrl", "shift", "super")


def _sign_name(character: str) -> str:
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


_SIGNS: Final[Mapping[str, str]] = {_sign_name(each): each for each in punctuation}


def written(name: str) -> str:
    """Return a key as people write it, given the toolkit's name of it: `?`, `ctrl+r`, `↑`."""
    *modifiers, base = name.split("+")
    sign = _SIGNS.get(base) or _ARROWS.get(base) or _by_name(base) or base
    return "+".join((*modifiers, sign))


def key_name(text: str) -> str | None:
    """Return the toolkit's name of a key that a person wrote; None where there is no such key."""
    *modifiers, base = text.removesuffix("+").split("+") if text.endswith("+") else text.split("+")
    if text.endswith("+"):
        if base:
            return None
        base = "+"
    name = _base_name(base)
    wanted = sorted({each.strip().lower() for each in modifiers})
    if name is None or not set(wanted) <= set(_MODIFIERS):
        return None
    if wanted == ["shift"] and (name in _SIGNS or len(name) == 1):
        return name.upper() if name.isalpha() and len(name) == 1 else None
    whole = "+".join((*wanted, name.lower() if wanted and len(name) == 1 else name))
    return _SENT_AS.get(whole, whole)


def _base_name(base: str) -> str | None:
    """Return the toolkit's name of a key without modifiers."""
    if base == " ":
        return "space"
    lower = base.strip().lower()
    if lower in _NAMED or lower in _SIGNS:
        return lower
    if lower in _OTHER_NAMES:
        return _OTHER_NAMES[lower]
    if len(base) != 1 or not base.isprintable():
        return None
    return base if base.isalnum() else _sign_name(base)


def _by_name(name: str) -> str:
    """Return the character that a long name stands for, or nothing."""
    try:
        return unicodedata.lookup(name.replace("_", " ")) if len(name) > 1 and name not in _NAMED else ""
    except KeyError:
        return ""
