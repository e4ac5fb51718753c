"""The pages by name; each is imported when it is first opened."""

from typing import Literal

from planner.session import Session
from planner.tui.screens.page import Page

PageName = Literal["claims", "help", "numbers", "presumed", "problems", "restore"]


def open_page(name: PageName, session: Session, about: str | None) -> Page:
    """Return a page on the session, and on a resource or a number where it is about one."""
    match name:
        case "claims":
            from planner.tui.screens.numbers import NumbersScreen

            return NumbersScreen(session, by_effect=True)
        case "help":
            from planner.tui.screens.help import HelpScreen

            return HelpScreen(session)
        case "numbers":
            from planner.tui.screens.numbers import NumbersScreen

            return NumbersScreen(session, about)
        case "presumed":
            from planner.tui.screens.presumed import PresumedScreen

            return PresumedScreen(session)
        case "problems":
            from planner.tui.screens.problems import ProblemsScreen

            return ProblemsScreen(session)
        case "restore":
            from planner.tui.screens.restore import RestorePage

            return RestorePage(session)
