"""The screen that holds the session: every change is said, saved, and can be taken back."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from typing import cast

from textual import on
from textual.reactive import var
from textual.screen import Screen

from planner.core.adopted import is_worth_it
from planner.core.change import Change
from planner.core.learning_path import LearningPath
from planner.core.standing import Standing
from planner.presentation.figures import moved
from planner.presentation.keys import Keys
from planner.presentation.notices import Notice
from planner.session import Session
from planner.tui.afterwards import Afterwards
from planner.tui.messages import PathFound, Refreshed, Saved
from planner.tui.path_finder import PathFinder
from planner.tui.saver import Saver
from planner.tui.watcher import Watcher
from planner.tui.widgets.notices import Notices

_PAINTED = 0.5
"""Seconds after which the first frames are there; a search beside them would hold them up."""
_NOTHING = ("", 0.0)
_OVERTAKEN = "was changed elsewhere since, so it stays as it is now"


class SessionScreen(Screen[None]):
    """The one place where the session is replaced by another."""

    session: var[Session] = var(cast("Session", None))
    """Set before the screen is shown."""

    note: var[str] = var("")
    """How the last save went, in a word or two."""

    looking: var[bool] = var(False)
    """Whether a path is being looked for."""

    offer: var[LearningPath | None] = var(None)
    """A path so much shorter than the adopted one that it is worth a thought."""

    def __init__(self, session: Session, keys: Keys) -> None:
        super().__init__()
        self.keys = keys
        """The table of commands, with this person's keys."""
        self.set_reactive(SessionScreen.session, session)
        self.unsaved = ""
        """Words about the last save, if it went wrong."""
        self._afterwards = Afterwards(self)
        self._words: tuple[str | Callable[[], str], float] = _NOTHING
        """What is said after the next frame, and for how many seconds."""
        self._saver = Saver(lambda *report: self.post_message(Saved(*report)))
        self._watcher = Watcher(
            lambda: self.session if self.is_active else None,
            lambda *report: self.post_message(Refreshed(*report)),
        )
        self._finder = PathFinder(lambda *found: self.post_message(PathFound(*found)))
        self._planned: Standing | None = session.standing if session.standing.adopted else None
        """How one stood when the path last led to the target."""

    def on_mount(self) -> None:
        """Look for a path where there is none; for a shorter one, once a day, when all is painted."""
        if self.session.standing.adopted is None:
            self._look()
        self.set_timer(_PAINTED, self._look_for_shorter)
        self._watcher.start()

    async def on_unmount(self) -> None:
        """Watch no longer."""
        await to_thread(self._watcher.stop)

    def _look_for_shorter(self) -> None:
        self._look(daily=True)

    def _look(self, *, daily: bool = False) -> None:
        """Look for a path where one is wanted, and say so for as long as it takes."""
        self._finder.look(self.session, daily=daily)
        self.looking = self._finder.is_looking

    def watch_session(self, old: Session, new: Session) -> None:
        """Have every change saved, and look for a path where it does not lead to the target any more."""
        if new.pending.total > old.pending.total:
            self.note = "… saving"
            self._saver.submit(new)
        if new.catalogue is not old.catalogue:
            self.offer = None
        if new.profile is not old.profile or new.catalogue is not old.catalogue:
            self._afterwards.do(self._look_again)

    def _look_again(self) -> None:
        """Look for a path if it does not lead to the target any more; else keep how one stands with it."""
        self._look()
        standing = self.session.standing
        self._planned = standing if standing.adopted else self._planned

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        self._saver.flush()

    def settle(self) -> None:
        """Wait until nothing is being computed or saved."""
        self._afterwards.now()
        self._look_for_shorter()
        self._finder.wait()
        self.flush()

    def change(self, session: Session, then: str = "") -> None:
        """Take a change, and say what it did, how to take it back, and what may come next."""
        before, self.session = self.session, session
        self.tell(lambda: self._effect(before, session, then))

    def _effect(self, before: Session, after: Session, then: str) -> str:
        gain = after.standing.skill.position - before.standing.skill.position
        stays = "your numbers stay" if min(gain) >= 0 else "your numbers go back"
        effect = moved(gain) if max(gain) > 0 else stays
        told = f"{after.past[-1].label}\n{effect} · {self.keys.of('undo')} takes it back"
        return f"{told}\n{then}" if then else told

    def tell(self, text: str | Callable[[], str], seconds: float = 4) -> None:
        """Say something after the next frame, in place of what was said before: of several, the last."""
        self._words = (text, seconds)
        self._afterwards.do(self._say)

    def _say(self) -> None:
        (text, seconds), self._words = self._words, _NOTHING  # what was before is let go here, not at a key
        self.app.clear_notifications()
        if self.is_attached:  # someone may have left meanwhile
            self.notices.say(Notice(text if isinstance(text, str) else text()), seconds)

    def hush(self) -> None:
        """Take away what was said, and say nothing of what was about to be."""
        self._afterwards.forget(self._say)
        self.app.clear_notifications()
        for there in self.query_children(Notices):
            there.hush()

    def _add(self, notice: Notice, seconds: float) -> None:
        """Say something besides, after what was about to be said: over a page, too, if one is open."""
        self._afterwards.now()
        if self.is_attached and self.is_active:
            self.notices.add(notice, seconds)
        else:
            self.notify(notice.text, severity=notice.severity, timeout=seconds, markup=False)

    @property
    def notices(self) -> Notices:
        """Where things are said; made when there is something to say."""
        if not self.query_children(Notices):
            self.mount(Notices())
        return self.query_children(Notices).first()

    @on(Saved)
    def _saved(self, message: Saved) -> None:
        self.unsaved = message.error
        if message.error:
            self.note = "✗ not saved"
            self._add(Notice(f"Not saved: {message.error}", "error"), 15)
            return
        self.session = self.session.after(message.session)
        if not self.session.pending.changes:
            self.note = "✓ saved"

    @on(Refreshed)
    def _refreshed(self, message: Refreshed) -> None:
        """Take what others wrote, unless a page lies over it or more was saved meanwhile: then look again."""
        if message.session is None:
            self.note = "✗ cannot be read"
            back = f"{self.keys.of('restore')} goes back to one"
            remedy = f"What you see here is whole, and kept among the backups: {back}."
            self._add(Notice(f"{message.error}\n{remedy}", "error"), 15)
        elif self.is_active and message.session.pending.saved == self.session.pending.saved:
            self._take(self.session.caught_up(message.session))
        else:
            self._watcher.forget()

    def _take(self, session: Session) -> None:
        """Go on with what was read; what could not be saved before is tried again."""
        anew = [each for each in session.problems if each not in self.session.problems]
        self.session = session
        if anew:
            stays = "" if anew[0].file == str(session.file) else "\nWhat was there stays until this is right."
            self._add(Notice(f"{anew[0]}{stays}", "warning"), 12)
        if self.note.startswith("✗"):
            self.note = ""
            if session.pending.changes:
                self.note = "… saving"
                self._saver.submit(session)

    @on(PathFound)
    def _path_found(self, message: PathFound) -> None:
        """Adopt a path where there was none; offer it where it is much shorter than the one there is."""
        from planner.presentation import difference_rows

        self.looking, sought = False, message.sought
        if self.session.profile is not sought.profile or self.session.catalogue is not sought.catalogue:
            self._look()
            return
        kept = self.session.standing.adopted
        if kept is not None:
            self.offer = message.path if is_worth_it(message.path, kept) else None
            if self.offer is not None:
                other = self.session.adopt_path(self.offer)
                what = difference_rows.summary(self.session.standing, other.standing)
                text = f"There is a shorter path: {what}\n{self.keys.of('adopt')} adopts it"
                self._add(Notice(text), 12)
        elif message.path.legs:
            before, self.session = self._planned, self.session.planned()
            if before is not None:
                what = difference_rows.summary(before, self.session.standing)
                self._add(Notice(f"Your path, anew: {what}"), 8)

    def action_adopt(self) -> None:
        """Adopt the shorter path that is offered."""
        if self.offer is None:
            self.tell("No shorter path is on offer: yours is as short as it gets.")
            return
        self.session = self.session.adopt_path(self.offer)
        self.offer = None
        self.tell(f"You go the shorter way now.\n{self.keys.of('undo')} takes it back")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(self.session.past, self.session.undo, "undo", "Undone")

    def action_redo(self) -> None:
        """Do the last undone change again."""
        self._step(self.session.future, self.session.redo, "do again", "Done again")

    def _step(
        self, changes: Sequence[Change], step: Callable[[], tuple[Session, bool]], verb: str, done: str
    ) -> None:
        """Go a step through what was changed, and say so."""
        if not changes:
            self.tell(f"Nothing to {verb}.")
            return
        self.session, whole = step()
        self.tell(f"{done}: {changes[-1].label}" if whole else f"{changes[-1].label}\n{_OVERTAKEN}")
