"""A page over the main screen: it shows something of the session, and may end in something to do."""

from collections.abc import Callable

from textual.binding import Binding
from textual.screen import ModalScreen

from planner.session import Session

Deed = Callable[[Session], Session]
"""What someone decided on a page, to be done to the session as it is by then."""


class Page(ModalScreen[Deed | None]):
    """Escape leads back with nothing changed."""

    BINDINGS = [Binding("escape", "leave", "back")]

    def __init__(self, session: Session, resource_id: str | None = None) -> None:
        super().__init__()
        self.session = session
        self.resource_id = resource_id
        """The resource that was highlighted when the page was opened."""

    def action_leave(self) -> None:
        """Go back with nothing changed."""
        self.dismiss(None)
