"""A page over the main screen: it shows something of the session, and may end in something to do."""

import asyncio
from collections.abc import Callable

from textual import on
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widget import Widget

from planner.presentation.keys import Keys
from planner.session import Session
from planner.tui.full_screen import PAGES, fit
from planner.tui.messages import CommandChosen

Deed = Callable[[Session], Session]
"""What someone decided on a page, to be done to the session as it is by then."""


class Page(ModalScreen[Deed | None]):
    """Escape leads back with nothing changed."""

    CSS_PATH = PAGES
    BINDINGS = [Binding("escape", "leave", "back")]

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__()
        self.session = session
        self.about = about
        """What was highlighted when the page was opened: a resource, or a number by its name."""
        self.keys = Keys()
        """The table of commands, with this person's keys."""

    def on_mount(self) -> None:
        """Be laid out once, for the size that the terminal has."""
        fit(self)

    @on(CommandChosen)
    async def _clicked(self, message: CommandChosen) -> None:
        """Do what was clicked in the line of keys."""
        message.stop()
        await self.run_action(message.action)

    def settle(self) -> None:
        """Wait until nothing is being computed."""

    def unfinished(self) -> Deed | None:
        """Return what has to be done where planner is left from this page, so that nothing typed is lost."""
        return None

    async def typed_in(self, widget: Widget) -> None:
        """Wait until every key that was typed into a widget so far has counted."""
        typed = asyncio.Event()
        widget.call_later(typed.set)
        await typed.wait()

    def tell(self, text: str) -> None:
        """Say something, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(text, timeout=6, markup=False)

    def action_leave(self) -> None:
        """Go back with nothing changed."""
        self.dismiss(None)
