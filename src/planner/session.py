"""A profile open against its catalogue: the only door for the commands and the screens."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from planner.core import marking
from planner.core.catalogue import Catalogue
from planner.core.change import Change, apply_again, take_back, write
from planner.core.curriculum import Resource
from planner.core.marking import Answers, Mark
from planner.core.pending import Pending
from planner.core.problem import Problem
from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import stamp_after
from planner.core.standing import Standing
from planner.storage import crash_report, curricula, identity, locations, profile_file
from planner.storage.profile_file import NewerPlannerError, ProfileError, Snapshot
from planner.storage.profile_format import dump
from planner.storage.profile_store import ProfileStore

__all__ = ["ProfileError", "Session", "now", "places", "released_ids", "report_crash"]


_TITLE = 48
"""Characters of a title that a label shows."""


def now() -> datetime:
    """Return the time, in the person's own zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Session:
    """One person, one catalogue, one moment. A change returns a new session; `save` makes it last."""

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
    ) -> "Session":
        """Open a profile against the curricula: those in `folder`, or the bundled ones and one's own.

        Raises:
            ProfileError: there is a profile, but it cannot be read.
        """
        file = file or locations.profile_file()
        if folder:
            loaded = curricula.load(folder, None)
        else:
            bundled, own = locations.bundled_curricula(), locations.user_curricula()
            loaded = curricula.load(bundled, own, locations.catalogue_cache())
        device, read_only, problems = identity.device(locations.state_folder()), "", loaded.problems
        try:
            seen = profile_file.read(file)
            profile = seen.profile if seen else identity.new_profile()
        except NewerPlannerError as error:
            seen, profile, read_only = None, error.profile, str(error)
        pending = Pending(profile, is_new=seen is None)
        session = cls(
            loaded.catalogue, profile, file, device, pending, clock, problems, seen=seen, read_only=read_only
        )
        return session if seen is None else session._with_copies()

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet."""
        return self.pending.is_new

    @property
    def store(self) -> ProfileStore:
        """Where the profile is kept, and its backups."""
        return ProfileStore(self.file, locations.state_folder(), self.device)

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.clock().date()

    @property
    def is_set_up(self) -> bool:
        """Whether the questions of the first run were answered."""
        return self.profile.settings.title is not None

    @cached_property
    def standing(self) -> Standing:
        """Where the person stands today, and all that follows from it."""
        return Standing(self.catalogue, self.profile, self.today)

    def what_if(self, **settings: object) -> "Session":
        """Return this session as if these settings were others; it cannot be saved."""
        entries: dict[Key, Entry] = {("settings", name): {"value": value} for name, value in settings.items()}
        return replace(self, profile=self.profile.with_entries(entries), past=(), future=())

    def set_up(self, answers: Answers) -> "Session":
        """Return the session after the questions of the first run."""
        return self.changed(marking.set_up(self.catalogue, self.profile, answers), "set up")

    def mark(self, resource_ids: Iterable[str], mark: Mark) -> "Session":
        """Return the session with these resources marked."""
        resources = [self.catalogue.resources[each] for each in resource_ids]
        entries: dict[Key, Entry] = {}
        for resource in resources:
            entries.update(marking.marked(self.profile, resource, mark, self.today))
        return self.changed(entries, f"{_named(resources)}: {mark}")

    def toggle_mark(self, resource_id: str, mark: Mark) -> "Session":
        """Return the session with a resource marked, or without that mark where it has it already."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.mark_toggled(self.profile, resource, mark, self.today)
        is_marked = marking.has_mark(self.profile, resource, mark)
        return self.changed(entries, f"{_short(resource.title)}: {'not ' if is_marked else ''}{mark}")

    def toggle(self, resource_id: str) -> "Session":
        """Return the session with a resource checked off, or as it was before."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.toggled(self.profile, resource, self.today)
        status = entries["progress", resource.id]["status"]
        return self.changed(entries, f"{_short(resource.title)}: {status}")

    def tick(self, resource_id: str, parts: int) -> "Session":
        """Return the session with this many parts of a resource ticked."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.ticked(self.profile, resource, parts, self.today)
        count = entries["progress", resource.id]["parts"]
        return self.changed(entries, f"{_short(resource.title)}: {count} of {resource.parts} parts")

    def log(self, resource_id: str, minutes: int, day: date) -> "Session":
        """Return the session with a stretch of study logged on a day."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.logged(self.profile, resource, minutes, day, self._stamp())
        return self.changed(entries, f"{_short(resource.title)}: {minutes} minutes")

    def set_setting(self, name: str, value: object) -> "Session":
        """Return the session with one setting changed."""
        return self.changed({("settings", name): {"value": value}}, f"{name}: {value}")

    def undo(self) -> "tuple[Session, bool]":
        """Return the session with the last change taken back, and whether all of it was.

        What was written since, by another planner, stays.
        """
        if not self.past:
            return self, True
        profile, opposite, left_alone = take_back(self.profile, self.past[-1], stamp=self._stamp())
        future = (*self.future, opposite) if opposite.after else self.future
        return replace(
            self, profile=profile, pending=self.pending.and_then(opposite), past=self.past[:-1], future=future
        ), not left_alone

    def redo(self) -> "tuple[Session, bool]":
        """Return the session with the last undone change done again, and whether all of it was."""
        if not self.future:
            return self, True
        profile, change, left_alone = take_back(self.profile, self.future[-1], stamp=self._stamp())
        past = (*self.past, change) if change.after else self.past
        return replace(
            self, profile=profile, pending=self.pending.and_then(change), past=past, future=self.future[:-1]
        ), not left_alone

    def save(self, reason: str = "") -> "Session":
        """Bring what was done to the disk; when this returns, it is there.

        With a reason (`import`, say) a backup is made first, in any case.

        Raises:
            ProfileError: it could not be written; the file is as it was.
        """
        if self.read_only:
            raise ProfileError(Problem(str(self.file), f"nothing was saved: {self.read_only}"))
        identity.keep_device(locations.state_folder(), self.device)
        seen = self.store.save(self.pending, self.seen, self._stamp_for, self.clock(), reason)
        return replace(self, profile=seen.profile, pending=self.pending.when_saved(seen.profile), seen=seen)

    def after(self, saved: "Session") -> "Session":
        """Return this session on top of one that was saved meanwhile; what was done since stays pending."""
        pending = self.pending.after(saved.pending)
        return self if pending is self.pending else self._on(pending, saved.seen)

    def refreshed(self) -> "Session":
        """Return the session with what others have written meanwhile; itself where nobody has.

        Raises:
            ProfileError: the file cannot be read any more, or is another one's.
        """
        seen = self.store.read(self.pending, self.seen)
        if seen is None or seen is self.seen:
            return self._with_copies()
        session = self._on(self.pending.seeing(seen.profile), seen)
        return session._with_copies()  # noqa: SLF001 - one of its own

    def export(self, file: Path) -> None:
        """Write the profile to another file, as safely as to its own.

        Raises:
            ProfileError: it could not be written.
        """
        profile_file.write(file, self.profile)

    def as_toml(self) -> str:
        """Return the profile as the text of its file."""
        return dump(self.profile)

    def joined(self, other: Profile) -> "Session":
        """Return the session joined with another state of the same profile, or with the first there is."""
        return self._on(self.pending.seeing(other), self.seen)

    def changed(self, entries: Mapping[Key, Entry], label: str) -> "Session":
        """Return the session with these entries written."""
        profile, change = write(self.profile, entries, stamp=self._stamp(), label=label)
        pending = self.pending.and_then(change)
        return replace(self, profile=profile, pending=pending, past=(*self.past, change), future=())

    def _stamp(self) -> str:
        return self._stamp_for(self.profile)

    def _stamp_for(self, profile: Profile) -> str:
        return stamp_after(profile.newest_stamp, self.clock(), self.device)

    def _on(self, pending: Pending, seen: Snapshot | None) -> "Session":
        """Return the session with what is pending, on top of what was seen."""
        profile = apply_again(pending.base, pending.changes, self._stamp_for)
        if profile == self.profile:
            profile = self.profile
        session = replace(self, profile=profile, pending=pending, seen=seen)
        if profile is self.profile and "standing" in vars(self):
            vars(session)["standing"] = self.standing  # nothing changed, so nothing is computed again
        return session

    def _with_copies(self) -> "Session":
        """Return the session with the conflict copies that lay beside the profile; what fails is named."""
        try:
            seen = self.store.take_in_copies(self.seen, self.clock())
        except ProfileError as error:
            return replace(self, problems=(*self.problems, error.problem))
        if seen is None or seen is self.seen:
            return self
        return self._on(self.pending.seeing(seen.profile), seen)


def released_ids(folder: Path | None) -> frozenset[str]:
    """Return the ids that the curricula in use had at their last release."""
    return curricula.released_ids(folder or locations.bundled_curricula())


def report_crash(error: BaseException) -> str:
    """Keep the report of an error inside planner; return one line for its user."""
    file = crash_report.write(locations.state_folder(), error)
    where = f" The details are in {file}." if file else ""
    return f"planner: something went wrong inside planner ({type(error).__name__}); that is a bug.{where}"


def places(file: Path | None, folder: Path | None) -> Mapping[str, str]:
    """Return where planner keeps what, by name."""
    return {
        "profile": str(file or locations.profile_file()),
        "curricula": str(folder or locations.bundled_curricula()),
        "own curricula": str(locations.user_curricula()),
        "state": str(locations.state_folder()),
    }


def _named(resources: Iterable[Resource]) -> str:
    titles = [_short(each.title) for each in resources]
    return titles[0] if len(titles) == 1 else f"{len(titles)} resources"


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
