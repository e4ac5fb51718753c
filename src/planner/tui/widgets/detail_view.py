"""Everything about one resource, as a picture."""

from collections.abc import Sequence

from textual.reactive import var

from planner.presentation import resource_detail
from planner.presentation.lines import PLAIN, Line
from planner.tui.widgets.views import SessionPicture


class DetailView(SessionPicture):
    """Everything about the highlighted resource."""

    resource_id: var[str | None] = var(None)

    def watch_session(self) -> None:
        """Draw again, and take as many lines as that needs."""
        self.redraw(layout=True)

    def watch_resource_id(self) -> None:
        """Draw another resource."""
        self.redraw(layout=True)

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the details, wrapped to this width."""
        del height
        resource = self.session.catalogue.resources.get(self.resource_id or "") if self.session else None
        if resource is None or self.session is None:
            return ((("Choose a resource to see what it is about.", "dim"),), ((" ", PLAIN),))
        return resource_detail.draw(self.session.standing, resource, width)
