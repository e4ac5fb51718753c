"""The bar on top, which says where one is, and the bar below, which says what one can do."""

from collections.abc import Sequence

from textual import events
from textual.reactive import var

from planner.presentation.figures import number
from planner.presentation.lines import PLAIN, Line, Span, cells, line_cells
from planner.session import Session
from planner.tui.commands import COMMANDS, VIEWS, Command, Hint, View
from planner.tui.messages import CommandChosen
from planner.tui.widgets.picture import Picture

_MOST_KEYS_NARROW = 8
_WIDE = 100


class Bar(Picture):
    """One line of things that can be clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._targets: list[tuple[range, str]] = []

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the mouse."""
        for columns, action in self._targets:
            if event.x in columns:
                self.post_message(CommandChosen(action))


class TopBar(Bar):
    """The views, and how things stand with the file."""

    session: var[Session | None] = var(None)
    view: var[View] = var("map")
    note: var[str] = var("")
    """Whether everything is saved."""
    looking: var[bool] = var(False)
    """Whether a path is being looked for."""

    def watch_session(self) -> None:
        """Draw again."""
        self.redraw()

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
        self._targets = []
        spans: list[Span] = [(" planner  ", "heading")] if width >= _WIDE else [(" ", PLAIN)]
        for index, (view, title) in enumerate(VIEWS, start=1):
            start = line_cells(tuple(spans))
            spans += [(f" {index} {title} ", "tab" if view == self.view else "dim"), (" ", PLAIN)]
            self._targets.append((range(start, line_cells(tuple(spans))), f"view('{view}')"))
        right = self._right(width)
        room = width - line_cells(tuple(spans)) - line_cells(right)
        return ((*spans, (" " * max(1, room), PLAIN), *right),)

    def _right(self, width: int) -> Line:
        if self.session is None:
            return ()
        standing = self.session.standing
        goal = standing.stops[-1] if standing.stops else None
        target = f"target {goal.title} · " if goal and width >= _WIDE else ""
        problems = len(self.session.problems)
        wrong = (f"{problems} problem{'s' if problems > 1 else ''} · ", "bad") if problems else ("", PLAIN)
        style = "bad" if self.note.startswith("✗") else "dim"
        if self.looking:
            return (wrong, ("… looking for the shortest path ", "dim"))
        return (
            wrong,
            (f"{target}{number(standing.hours_per_week)} h/week  ", "dim"),
            (f"{self.note} ", style),
        )


class KeyBar(Bar):
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
        self._targets = []
        spans: list[Span] = [(" ", PLAIN)]
        for key, label, action in self.hints or [
            (each.key, each.label, each.action) for each in self._shown(width)
        ]:
            start = line_cells(tuple(spans))
            spans += [(key, "key"), (f" {label}  ", "dim")]
            self._targets.append((range(start, line_cells(tuple(spans))), action))
        return (tuple(spans),)

    def _shown(self, width: int) -> list[Command]:
        here = [each for each in COMMANDS if self.view in each.views]
        always = [each for each in here if each.id in ("help", "quit")]
        others = [each for each in here if each not in always]
        most = _MOST_KEYS_NARROW - len(always) if width < _WIDE else len(others)
        shown = others[:most]
        while shown and sum(cells(each.key) + cells(each.label) + 3 for each in (*shown, *always)) >= width:
            shown.pop()
        return [*shown, *always]
