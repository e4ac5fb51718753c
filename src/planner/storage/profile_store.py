"""The one place where a profile is saved: under the lock, joined with what is there, backed up."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from planner.core.merge import merge
from planner.core.pending import Pending
from planner.core.problem import Problem
from planner.core.profile import FORMAT, Profile
from planner.storage import backups, conflict_copies, leftovers
from planner.storage.guard import PROFILE_BYTES, decode, whole
from planner.storage.lock import key_of, locked
from planner.storage.profile_file import (
    FAILURES,
    NewerPlannerError,
    ProfileError,
    Snapshot,
    check_link,
    load,
    read,
    text_for,
    trouble,
    write,
    write_text_of,
)
from planner.storage.profile_format import parse


class ProfileStore(Struct, frozen=True):
    """One profile's file, and what this machine keeps about it."""

    file: Path
    state: Path
    """The state folder: locks, backups and rescue copies, on this machine alone."""
    device: str
    """This device's eight characters."""

    @property
    def backup_folder(self) -> Path:
        """The folder of its backups."""
        return self.state / "backups" / key_of(self.file)

    @property
    def rescue_file(self) -> Path:
        """The file that gets what could not be saved."""
        return self.state / "rescue" / f"{key_of(self.file)}.toml"

    def read(self, pending: Pending, seen: Snapshot | None) -> Snapshot | None:
        """Return the file as it stands, unless it has become another one's.

        Raises:
            ProfileError: it cannot be read, or is another profile than the one that is to be saved.
        """
        there = read(self.file, seen)
        if there and not pending.is_new and there.profile.profile_id != pending.base.profile_id:
            reason = "is another profile by now; `planner import` joins two, and nothing was saved"
            raise ProfileError(Problem(str(self.file), reason, "profile_id"))
        return there

    def save(
        self,
        pending: Pending,
        seen: Snapshot | None,
        stamp_for: Callable[[Profile], str],
        now: datetime,
        reason: str = "",
    ) -> Snapshot:
        """Apply changes to what the file holds by now, and write it; return what is there then.

        With a reason (`import`, say) a backup is made in any case. A restore also takes the place of a
        file that is damaged.

        Raises:
            ProfileError: it could not be written; the file is as it was, and a rescue copy was made.
        """
        there = seen
        try:
            with self._locked():
                there = self._there(pending, seen, now)
                joined = pending.onto(there.profile if there else None, stamp_for)
                return self._replace(there, joined, now, reason)
        except (*FAILURES, ProfileError) as error:
            wanted = pending.onto(there.profile if there else None, stamp_for)
            problem = trouble(self.file, error).problem
            reason = f"{problem.reason}{self._keep_for_rescue(wanted, now)}"
            raise ProfileError(replace(problem, reason=reason)) from None

    def take_in_copies(self, seen: Snapshot | None, now: datetime) -> Snapshot | None:
        """Join the conflict copies that file sync left beside the profile, then keep them as backups.

        Copies of other profiles, and those that cannot be read (yet), are left where they are. What a
        killed save left behind is swept up as well.

        Raises:
            ProfileError: the profile cannot be read, or not be written.
        """
        try:
            with self._locked():
                there = read(self.file, seen)
                return self._take_in(there, conflict_copies.find(self.file), now) if there else None
        except FAILURES as error:
            raise trouble(self.file, error) from None

    def put_back(self, profile: Profile, now: datetime) -> Snapshot:
        """Put a former state in the place of a file that is damaged or missing; what was there is kept.

        Raises:
            ProfileError: it could not be put there.
        """
        try:
            with self._locked():
                self._keep_what_is_there(now)
                written = write(self.file, profile, tag=self.device)
                self._forget_rescue(profile)
                return written
        except FAILURES as error:
            raise trouble(self.file, error) from None

    def former(self) -> Sequence[backups.Backup]:
        """Return the former states there are, the newest first; what could not be saved is one of them."""
        found = list(backups.listed(self.backup_folder))
        with suppress(OSError):
            taken = datetime.fromtimestamp(self.rescue_file.stat().st_mtime, UTC)
            found.append(backups.Backup(self.rescue_file, taken, "rescue"))
        return sorted(found, key=lambda each: each.taken, reverse=True)

    def keep_seen(self, seen: Snapshot, now: datetime) -> None:
        """Make a backup of the file as it was last seen, now that it is damaged or gone."""
        with suppress(OSError):
            backups.keep(self.backup_folder, seen.content, now, "seen")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with locked(self.state / "locks" / f"{key_of(self.file)}.lock") as is_held:
            if is_held:
                leftovers.sweep(self.file, self.device)
                for each in (self.state, self.state / "changes", self.rescue_file.parent, self.backup_folder):
                    leftovers.sweep_folder(each)
            yield

    def _there(self, pending: Pending, seen: Snapshot | None, now: datetime) -> Snapshot | None:
        """Return the file as it stands; what is damaged is kept aside where the person restores.

        Raises:
            ProfileError: as of `read`.
        """
        try:
            return self.read(pending, seen)
        except NewerPlannerError:
            raise
        except ProfileError:
            if not pending.restores:
                raise
            self._keep_what_is_there(now)
            return None

    def _keep_what_is_there(self, now: datetime) -> None:
        """Make a backup of a file that is about to be replaced, whatever it holds."""
        check_link(self.file)
        with suppress(FileNotFoundError):
            backups.keep(self.backup_folder, whole(self.file), now, "restore")

    def _replace(self, there: Snapshot | None, joined: Profile, now: datetime, reason: str) -> Snapshot:
        """Write a profile in place of what is there, after a backup; what is the same is not written."""
        text, proved = text_for(joined, there)
        if there and there.content == text.content:
            return there
        if there and there.format < FORMAT:
            reason = "migration"
        if there and reason:
            backups.keep(self.backup_folder, there.content, now, reason)
        elif there:
            self._back_up_when_due(there.content, now)
        written = write_text_of(self.file, text, proved, tag=self.device)
        self._forget_rescue(joined)
        return written

    def _back_up_when_due(self, content: bytes, now: datetime) -> None:
        """Make the hourly backup; that it fails is no reason to lose what is to be saved."""
        with suppress(OSError):
            if backups.is_due(self.backup_folder, now):
                backups.keep(self.backup_folder, content, now, "save")

    def _take_in(self, there: Snapshot, copies: Sequence[Path], now: datetime) -> Snapshot:
        ours: list[tuple[Path, Snapshot]] = []
        for each in copies:
            with suppress(ProfileError):
                found = read(each)
                if found and found.profile.profile_id == there.profile.profile_id:
                    ours.append((each, found))
        joined = there.profile
        for _, found in ours:
            joined = merge(joined, found.profile)
        if ours:
            there = self._replace(there, joined, now, "merge")
        for file, found in ours:
            backups.keep(self.backup_folder, found.content, now, "conflict-copy")
            file.unlink()
        return there

    def _keep_for_rescue(self, profile: Profile, now: datetime) -> str:
        """Write what could not be saved to the state folder; return words about it."""
        try:
            profile = self._with_rescued(profile, now)
            write(self.rescue_file, profile, tag=self.device)
        except ProfileError:
            return "; no rescue copy could be made either"
        return f". What was to be saved is in {self.rescue_file}; `planner import` takes it from there"

    def _with_rescued(self, profile: Profile, now: datetime) -> Profile:
        """Return a profile joined with what could not be saved before; another one's becomes a backup."""
        with suppress(*FAILURES, ProfileError):
            earlier = load(self.rescue_file)
            if earlier and earlier.profile_id == profile.profile_id:
                return merge(earlier, profile)
            if earlier:
                backups.keep(self.backup_folder, whole(self.rescue_file), now, "rescue")
        return profile

    def _forget_rescue(self, saved: Profile) -> None:
        """Remove the rescue copy once everything in it is in the profile."""
        from planner.storage.profile_text import dump  # needed to save, not to start

        with suppress(*FAILURES, ProfileError):
            if (
                self.rescue_file.exists()
                and (kept := load(self.rescue_file))
                and dump(merge(saved, kept)) == dump(saved)
            ):
                self.rescue_file.unlink()


def profile_in(backup: backups.Backup) -> Profile | None:
    """Return what a backup holds; None where it is damaged or gone."""
    with suppress(*FAILURES):
        return parse(decode(whole(backup.file), PROFILE_BYTES))
    return None
