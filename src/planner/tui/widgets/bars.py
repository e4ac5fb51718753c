"""The bar on top, which says where one is, and the bar below, which says what one can do."""

from collections.abc import Sequence

from textual import events
from textual.reactive import var
from textual.timer import Timer

from planner.presentation import problem_rows
from planner.presentation.commands import VIEWS, Command, Hint, View
from planner.presentation.figures import number
from planner.presentation.keys import Keys
from planner.presentation.lines import PLAIN, Line, Span, cells, line_cells
from planner.session import Session
from planner.tui.messages import CommandChosen
from planner.tui.widgets.picture import Picture

_MOST_KEYS_NARROW = 8
_WIDE = 100


class Bar(Picture):
    """Lines of things that can be clicked."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self.targets: list[tuple[int, range, str]] = []
        """The line and the columns of each thing, and its action."""

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the mouse."""
        for row, columns, action in self.targets:
            if event.y == row and event.x in columns:
                self.post_message(CommandChosen(action))


class CommandBar(Bar):
    """One line of commands."""

    def __init__(self, keys: Keys, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.keys = keys
        """The table of commands, with this person's keys."""


class TopBar(CommandBar):
    """The views, and how things stand with the file."""

    session: var[Session | None] = var(None)
    view: var[View] = var("map")
    note: var[str] = var("")
    """Whether everything is saved."""
    looking: var[bool] = var(False)
    """Whether a path is being looked for."""

    def __init__(self, keys: Keys, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(keys, id=id)
        self._minute: Timer | None = None

    def watch_session(self) -> None:
        """Draw again, and once a minute from now on where the timer runs."""
        self.redraw()
        if self._minute is not None:
            self._minute.stop()
        timer = self.session.timer if self.session else None
        if timer and self.session:
            self._minute = self.set_timer(timer.until_next_minute(self.session.clock()), self.watch_session)

    def watch_view(self) -> None:
        """Mark another view."""
        self.redraw()

    def watch_note(self) -> None:
        """Say something else."""
        self.redraw()

    def watch_looking(self) -> None:
        """Say that it takes a moment, or no longer."""
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        self.targets = []
        spans: list[Span] = [(" planner  ", "heading")] if width >= _WIDE else [(" ", PLAIN)]
        for view, title in VIEWS:
            start = line_cells(tuple(spans))
            style = "tab" if view == self.view else "dim"
            spans += [(f" {self.keys.of(view)} {title} ", style), (" ", PLAIN)]
            self.targets.append((0, range(start, line_cells(tuple(spans))), f"view('{view}')"))
        right = self._right(width)
        room = width - line_cells(tuple(spans)) - line_cells(right)
        self.targets.append((0, self._problems_at(width, right), "page('problems')"))
        timer = self._timer(room - 1)
        room -= line_cells(timer)
        if timer:
            start = line_cells(tuple(spans)) + room
            self.targets.append((0, range(start, start + line_cells(timer)), "time"))
        return ((*spans, (" " * max(1, room), PLAIN), *timer, *right),)

    def _timer(self, room: int) -> Line:
        """Return the timer, where it runs."""
        if self.session is None or (timer := self.session.timer) is None:
            return ()
        from planner.presentation import timer_bar  # needed where one runs

        return timer_bar.in_bar(timer, self.session.title_of(timer.resource), self.session.clock(), room)

    @staticmethod
    def _problems_at(width: int, right: Line) -> range:
        """Return the columns in which the number of problems stands."""
        start = width - line_cells(right)
        return range(start, start + line_cells(right[:1]))

    def _right(self, width: int) -> Line:
        if self.session is None:
            return ()
        standing = self.session.standing
        goal = standing.stops[-1] if standing.stops else None
        target = f"target {goal.title} · " if goal and width >= _WIDE else ""
        problems = problem_rows.summary(self.session.problems)
        wrong = (f"{problems} · ", "bad") if problems else ("", PLAIN)
        style = "bad" if self.note.startswith("✗") else "dim"
        if self.looking:
            return (wrong, ("… looking for the shortest path ", "dim"))
        week = f"{target}{number(standing.hours_per_week)} h/week  "
        return (
            wrong,
            (week if width >= _WIDE or self.session.timer is None else "", "dim"),
            (f"{self.note} ", style),
        )


class KeyBar(CommandBar):
    """The keys that do something here."""

    view: var[View] = var("map")
    hints: var[Sequence[Hint]] = var(())
    """The keys of something that was opened in the view, in place of the view's own."""

    def watch_view(self) -> None:
        """Show the keys of another view."""
        self.redraw()

    def watch_hints(self) -> None:
        """Show the keys of what was opened, or those of the view again."""
        self.redraw()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line: as many keys as fit, help and quit always among them."""
        del height
        self.targets = []
        spans: list[Span] = [(" ", PLAIN)]
        for key, label, action in self.keys.hinted(self.hints) or [
            (each.key, each.label, each.action) for each in self._shown(width)
        ]:
            start = line_cells(tuple(spans))
            spans += [(key, "key"), (f" {label}  ", "dim")]
            self.targets.append((0, range(start, line_cells(tuple(spans))), action))
        return (tuple(spans),)

    def _shown(self, width: int) -> list[Command]:
        here = [each for each in self.keys.commands if self.view in each.views]
        always = [each for each in here if each.id in ("help", "quit")]
        others = [each for each in here if each not in always]
        most = _MOST_KEYS_NARROW - len(always) if width < _WIDE else len(others)
        shown = others[:most]
        while shown and sum(cells(each.key) + cells(each.label) + 3 for each in (*shown, *always)) >= width:
            shown.pop()
        return [*shown, *always]
