"""The one table of commands: keys, key bar, palette, help and README come from it."""

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

View = Literal["map", "curriculum", "path", "progress"]
VIEWS: tuple[tuple[View, str], ...] = (
    ("map", "Map"),
    ("curriculum", "Curriculum"),
    ("path", "Path"),
    ("progress", "Progress"),
)


Hint = tuple[str, str, str]
"""A key, what it does in a word or two, and the action of the main screen."""
TYPING: tuple[Hint, ...] = (
    ("enter", "to what was found", "in_curriculum('end_search')"),
    ("esc", "back", "back"),
)
"""The keys while someone types what to search for."""
INSIDE: tuple[Hint, ...] = (
    ("enter", "go there", "details"),
    ("space", "done, tick", "check_off"),
    ("+", "part", "tick(1)"),
    ("o", "open", "open_link"),
    ("esc", "back", "back"),
    ("?", "keys", "page('help')"),
)
"""The keys in the details of a resource."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something one can do with a key."""

    id: str
    keys: str
    """Keys separated by commas; the first one is shown."""
    label: str
    """One or two words for the key bar."""
    tooltip: str
    """One sentence for the help."""
    action: str
    views: tuple[View, ...] = ("map", "curriculum", "path", "progress")
    """The views in whose key bar it stands; none for a command that the help alone shows."""
    shown: str = ""
    """How its key is written where the key's own name would puzzle."""

    @property
    def key(self) -> str:
        """The key as people read it."""
        return self.shown or self.keys.split(",", maxsplit=1)[0]


COMMANDS: tuple[Command, ...] = (
    Command("toggle", "space", "done", "Check off what is highlighted; again: as it was.", "check_off"),
    Command("start", "s", "start", "Start it: it is what you are doing; again: not yet.", "mark('doing')"),
    Command("tick", "plus,equals_sign", "part", "Tick the next part of it.", "tick(1)", shown="+"),
    Command(
        "search",
        "slash",
        "find",
        "Search titles, authors and competencies.",
        "in_curriculum('search')",
        ("map", "curriculum"),
        "/",
    ),
    Command(
        "filter",
        "f",
        "filter",
        "Filter by area, status, kind, cost, level, ready now, on your path.",
        "in_curriculum('filter')",
        ("curriculum",),
    ),
    Command("undo", "u,ctrl+z", "undo", "Take the last change back.", "undo"),
    Command("open", "o", "open", "Open its link in the browser.", "open_link"),
    Command(
        "skip",
        "x",
        "skip",
        "Keep it out of your path; again: let it back in.",
        "mark('skipped')",
        ("curriculum", "path"),
    ),
    Command(
        "known",
        "K",
        "known",
        "You knew it before planner; again: you did not.",
        "mark('known')",
        ("curriculum",),
    ),
    Command(
        "select",
        "v",
        "select",
        "Select for the next mark, which is then for all that are selected.",
        "in_curriculum('choose')",
        ("curriculum",),
    ),
    Command(
        "sort",
        "F",
        "sort",
        "Most per hour, shortest, by title, by level, or as in the curriculum.",
        "in_curriculum('sort')",
        ("curriculum",),
    ),
    Command("enter", "enter", "details", "Everything about it; on a heading: fold.", "details"),
    Command(
        "fold", "H", "fold all", "Fold everything in the Curriculum.", "in_curriculum('fold_all(True)')", ()
    ),
    Command(
        "unfold",
        "L",
        "unfold all",
        "Unfold everything in the Curriculum.",
        "in_curriculum('fold_all(False)')",
        (),
    ),
    Command("untick", "minus", "part back", "Take the last part back.", "tick(-1)", (), "-"),
    Command("copy", "y", "copy link", "Copy its link.", "open_link(True)", ()),
    Command("redo", "ctrl+r,ctrl+y", "redo", "Do it again after all.", "redo", ()),
    Command("zoom", "z", "zoom", "Zoom in on the way from you to the flag, or back out.", "zoom", ("map",)),
    Command("numbers", "i", "numbers", "What each of your numbers is made of.", "numbers", ("map",)),
    Command(
        "claims",
        "c",
        "claims",
        "Say what you know already, what saves most hours first.",
        "page('claims')",
        (),
    ),
    Command("presumed", "P", "presumed", "Review what is presumed known.", "page('presumed')", ()),
    Command(
        "evidence",
        "m",
        "evidence",
        "Mark where you stand on what you did here, claims left out.",
        "evidence",
        ("map",),
    ),
    Command("map", "1", "Map", "The chart, and what to do tonight.", "view('map')", ()),
    Command("curriculum", "2", "Curriculum", "Everything there is to learn.", "view('curriculum')", ()),
    Command("path", "3", "Path", "What comes in which order, with dates.", "view('path')", ()),
    Command("progress", "4", "Progress", "Hours, weeks, and where they lead.", "view('progress')", ()),
    Command("next", "tab", "next view", "The next view.", "next_view(1)", ()),
    Command("previous", "shift+tab", "previous view", "The view before.", "next_view(-1)", ()),
    Command("back", "escape", "back", "Leave the search, a page, a question.", "back", ()),
    Command("adopt", "a", "adopt", "Adopt the shorter path, where one is on offer.", "adopt", ()),
    Command("setup", "S", "setup", "Answer the questions of the first run again.", "set_up", ()),
    Command(
        "palette",
        "colon,ctrl+p",
        "commands",
        "Every command and every resource by name.",
        "palette",
        (),
        ":",
    ),
    Command("theme", "T", "theme", "Choose another look, dark or light.", "theme", ()),
    Command("help", "question_mark,f1", "keys", "This page.", "page('help')", shown="?"),
    Command("quit", "q,ctrl+q", "quit", "Leave. Everything is saved.", "quit"),
)

MOVES: tuple[tuple[str, str], ...] = (
    ("↑ ↓  or  k j", "Up and down."),
    ("← →  or  h l", "Fold and unfold; into the details of a resource, and out."),
    ("g  G", "To the top and to the bottom."),
)


def bindings() -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Return the key bindings of the main screen.

    All have priority: keys that arrive together are then done one after the other, each where the one
    before it led.
    """
    return [
        Binding(
            each.keys, each.action, each.label, show=False, priority=True, tooltip=each.tooltip, id=each.id
        )
        for each in COMMANDS
    ]
