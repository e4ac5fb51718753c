"""The one table of commands: keys, key bar, palette, help and README come from it."""

from typing import Literal

from msgspec import Struct

from planner.presentation.key_names import written

View = Literal["map", "curriculum", "path", "progress"]
VIEWS: tuple[tuple[View, str], ...] = (
    ("map", "Map"),
    ("curriculum", "Curriculum"),
    ("path", "Path"),
    ("progress", "Progress"),
)
_TO_DO: tuple[View, ...] = ("map", "curriculum", "path")
"""The views that show what there is to do."""


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


class Command(Struct, frozen=True):
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
        return self.shown or written(self.keys.split(",", maxsplit=1)[0])


COMMANDS: tuple[Command, ...] = (
    Command(
        "toggle", "space", "done", "Check off what is highlighted; again: as it was.", "check_off", _TO_DO
    ),
    Command(
        "start", "s", "start", "Start it: it is what you are doing; again: not yet.", "mark('doing')", _TO_DO
    ),
    Command("time", "t", "time", "Start or stop the timer, or log minutes of any day.", "time", _TO_DO),
    Command("tick", "plus,equals_sign", "part", "Tick the next part of it.", "tick(1)", _TO_DO, "+"),
    Command(
        "what-if",
        "w",
        "what if",
        "Other hours, another target or domain, time off: what that does to your path.",
        "page('what-if')",
        ("path",),
    ),
    Command("by-week", "b", "by week", "The path week by week; again: item by item.", "by_week", ("path",)),
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
        "filter",
        ("curriculum",),
    ),
    Command("undo", "u,ctrl+z", "undo", "Take the last change back.", "undo"),
    Command("open", "o", "open", "Open its link in the browser.", "open_link"),
    Command(
        "skip",
        "x",
        "skip",
        "Keep it out of your path, after a look at what that does; again: let it back in.",
        "skip",
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
        "earlier",
        "left_square_bracket",
        "earlier",
        "Move it a place earlier in its leg of the path, where prerequisites let it.",
        "move_item(-1)",
        ("path",),
        "[",
    ),
    Command(
        "later", "right_square_bracket", "later", "Move it a place later.", "move_item(1)", ("path",), "]"
    ),
    Command("pin", "p", "pin", "Pin it into your path, whatever it costs; again: free it.", "pin", ("path",)),
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
    Command("note", "n", "note", "Write down something about it.", "page_on('note')", ("curriculum",)),
    Command("export", "e", "export", "Write your progress to a file.", "page('export')", ("progress",)),
    Command("copy", "y", "copy link", "Copy its link.", "open_link(True)", ()),
    Command("redo", "ctrl+r,ctrl+y", "redo", "Do it again after all.", "redo", ()),
    Command(
        "zoom",
        "z",
        "zoom",
        "Zoom in on the way from you to the next flag, or back out.",
        "zoom",
        ("map", "progress"),
    ),
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
    Command("restore", "B", "backups", "The backups, and the way back to one.", "page('restore')", ()),
    Command("theme", "T", "theme", "Choose another look, dark or light.", "theme", ()),
    Command(
        "problems",
        "exclamation_mark",
        "problems",
        "What is wrong with curricula that were left out.",
        "page('problems')",
        (),
        "!",
    ),
    Command("help", "question_mark,f1", "keys", "This page.", "page('help')", shown="?"),
    Command("quit", "q,ctrl+q", "quit", "Leave. Everything is saved.", "quit"),
)

MOVES: tuple[Command, ...] = (
    Command("up", "up,k", "up", "Up.", "move(-1)", ()),
    Command("down", "down,j", "down", "Down.", "move(1)", ()),
    Command("left", "left,h", "fold", "Fold; out of the details of a resource.", "fold(True)", ()),
    Command("right", "right,l", "unfold", "Unfold; into the details of a resource.", "fold(False)", ()),
    Command("top", "g,home", "top", "To the top.", "go(0)", ()),
    Command("bottom", "G,end", "bottom", "To the bottom.", "go(-1)", ()),
    Command("page-up", "pageup", "page up", "A screenful up.", "page(-1)", ()),
    Command("page-down", "pagedown", "page down", "A screenful down.", "page(1)", ()),
)
"""How one moves in a list."""
