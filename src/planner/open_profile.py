"""A profile in memory and on the disk: changed, taken back, saved, joined with what others wrote."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from msgspec import Struct
from msgspec.structs import replace

from planner.clock import now
from planner.core.catalogue import Catalogue
from planner.core.change import Change, apply_again, take_back, write
from planner.core.pending import RESTORE, Pending
from planner.core.problem import Problem
from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import stamp_after
from planner.core.standing import Standing
from planner.open_catalogue import OpenCatalogue
from planner.storage import conflict_copies, identity, leftovers, locations, profile_cache, profile_file
from planner.storage.profile_file import NewerPlannerError, ProfileError, Snapshot
from planner.storage.stamps import Signature, signature

if TYPE_CHECKING:
    from planner.storage.journal import Journal
    from planner.storage.profile_store import ProfileStore

_BULK = 10
"""Entries from which on a change is one that a backup is made before."""


class OpenProfile(Struct, frozen=True, dict=True):
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
    kept: "Journal | None" = None
    """The journal as it was last seen."""
    read_only: str = ""
    """Why nothing can be saved, if nothing can."""
    curricula: OpenCatalogue | None = None
    """The files that the catalogue was read from; None where it was read from none."""

    @classmethod
    def open(
        cls, file: Path | None = None, folder: Path | None = None, clock: Callable[[], datetime] = now
    ) -> Self:
        """Open a profile against the curricula: those in `folder`, or the bundled ones and one's own.

        Raises:
            ProfileError: there is a profile, but it cannot be read.
        """
        file, curricula = file or locations.profile_file(), OpenCatalogue.open(folder)
        device, read_only = identity.device(locations.state_folder()), ""
        try:
            seen = profile_cache.read(file, locations.profile_cache())
            profile = seen.profile if seen else identity.new_profile()
        except NewerPlannerError as error:
            seen, profile, read_only = None, error.profile, str(error)
        pending = Pending(profile, is_new=seen is None and not read_only)
        opened = cls(
            curricula.catalogue,
            profile,
            file,
            device,
            pending,
            clock,
            curricula.problems,
            seen=seen,
            read_only=read_only,
            curricula=curricula,
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
    def store(self) -> "ProfileStore":
        """Where the profile is kept, and its backups."""
        from planner.storage.profile_store import ProfileStore  # needed to save, not to start

        return ProfileStore(self.file, locations.state_folder(), self.device)

    @cached_property
    def standing(self) -> Standing:
        """Where the person stands today, and all that follows from it."""
        return Standing(self.catalogue, self.profile, self.today)

    @property
    def has_backups(self) -> bool:
        """Whether there are former states of this file's profile, be it there or not."""
        return bool(self.store.former())

    def changed(self, entries: Mapping[Key, Entry], label: str, reason: str = "") -> Self:
        """Return this with entries written, which can be undone.

        With a reason, and where many entries are written at once, a backup is made before in any case.
        """
        reason = reason or ("bulk" if len(entries) >= _BULK else "")
        profile, change = write(self.profile, entries, stamp=self.stamp(), label=label, reason=reason)
        pending = self.pending.and_then(change)
        return replace(self, profile=profile, pending=pending, past=(*self.past, change), future=())

    def restored(self, then: Profile, label: str = "restore") -> Self:
        """Return this with what a former state says, under new stamps: other machines follow."""
        from planner.core.disagreement import disagreements, restorations

        entries = restorations(disagreements(self.profile, then))
        return self.changed(entries, label, RESTORE)

    def completed(self, entries: Mapping[Key, Entry]) -> Self:
        """Return this with entries that belong to the last change: they are taken back with it.

        Where nothing was changed yet they are nobody's, and cannot be undone.
        """
        profile, change = write(self.profile, entries, stamp=self.stamp(), label="path")
        past = self.past
        if past:
            before, after = {**change.before, **past[-1].before}, {**past[-1].after, **change.after}
            past = (*past[:-1], replace(past[-1], before=before, after=after))
        return replace(self, profile=profile, pending=self.pending.and_then(change), past=past)

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

        With a reason (`import`, say) a backup is made first, in any case; so it is where a change has one.

        Raises:
            ProfileError: it could not be written; the file is as it was.
        """
        if self.read_only:
            raise ProfileError(Problem(str(self.file), f"nothing was saved: {self.read_only}"))
        from planner.storage import journal  # needed to save, not to start

        state = locations.state_folder()
        identity.keep_device(state, self.device)
        reason = reason or self.pending.reason
        seen = self.store.save(self.pending, self.seen, self._stamp_for, self.clock(), reason)
        kept = journal.keep(state, seen.profile.profile_id, self.past, self.future, self.kept)
        pending = self.pending.when_saved(seen.profile)
        return replace(self, profile=seen.profile, pending=pending, seen=seen, kept=kept)

    def after(self, saved: Self) -> Self:
        """Return this on top of one that was saved meanwhile; what was done since stays pending."""
        pending = self.pending.after(saved.pending)
        return self if pending is self.pending else self._on(pending, saved.seen)._with(kept=saved.kept)  # noqa: SLF001 - its own

    def signature(self) -> Signature:
        """Return what tells, without reading anything, whether a file that this stands on has changed."""
        profiles = signature([self.file, *conflict_copies.find(self.file)])
        return (*profiles, *(self.curricula.signature() if self.curricula else ()))

    def refreshed(self) -> Self:
        """Return this with what others have written meanwhile, curricula too; itself where nobody has.

        Where the profile is damaged or gone by now, what was last seen of it becomes a backup.

        Raises:
            ProfileError: the file cannot be read any more, or is another one's.
        """
        if self.read_only:
            return self._with_curricula()
        try:
            seen = self.store.read(self.pending, self.seen)
        except ProfileError:
            self._keep_seen()
            raise
        if seen is None:
            self._keep_seen()
        moved = self if seen in (None, self.seen) else self._on(self.pending.seeing(seen.profile), seen)
        return moved._with_copies()._with_curricula()  # noqa: SLF001 - its own

    def caught_up(self, fresh: Self) -> Self:
        """Return this with what a refreshed state of it has read; what was done since stays pending."""
        curricula, problems = fresh.curricula, fresh.problems
        return self.after(fresh)._with(catalogue=fresh.catalogue, curricula=curricula, problems=problems)  # noqa: SLF001 - its own

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
        from planner.storage.profile_text import dump  # needed to export, not to start

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
        return self._with(profile=profile, pending=pending, seen=seen)

    def _with_copies(self) -> Self:
        """Return this with the conflict copies that lay beside the profile; what fails is named."""
        problems = tuple(each for each in self.problems if each.file != str(self.file))
        if not leftovers.are_beside(self.file, self.device):
            return self._with_problems(problems)
        try:
            seen = self.store.take_in_copies(self.seen, self.clock())
        except ProfileError as error:
            return self._with_problems((*problems, error.problem))
        opened = self._with_problems(problems)
        if seen is None or seen is self.seen:
            return opened
        return opened._on(self.pending.seeing(seen.profile), seen)  # noqa: SLF001 - its own

    def _with_curricula(self) -> Self:
        """Return this with the curricula as they are now."""
        fresh = self.curricula and self.curricula.refreshed()
        if self.curricula is None or fresh is None or fresh is self.curricula:
            return self
        others = (each for each in self.problems if each not in self.curricula.problems)
        return self._with(catalogue=fresh.catalogue, curricula=fresh, problems=(*fresh.problems, *others))

    def _with(self, **fields: Any) -> Self:  # noqa: ANN401 - of any field
        """Return this with other fields; what follows from profile and catalogue stays where those do."""
        moved = replace(self, **fields)
        if moved.profile is self.profile and moved.catalogue is self.catalogue and "standing" in vars(self):
            vars(moved)["standing"] = self.standing  # nothing changed, so nothing is computed again
        return moved

    def _with_problems(self, problems: tuple[Problem, ...]) -> Self:
        return self if problems == self.problems else self._with(problems=problems)

    def _keep_seen(self) -> None:
        if self.seen is not None:
            self.store.keep_seen(self.seen, self.clock())
