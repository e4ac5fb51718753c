"""The time dialog: what it offers, which of it is chosen, and what was typed so far."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from planner.core.curriculum import Resource
from planner.core.profile import Stretch
from planner.core.timer import Timer

Act = Literal["stop", "forget", "start", "switch", "log", "correct"]

PRESETS: Final = {"a": 15, "b": 30, "c": 45, "d": 60, "e": 90, "f": 120}
"""Minutes by the key that enters them."""
MOST: Final = 24 * 60
"""Minutes that a day has."""
_USUAL: Final = 60
_FURTHEST: Final = timedelta(days=3660)


class Offer(Struct, frozen=True):
    """Something that the dialog can do."""

    act: Act
    minutes: int | None = None
    """Minutes that it logs unless others are typed; None where nobody knows yet."""
    day: date | None = None
    """The day of these minutes; None where it is about none."""
    stretch: str = ""
    """Name of the stretch that it corrects."""


class TimePage(Struct, frozen=True):
    """The dialog on a resource, and on the timer where it runs. A key returns another one."""

    now: datetime
    timer: Timer | None = None
    timer_title: str = ""
    resource: Resource | None = None
    """What was highlighted, if anything was."""
    stretches: tuple[Stretch, ...] = ()
    """What was logged of it, the last day first."""
    cursor: int = 0
    typed: str = ""
    """Digits typed for the chosen offer."""
    day: date | None = None
    """Another day for the chosen offer."""

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.now.date()

    @property
    def is_elsewhere(self) -> bool:
        """Whether the timer runs for something else than what was highlighted."""
        return bool(self.timer and self.resource and not _is_of(self.timer, self.resource))

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Everything that can be done, in order."""
        return tuple(self._offers())

    @property
    def chosen(self) -> Offer:
        """The offer under the cursor, with what was typed for it."""
        offer = self.offers[self.cursor]
        if offer.day is None:
            return offer
        minutes = int(self.typed) if self.typed else offer.minutes
        return replace(offer, minutes=minutes, day=self.day or offer.day)

    @property
    def objection(self) -> str:
        """Why the chosen offer cannot be done as it stands; empty where it can."""
        offer, usual = self.chosen, self.offers[self.cursor]
        if offer.act == "switch" and offer.minutes is None:
            return "First stop the timer that runs, and say how long it really was."
        if offer.day is not None and offer.minutes is None:
            return "Type how many minutes it really was."
        if offer.act == "correct" and offer == usual:
            return "Type other minutes, or go to another day; x takes it away."
        return ""

    def at(self, now: datetime) -> "TimePage":
        """Return the dialog at another time."""
        return replace(self, now=now)

    def moved(self, by: int) -> "TimePage":
        """Return the dialog with the cursor moved."""
        return self.pointed(self.cursor + by)

    def pointed(self, index: int) -> "TimePage":
        """Return the dialog with another offer chosen; what was typed for the one before is forgotten."""
        index = max(0, min(len(self.offers) - 1, index))
        return self if index == self.cursor else replace(self, cursor=index, typed="", day=None)

    def with_digit(self, digit: str) -> "TimePage":
        """Return the dialog with a digit typed; one that makes more than a day of it is not taken."""
        page = self._editable()
        typed = (page.typed + digit).lstrip("0")
        return replace(page, typed=typed) if typed and int(typed) <= MOST else page

    def erased(self) -> "TimePage":
        """Return the dialog with the last digit taken back."""
        return replace(self, typed=self.typed[:-1])

    def with_minutes(self, minutes: int) -> "TimePage":
        """Return the dialog with these minutes typed."""
        return replace(self._editable(), typed=str(minutes))

    def stepped(self, by: int) -> "TimePage":
        """Return the dialog with the day moved; no day that is still to come is offered."""
        page = self._editable()
        day = page.chosen.day
        if day is None:
            return page
        return replace(page, day=max(self.today - _FURTHEST, min(self.today, day + timedelta(days=by))))

    def _editable(self) -> "TimePage":
        """Return the dialog with an offer chosen that is about minutes: this one, or the one that logs."""
        if self.offers[self.cursor].day is not None:
            return self
        acts = [each.act for each in self.offers]
        return self.pointed(acts.index("log" if "log" in acts else "stop"))

    def _offers(self) -> Iterator[Offer]:
        if self.timer:
            measured = None if self.timer.is_forgotten(self.now) else self.timer.minutes(self.now)
            yield Offer("stop", measured, self.timer.day(self.now))
            if measured != 0:
                yield Offer("forget")
            if self.is_elsewhere:
                yield Offer("switch", measured)
        elif self.resource:
            yield Offer("start")
        if self.resource:
            yield Offer("log", _USUAL, self.today)
        for each in self.stretches:
            yield Offer("correct", each.minutes, each.day or self.today, each.name)


def _is_of(timer: Timer, resource: Resource) -> bool:
    return timer.resource in (resource.id, *resource.formerly)
