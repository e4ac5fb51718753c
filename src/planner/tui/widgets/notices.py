"""The corner in which things are said for a moment."""

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.geometry import Size
from textual.timer import Timer

from planner.presentation import notices
from planner.presentation.lines import Line
from planner.presentation.notices import Notice
from planner.tui.widgets.picture import Picture

_IN_SIGHT = 9
"""Lines that are never covered: what stands over and under the corner, at the most."""


class Notices(Picture):
    """What was said, over everything else, each until its time is over or it is clicked.

    What takes the place of something with as many lines needs no new layout of the screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._said: list[tuple[Notice, Timer]] = []

    @property
    def said(self) -> Sequence[Notice]:
        """What can be read now, the newest last."""
        return [notice for notice, _ in self._said]

    def say(self, notice: Notice, seconds: float) -> None:
        """Say something in place of everything else."""
        self._drop(*self._said)
        self.add(notice, seconds)

    def add(self, notice: Notice, seconds: float) -> None:
        """Say something as well."""
        self._said.append((notice, self.set_timer(seconds, partial(self._over, notice))))
        self._show()

    def hush(self) -> None:
        """Say nothing any more."""
        self._drop(*self._said)
        self._show()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines."""
        return notices.draw(self.said, width, height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at this width, where the bars and a list stay in sight."""
        del container
        return len(self.draw(width, viewport.height - _IN_SIGHT))

    def on_click(self, event: events.Click) -> None:
        """Take away what is clicked."""
        event.stop()
        width, height = self.size
        below = height - event.y
        for notice in reversed(self.said):
            below -= len(notices.draw([notice], width, height))
            if below <= 0:
                self._over(notice)
                return

    def _over(self, notice: Notice) -> None:
        self._drop(*[each for each in self._said if each[0] is notice])
        self._show()

    def _drop(self, *said: tuple[Notice, Timer]) -> None:
        for each in said:
            each[1].stop()
            self._said.remove(each)

    def _show(self) -> None:
        self.display = bool(self._said)
        width, height = self.size
        self.redraw(layout=self.get_content_height(self.size, self.screen.size, width) != height)
