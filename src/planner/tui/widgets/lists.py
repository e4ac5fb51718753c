"""The lists that are drawn as a whole: tonight, the path, progress."""

from collections.abc import Sequence

from planner.core.standing import Standing
from planner.core.tonight import suggest
from planner.presentation import tonight_rows
from planner.presentation.lines import Line
from planner.session import Session
from planner.tui.widgets.row_list import RowList


class DrawnList(RowList):
    """A list that is drawn as a whole: short enough for that."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._ids: Sequence[str | None] = ()
        self._drawn: tuple[Session | None, int, Sequence[Line]] = (None, 0, ())

    def list_ids(self, standing: Standing) -> Sequence[str | None]:
        """Return the resource on each line; None for a line that is no resource's."""
        raise NotImplementedError

    def draw_lines(self, standing: Standing, width: int) -> Sequence[Line]:
        """Return all lines."""
        raise NotImplementedError

    def watch_session(self) -> None:
        """List anew, the cursor on the resource that it was on."""
        chosen = self.resource_id
        if self.session is not None:
            self._ids = self.list_ids(self.session.standing)
        place = self._ids.index(chosen) if chosen is not None and chosen in self._ids else self.cursor
        self.update_rows_under(place)

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._ids)

    def row_line(self, index: int, width: int) -> Line:
        """Return one line."""
        if self._drawn[:2] != (self.session, width) and self.session is not None:
            self._drawn = (self.session, width, self.draw_lines(self.session.standing, width))
        return self._drawn[2][index]

    def resource_at(self, index: int) -> str | None:
        """Return the resource on a line."""
        return self._ids[index]


class TonightList(DrawnList):
    """What to do tonight."""

    ROWS = 4

    def list_ids(self, standing: Standing) -> Sequence[str | None]:
        """Return what is suggested, or one line that says why nothing is."""
        return [each.resource.id for each in suggest(standing)[: self.ROWS]] or [None]

    def draw_lines(self, standing: Standing, width: int) -> Sequence[Line]:
        """Return all suggestions."""
        return tonight_rows.draw(standing, width, self.ROWS)
