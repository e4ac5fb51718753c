"""The table of commands and keys: for people, for scripts, and as lines to begin a config file with."""

from typing import TypedDict

from planner.presentation.documents import FORMAT
from planner.presentation.keys import Keys, keys_of
from planner.presentation.lines import Line, cells, fit, line, wrap
from planner.presentation.shapes import Format

_LEAST_TEXT = 20


class KeyShape(TypedDict):
    """A command of the screens: its id in the config file, its keys, and those that it comes with."""

    id: str
    keys: list[str]
    usual: list[str]
    does: str


class KeysShape(TypedDict):
    """`planner keys --json`: the table of commands, and the file that gives them other keys."""

    format: Format
    file: str
    keys: list[KeyShape]


def draw(keys: Keys, width: int) -> tuple[Line, ...]:
    """Return the table, wrapped to this many cells; a command with keys of one's own says the usual ones."""
    names = max(cells(each.id) for each in keys.all) + 2
    columns = max(cells("  ".join(keys_of(each))) for each in keys.all) + 2
    room = max(_LEAST_TEXT, width - names - columns)
    lines: list[Line] = []
    for each, usual in zip(keys.all, Keys().all, strict=True):
        other = f" (usually {' '.join(keys_of(usual))})" if each.keys != usual.keys else ""
        first, *more = wrap(each.tooltip + other, room)
        shown = fit("  ".join(keys_of(each)), columns)
        lines.append(line(fit(each.id, names), (shown, "key"), first))
        lines += [line(f"{'':{names + columns}}{rest}") for rest in more]
    return tuple(lines)


def document(keys: Keys, file: str) -> KeysShape:
    """Return the table for scripts."""
    return {
        "format": FORMAT,
        "file": file,
        "keys": [
            {
                "id": each.id,
                "keys": list(keys_of(each)),
                "usual": list(keys_of(usual)),
                "does": each.tooltip,
            }
            for each, usual in zip(keys.all, Keys().all, strict=True)
        ],
    }


def template(keys: Keys) -> str:
    """Return a config file: what has keys of its own, and the rest as comments."""
    lines = ['# theme = "planner-light"', '# motion = "none"', "", "[keys]"]
    for each in keys.all:
        names = ", ".join(f'"{_quoted(key)}"' for key in keys_of(each))
        begin = "" if each.id in keys.changed else "# "
        lines.append(f"{begin}{each.id} = [{names}]  # {each.tooltip}")
    return "\n".join(lines) + "\n"


def _quoted(key: str) -> str:
    return key.replace("\\", "\\\\").replace('"', '\\"')
