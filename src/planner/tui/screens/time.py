"""The time dialog: start the timer, stop it, log minutes of any day, correct what was logged."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from planner.core.history import stretches_of
from planner.presentation import time_rows
from planner.presentation.lines import Line
from planner.presentation.time_page import PRESETS, TimePage
from planner.session import Session
from planner.tui.messages import CommandChosen
from planner.tui.screens.page import Deed, Page
from planner.tui.widgets.key_line import KeyLine
from planner.tui.widgets.picture import Picture

_DOES = {
    "start": "start",
    "stop": "stop",
    "forget": "stop",
    "switch": "switch",
    "log": "log",
    "correct": "correct",
}


def _opened(session: Session, resource_id: str | None) -> TimePage:
    """Return the dialog as it opens: on the highlighted resource, else on the one that the timer runs for."""
    timer, catalogue = session.timer, session.catalogue
    name = resource_id or (catalogue.now_called(timer.resource) if timer else "")
    resource = catalogue.resources.get(name)
    return TimePage(
        session.clock(),
        timer,
        session.title_of(timer.resource) if timer else "",
        resource,
        stretches_of(session.profile, resource) if resource else (),
    )


class TimeScreen(Page):
    """Every key returns another dialog; enter does what is chosen in it."""

    BINDINGS = [
        Binding("enter", "do", "do", priority=True),
        Binding("x,delete", "remove", "take away", priority=True),
        Binding("up,k", "move(-1)", priority=True),
        Binding("down,j,tab", "move(1)", priority=True),
        Binding("left,h,minus", "step(-1)", "day before", priority=True),
        Binding("right,l,plus,equals_sign", "step(1)", "day after", priority=True),
        Binding("backspace", "erase", priority=True),
        *(Binding(digit, f"digit('{digit}')", priority=True) for digit in "0123456789"),
        *(Binding(key, f"preset({minutes})", priority=True) for key, minutes in PRESETS.items()),
    ]

    def __init__(self, session: Session, about: str | None = None) -> None:
        super().__init__(session, about)
        self.dialog = _opened(session, about)

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="time", classes="page") as box:
            box.border_title = "Time"
            yield _Offers(self, id="offers")
            yield KeyLine([(key, f"{minutes}", f"preset({minutes})") for key, minutes in PRESETS.items()])
            yield KeyLine(self._keys(), id="time-keys")

    def on_mount(self) -> None:
        """Let the time that the timer shows go on."""
        self._wait_a_minute()

    def _wait_a_minute(self) -> None:
        if timer := self.dialog.timer:
            self.set_timer(timer.until_next_minute(self.session.clock()), self._tick)

    def _tick(self) -> None:
        self.show(self.dialog.at(self.session.clock()))
        self._wait_a_minute()

    def show(self, dialog: TimePage) -> None:
        """Show the dialog as a key has changed it."""
        self.dialog = dialog
        for each in self.query(_Offers):
            each.redraw()
        for keys in self.query("#time-keys").results(KeyLine):
            keys.show(self._keys())

    def _keys(self) -> Sequence[tuple[str, str, str]]:
        act = self.dialog.chosen.act
        return [
            ("enter", _DOES[act], "do"),
            *([("x", "remove", "remove")] if act == "correct" else []),
            ("-", "earlier", "step(-1)"),
            ("+", "later", "step(1)"),
            ("0-9", "min", "erase"),
            ("esc", "back", "leave"),
        ]

    def action_move(self, by: int) -> None:
        """Choose another offer."""
        self.show(self.dialog.moved(by))

    def action_digit(self, digit: str) -> None:
        """Type a digit of the minutes."""
        self.show(self.dialog.with_digit(digit))

    def action_erase(self) -> None:
        """Take a digit back."""
        self.show(self.dialog.erased())

    def action_preset(self, minutes: int) -> None:
        """Enter usual minutes."""
        self.show(self.dialog.with_minutes(minutes))

    def action_step(self, by: int) -> None:
        """Go to another day."""
        self.show(self.dialog.stepped(by))

    def action_do(self) -> None:
        """Do what is chosen, or say why that cannot be done."""
        if objection := self.dialog.objection:
            self.tell(objection)
        else:
            self.dismiss(self._deed())

    def action_remove(self) -> None:
        """Take the chosen stretch away; stop the timer and log nothing."""
        offer = self.dialog.chosen
        if offer.act == "correct" and offer.day:
            name, day = offer.stretch, offer.day
            self.dismiss(lambda session: session.relog(name, 0, day))
        elif offer.act == "stop":
            self.dismiss(lambda session: session.stop_timer(0))

    def _deed(self) -> Deed:
        offer, resource = self.dialog.chosen, self.dialog.resource
        name, minutes, day = (
            resource.id if resource else "",
            offer.minutes or 0,
            offer.day or self.dialog.today,
        )
        match offer.act:
            case "start" | "switch":
                return lambda session: session.start_timer(name)
            case "forget":
                return lambda session: session.stop_timer(0)
            case "stop":
                return lambda session: session.stop_timer(minutes, day)
            case "log":
                return lambda session: session.log(name, minutes, day)
            case "correct":
                return lambda session: session.relog(offer.stretch, minutes, day)


class _Offers(Picture):
    """The offers, line by line; a click chooses one, a click on the chosen one does it."""

    def __init__(self, page: TimeScreen, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._page = page
        self._rows: Sequence[int | None] = ()

    def draw(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines of the dialog."""
        lines, self._rows = time_rows.draw(self._page.dialog, width, height or 99)
        return lines

    def is_highlighted(self, y: int) -> bool:
        """Return whether a line is the chosen offer."""
        return y < len(self._rows) and self._rows[y] == self._page.dialog.cursor

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; do it where it was chosen already."""
        index = self._rows[event.y] if event.y < len(self._rows) else None
        if index is None:
            return
        if index == self._page.dialog.cursor:
            self.post_message(CommandChosen("do"))
        else:
            self._page.show(self._page.dialog.pointed(index))
