"""The pages by name; each is imported when it is first opened."""

from typing import Literal

from planner.session import Session
from planner.tui.screens.page import Page

PageName = Literal["help"]


def open_page(name: PageName, session: Session, resource_id: str | None) -> Page:
    """Return a page on the session, and on the highlighted resource where it is about one."""
    match name:
        case "help":
            from planner.tui.screens.help import HelpScreen

            return HelpScreen(session, resource_id)
