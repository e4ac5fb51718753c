"""Which key does what: the table of commands with a person's own keys in it."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import zip_longest
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.core.text import clean
from planner.presentation.commands import COMMANDS, MOVES, Command, Hint
from planner.presentation.key_names import key_name, written

_ALWAYS: Final = {"ctrl+q": "quit", "escape": "back", "ctrl+c": ""}
"""Keys that stay with their command, whatever is wanted, so that there is always a way back and out."""
_PAIRS: Final = (
    ("up", "down", "Up and down."),
    ("left", "right", "Fold and unfold."),
    ("top", "bottom", "To the top and to the bottom."),
    ("page-up", "page-down", "A screenful up and down."),
)


class Fault(Struct, frozen=True):
    """A wish for keys that cannot be met; the command keeps those it has."""

    command: str
    reason: str


class Keys(Struct, frozen=True):
    """Every command with the keys that it has for this person."""

    commands: tuple[Command, ...] = COMMANDS
    moves: tuple[Command, ...] = MOVES

    @property
    def all(self) -> tuple[Command, ...]:
        """Commands and moves."""
        return (*self.commands, *self.moves)

    def of(self, name: str) -> str:
        """Return the first key of a command, as people write it."""
        return next(each.key for each in self.all if each.id == name)

    def hinted(self, hints: Sequence[Hint]) -> Sequence[Hint]:
        """Return hints with the keys of one's own in place of the usual ones."""
        changed = self.changed
        own = {each.action: each.key for each in self.all if each.id in changed}
        return [(own.get(action, key), label, action) for key, label, action in hints]

    @property
    def changed(self) -> Mapping[str, str]:
        """The keys, separated by commas, of each command that has others than it comes with."""
        usual = {each.id: each.keys for each in Keys().all}
        return {each.id: each.keys for each in self.all if each.keys != usual[each.id]}

    @property
    def moves_in_pairs(self) -> Iterator[tuple[str, str]]:
        """The keys of two moves that belong together, as people write them, and what they do."""
        moves = {each.id: each.keys.split(",") for each in self.moves}
        for one, other, meaning in _PAIRS:
            pairs = zip_longest(moves[one], moves[other])
            yield " or ".join(" ".join(written(each) for each in pair if each) for pair in pairs), meaning


def keys_of(command: Command) -> tuple[str, ...]:
    """Return all keys of a command, as people write them."""
    return tuple(written(each) for each in command.keys.split(","))


def rebound(wishes: Mapping[str, Sequence[str]]) -> tuple[Keys, tuple[Fault, ...]]:
    """Return the table with keys of one's own, and what is wrong with them.

    Wishes go by the command's id, their keys are as people write them. Of two commands that want one key,
    the one that had it or asked first gets it. A command whose wish cannot be met keeps its usual keys.
    """
    faults: list[Fault] = []
    given: dict[str, tuple[str, ...]] = {}
    for name, texts in wishes.items():
        if reason := _wrong(name, texts):
            faults.append(Fault(name, reason))
        else:
            given[name] = _with_lasting(name, texts)
    while clash := _clash(given):
        faults.append(clash)
        del given[clash.command]
    return Keys(_given(COMMANDS, given), _given(MOVES, given)), tuple(faults)


def _wrong(name: str, texts: Sequence[str]) -> str:
    """Return what is wrong with one wish, whatever else is wanted."""
    ids = [each.id for each in Keys().all]
    if name not in ids:
        close = get_close_matches(name, ids, 1)
        hint = f"; did you mean '{close[0]}'?" if close else "; `planner keys` lists them"
        return f"there is no command '{clean(name, 40)}'{hint}"
    if not texts:
        return "needs a key: a command without one could not be called"
    for text in texts:
        key = key_name(text)
        if key is None:
            theme = " (the look itself is a line above [keys])" if name == "theme" else ""
            return f"there is no key '{clean(text, 40)}'; write it like x, X, ?, f5, ctrl+t or space{theme}"
        if _ALWAYS.get(key, name) != name:
            return f"{written(key)} is always there to leave; choose another key"
    return ""


def _with_lasting(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the keys that are wanted, with those that stay with their command in any case."""
    lasting = tuple(key for key, command in _ALWAYS.items() if command == name)
    wanted = dict.fromkeys(filter(None, map(key_name, texts)))
    others = [each for each in wanted if each not in lasting]
    return (*(others or (["q"] if name == "quit" else [])), *lasting)


def _clash(given: Mapping[str, tuple[str, ...]]) -> Fault | None:
    """Return the first wish for a key that another command has."""
    owners = {key: each.id for each in Keys().all if each.id not in given for key in each.keys.split(",")}
    for name, keys in given.items():
        for key in keys:
            if (owner := owners.setdefault(key, name)) != name:
                remedy = "give that one another key, too, or choose one here"
                return Fault(name, f"{written(key)} belongs to '{owner}'; {remedy}")
    return None


def _given(table: tuple[Command, ...], given: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    return tuple(
        replace(each, keys=",".join(given[each.id]), shown="") if each.id in given else each for each in table
    )
