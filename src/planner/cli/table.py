"""The table of commands: which module each is in, and what it does in one sentence.

With it `planner --help` and the shell's completions know every command and import none.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Row(NamedTuple):
    """One command."""

    module: str
    """Name of its module in `planner.cli`."""
    summary: str
    """The first sentence of its help."""


TABLE: Final[Mapping[str, Row]] = {
    "chart": Row("drawing", "Draw the chart, the pyramid and your numbers."),
    "check": Row("authoring", "Check curricula: what is wrong with them, and what could be better."),
    "claim": Row(
        "changing", "Say how much of a competency you know already, 0-100; of none, list what you claim."
    ),
    "completions": Row("environment", "Print what makes a shell complete commands, options and ids."),
    "convert": Row(
        "converting",
        "Turn a Markdown list into a curriculum: headings become competencies, items and courses resources.",
    ),
    "demo": Row("opening", "Open the screens on made-up data: a data scientist after a quarter of evenings."),
    "export": Row(
        "exporting",
        "Export your progress: as TOML or JSON, as a CSV table, a Markdown checklist, a calendar.",
    ),
    "import": Row(
        "keeping", "Take in a profile: an exported one, another machine's, a rescue copy; or a Markdown list."
    ),
    "keys": Row("environment", "List the commands of the screens: the id of each, its keys, what it does."),
    "list": Row("reading", "List resources."),
    "log": Row("changing", "Log a stretch of study; it counts for what is in progress, and for your pace."),
    "mark": Row("changing", "Mark resources: todo, doing, done, known or skipped."),
    "merge": Row(
        "keeping",
        "Merge two versions of a profile into OURS, as a merge driver of git; --install sets that up.",
    ),
    "new": Row("authoring", "Begin something of your own."),
    "next": Row("prompting", "Show what to do now: what it costs, what it moves, why it is next, its link."),
    "note": Row(
        "changing", "Write a note on a resource, in place of the one before; without a text, print it."
    ),
    "part": Row("changing", "Tick parts of a resource: N of them in all, or +N more."),
    "path": Row("planning", "Show the learning path, or what it would be if."),
    "pin": Row("changing", "Pin resources: your path contains them, whatever they cost."),
    "progress": Row(
        "drawing", "Show hours by week and by area, the burn-up, the streak, the year, what you finished."
    ),
    "report": Row(
        "reporting",
        "Write a page about where you stand, to send to a mentor or a manager: one HTML file, printable.",
    ),
    "restore": Row("keeping", "Go back to a backup, or list them."),
    "schema": Row("authoring", "Print the JSON Schema of a curriculum file, for editors and other programs."),
    "serve": Row("opening", "Open the screens in a browser, on this machine alone."),
    "setup": Row("changing", "Answer the questions of the first run in one go."),
    "show": Row("reading", "Show everything about one resource."),
    "status": Row("reading", "Show where you stand, the nearest titles and what lies ahead."),
    "timer": Row("timing", "Time your study; the screens show the same timer."),
    "undo": Row(
        "changing",
        "Take the last change back, whichever planner on this machine made it; again: the one before.",
    ),
    "where": Row("environment", "Show where the files are."),
    "why": Row("reading", "Show what a number is made of; the printed column adds up."),
}
