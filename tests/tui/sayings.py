"""What someone can read in a corner of the screen."""

from typing import Any

from textual.app import App

from planner.tui.widgets.notices import Notices


def said(app: App[Any]) -> str:
    """Return what is said on the main screen, and then what is said over everything, line by line."""
    corners = app.screen_stack[0].query_children(Notices).results()
    on_screen = [each.text for corner in corners for each in corner.said]
    return "\n".join(on_screen + [each.message for each in app._notifications])
