"""A profile in memory and on the disk: changed, taken back, saved, joined with what others wrote."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Self

from planner.clock import now
from planner.core.catalogue import Catalogue
from planner.core.change import Change, apply_again, take_back, write
from planner.core.pending import Pending
from planner.core.problem import Problem
from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import stamp_after
from planner.core.standing import Standing
from planner.storage import curricula, identity, journal, locations, profile_file
from planner.storage.profile_file import NewerPlannerError, ProfileError, Snapshot
from planner.storage.profile_format import dump
from planner.storage.profile_store import ProfileStore


@dataclass(frozen=True)
class OpenProfile:
    """One person, one catalogue, one moment. A change returns a new one; `save` makes it last."""

    catalogue: Catalogue
    profile: Profile
    file: Path
    device: str
    pending: Pending
    """What was done and is not on the disk yet."""
    clock: Callable[[], datetime] = now
    problems: tuple[Problem, ...] = ()
    """What is wrong with curricula that were left out, and with copies of the profile."""
    past: tuple[Change, ...] = ()
    """Changes that can be undone, the last one last."""
    future: tuple[Change, ...] = ()
    """Changes that were undone and can be done again."""
    seen: Snapshot | None = None
    """The file as it was last seen."""
    read_only: str = ""
    """Why nothing can be saved, if nothing can."""

    @classmethod
    def open(
        cls, file: Path | None = None, folder: Path | None = None, clock: Callable[[], datetime] = now
    ) -> Self:
        """Open a profile against the curricula: those in `folder`, or the bundled ones and one's own.

        Raises:
            ProfileError: there is a profile, but it cannot be read.
        """
        file = file or locations.profile_file()
        loaded = _loaded(folder)
        device, read_only, problems = identity.device(locations.state_folder()), "", loaded.problems
        try:
            seen = profile_file.read(file)
            profile = seen.profile if seen else identity.new_profile()
        except NewerPlannerError as error:
            seen, profile, read_only = None, error.profile, str(error)
        pending = Pending(profile, is_new=seen is None and not read_only)
        opened = cls(
            loaded.catalogue, profile, file, device, pending, clock, problems, seen=seen, read_only=read_only
        )
        return opened if seen is None else opened._with_copies()

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.clock().date()

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet."""
        return self.pending.is_new

    @property
    def store(self) -> ProfileStore:
        """Where the profile is kept, and its backups."""
        return ProfileStore(self.file, locations.state_folder(), self.device)

    @cached_property
    def standing(self) -> Standing:
        """Where the person stands today, and all that follows from it."""
        return Standing(self.catalogue, self.profile, self.today)

    def changed(self, entries: Mapping[Key, Entry], label: str) -> Self:
        """Return this with entries written, which can be undone."""
        profile, change = write(self.profile, entries, stamp=self.stamp(), label=label)
        pending = self.pending.and_then(change)
        return replace(self, profile=profile, pending=pending, past=(*self.past, change), future=())

    def with_earlier_changes(self) -> Self:
        """Return this with what earlier runs changed in its past, so that it can be undone."""
        earlier = journal.recall(locations.state_folder(), self.profile.profile_id)
        return replace(self, past=(*earlier, *self.past))

    def undo(self) -> tuple[Self, bool]:
        """Return this with the last change taken back, and whether all of it was.

        What was written since, by another planner, stays.
        """
        if not self.past:
            return self, True
        profile, opposite, left_alone = take_back(self.profile, self.past[-1], stamp=self.stamp())
        future = (*self.future, opposite) if opposite.after else self.future
        pending = self.pending.and_then(opposite)
        undone = replace(self, profile=profile, pending=pending, past=self.past[:-1], future=future)
        return undone, not left_alone

    def undo_last(self) -> tuple[Self, str, bool] | None:
        """Return this with the last change of any run taken back, its name, and whether all of it was.

        Changes of which nothing is left are passed over; None when there is nothing to take back.
        """
        opened = self.with_earlier_changes()
        while opened.past:
            label, undone = opened.past[-1].label, len(opened.future)
            opened, whole = opened.undo()
            if len(opened.future) > undone:
                return opened, label, whole
        return None

    def redo(self) -> tuple[Self, bool]:
        """Return this with the last undone change done again, and whether all of it was."""
        if not self.future:
            return self, True
        profile, change, left_alone = take_back(self.profile, self.future[-1], stamp=self.stamp())
        past = (*self.past, change) if change.after else self.past
        pending = self.pending.and_then(change)
        redone = replace(self, profile=profile, pending=pending, past=past, future=self.future[:-1])
        return redone, not left_alone

    def save(self, reason: str = "") -> Self:
        """Bring what was done to the disk; when this returns, it is there.

        With a reason (`import`, say) a backup is made first, in any case.

        Raises:
            ProfileError: it could not be written; the file is as it was.
        """
        if self.read_only:
            raise ProfileError(Problem(str(self.file), f"nothing was saved: {self.read_only}"))
        state = locations.state_folder()
        identity.keep_device(state, self.device)
        seen = self.store.save(self.pending, self.seen, self._stamp_for, self.clock(), reason)
        journal.keep(state, seen.profile.profile_id, self.past, self.future)
        return replace(self, profile=seen.profile, pending=self.pending.when_saved(seen.profile), seen=seen)

    def after(self, saved: Self) -> Self:
        """Return this on top of one that was saved meanwhile; what was done since stays pending."""
        pending = self.pending.after(saved.pending)
        return self if pending is self.pending else self._on(pending, saved.seen)

    def refreshed(self) -> Self:
        """Return this with what others have written meanwhile; itself where nobody has.

        Raises:
            ProfileError: the file cannot be read any more, or is another one's.
        """
        seen = self.store.read(self.pending, self.seen)
        if seen is None or seen is self.seen:
            return self._with_copies()
        return self._on(self.pending.seeing(seen.profile), seen)._with_copies()  # noqa: SLF001 - its own

    def joined(self, other: Profile) -> Self:
        """Return this joined with another state of the same profile, or with the first there is."""
        return self._on(self.pending.seeing(other), self.seen)

    def export(self, file: Path) -> None:
        """Write the profile to another file, as safely as to its own.

        Raises:
            ProfileError: it could not be written.
        """
        profile_file.write(file, self.profile)

    def as_toml(self) -> str:
        """Return the profile as the text of its file."""
        return dump(self.profile)

    def stamp(self) -> str:
        """Return the stamp of what is done now."""
        return self._stamp_for(self.profile)

    def _stamp_for(self, profile: Profile) -> str:
        return stamp_after(profile.newest_stamp, self.clock(), self.device)

    def _on(self, pending: Pending, seen: Snapshot | None) -> Self:
        """Return what is pending on top of what was seen."""
        profile = apply_again(pending.base, pending.changes, self._stamp_for)
        if profile == self.profile:
            profile = self.profile
        moved = replace(self, profile=profile, pending=pending, seen=seen)
        if profile is self.profile and "standing" in vars(self):
            vars(moved)["standing"] = self.standing  # nothing changed, so nothing is computed again
        return moved

    def _with_copies(self) -> Self:
        """Return this with the conflict copies that lay beside the profile; what fails is named."""
        try:
            seen = self.store.take_in_copies(self.seen, self.clock())
        except ProfileError as error:
            return replace(self, problems=(*self.problems, error.problem))
        if seen is None or seen is self.seen:
            return self
        return self._on(self.pending.seeing(seen.profile), seen)


def catalogue_in(folder: Path | None = None) -> Catalogue:
    """Return the curricula alone: those in `folder`, or the bundled ones and one's own."""
    return _loaded(folder).catalogue


def _loaded(folder: Path | None) -> curricula.Loaded:
    if folder:
        return curricula.load(folder, None)
    bundled, own = locations.bundled_curricula(), locations.user_curricula()
    return curricula.load(bundled, own, locations.catalogue_cache())
