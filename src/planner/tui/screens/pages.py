"""The pages by name; each is imported when it is first opened."""

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal

from planner.presentation.keys import Keys
from planner.session import Session

if TYPE_CHECKING:
    from planner.tui.screens.page import Page

PageName = Literal[
    "claims",
    "export",
    "help",
    "note",
    "numbers",
    "presumed",
    "problems",
    "restore",
    "skip",
    "time",
    "what-if",
]

_PAGES: Final[dict[PageName, tuple[str, str]]] = {
    "claims": ("numbers", "ClaimsScreen"),
    "export": ("export", "ExportScreen"),
    "help": ("help", "HelpScreen"),
    "note": ("note", "NoteScreen"),
    "numbers": ("numbers", "NumbersScreen"),
    "presumed": ("presumed", "PresumedScreen"),
    "problems": ("problems", "ProblemsScreen"),
    "restore": ("restore", "RestorePage"),
    "skip": ("skip", "SkipScreen"),
    "time": ("time", "TimeScreen"),
    "what-if": ("what_if", "WhatIfScreen"),
}
"""The module and the class of each."""


def open_page(name: PageName, session: Session, about: str | None, keys: Keys) -> "Page":
    """Return a page on the session, and on a resource or a number where it is about one."""
    module, screen = _PAGES[name]
    found: type[Page] = getattr(import_module(f"planner.tui.screens.{module}"), screen)
    page = found(session, about)
    page.keys = keys
    return page
