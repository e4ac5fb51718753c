"""A profile open against its catalogue: the only door for the commands and the screens."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from planner.core import marking
from planner.core.adopted import planned
from planner.core.catalogue import Catalogue
from planner.core.change import Change, take_back, write
from planner.core.curriculum import Resource
from planner.core.learning_path import LearningPath
from planner.core.marking import Answers, Mark
from planner.core.problem import Problem
from planner.core.profile import Entry, Key, Profile
from planner.core.stamp import stamp_after
from planner.core.standing import Standing
from planner.storage import crash_report, curricula, journal, locations, profile_file
from planner.storage.profile_file import ProfileError
from planner.storage.profile_format import dump

__all__ = ["ProfileError", "Session", "now", "report_crash"]


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
    clock: Callable[[], datetime] = now
    problems: tuple[Problem, ...] = ()
    """What is wrong with curricula that were left out."""
    past: tuple[Change, ...] = ()
    """Changes that can be undone, the last one last."""
    future: tuple[Change, ...] = ()
    """Changes that were undone and can be done again."""
    is_new: bool = False
    """Whether there is no file yet."""

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
        found = profile_file.load(file)
        device = profile_file.device(locations.state_folder())
        profile = found or profile_file.new_profile()
        return cls(loaded.catalogue, profile, file, device, clock, loaded.problems, is_new=found is None)

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

    def if_marked(self, resource_id: str, mark: Mark) -> "Session":
        """Return this session as if a resource were marked; it cannot be saved."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.marked(self.profile, resource, mark, self.today)
        return replace(self, profile=self.profile.with_entries(entries), past=(), future=())

    def if_pinned(self, resource_id: str) -> "Session":
        """Return this session as if the path had to contain a resource; it cannot be saved."""
        entries: dict[Key, Entry] = {("pins", resource_id): {"value": True}}
        return replace(self, profile=self.profile.with_entries(entries), past=(), future=())

    def planned(self) -> "Session":
        """Return the session with a path adopted that leads to the target: the one there is, if it does.

        To find one takes most of a second. That is no change of the person's own, so it cannot be undone.
        """
        standing = self.standing
        if not self.is_set_up or standing.adopted is not None or not standing.refined.legs:
            return self
        profile, _ = write(self.profile, self._plan(standing.refined), stamp=self._stamp(), label="path")
        return replace(self, profile=profile)

    def adopt_path(self, path: LearningPath) -> "Session":
        """Return the session with another path adopted."""
        return self._changed(self._plan(path), "path adopted")

    def set_up(self, answers: Answers) -> "Session":
        """Return the session after the questions of the first run."""
        return self._changed(marking.set_up(self.catalogue, self.profile, answers), "set up")

    def mark(self, resource_ids: Iterable[str], mark: Mark) -> "Session":
        """Return the session with these resources marked."""
        resources = [self.catalogue.resources[each] for each in resource_ids]
        entries: dict[Key, Entry] = {}
        for resource in resources:
            entries.update(marking.marked(self.profile, resource, mark, self.today))
        return self._changed(entries, f"{_named(resources)}: {mark}")

    def toggle_mark(self, resource_id: str, mark: Mark) -> "Session":
        """Return the session with a resource marked, or without that mark where it has it already."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.mark_toggled(self.profile, resource, mark, self.today)
        is_marked = marking.has_mark(self.profile, resource, mark)
        return self._changed(entries, f"{_short(resource.title)}: {'not ' if is_marked else ''}{mark}")

    def toggle(self, resource_id: str) -> "Session":
        """Return the session with a resource checked off, or as it was before."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.toggled(self.profile, resource, self.today)
        status = entries["progress", resource.id]["status"]
        return self._changed(entries, f"{_short(resource.title)}: {status}")

    def tick(self, resource_id: str, parts: int) -> "Session":
        """Return the session with this many parts of a resource ticked."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.ticked(self.profile, resource, parts, self.today)
        count = entries["progress", resource.id]["parts"]
        return self._changed(entries, f"{_short(resource.title)}: {count} of {resource.parts} parts")

    def log(self, resource_id: str, minutes: int, day: date) -> "Session":
        """Return the session with a stretch of study logged on a day."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.logged(self.profile, resource, minutes, day, self._stamp())
        return self._changed(entries, f"{_short(resource.title)}: {minutes} minutes")

    def note(self, resource_id: str, text: str) -> "Session":
        """Return the session with a note on a resource; an empty one takes it away."""
        resource = self.catalogue.resources[resource_id]
        label = f"{_short(resource.title)}: {'note' if text else 'no note'}"
        return self._changed(marking.noted(self.profile, resource, text), label)

    def pin(self, resource_ids: Iterable[str], *, into_path: bool = True) -> "Session":
        """Return the session with these resources pinned into the path, or free again."""
        resources = [self.catalogue.resources[each] for each in resource_ids]
        entries: dict[Key, Entry] = {}
        for resource in resources:
            entries.update(marking.pinned(resource, into_path=into_path))
        return self._changed(entries, f"{_named(resources)}: {'pinned' if into_path else 'not pinned'}")

    def claim(self, claims: Mapping[str, float]) -> "Session":
        """Return the session with these claims (competency id to percent)."""
        titles = (f"{self.catalogue.competencies[each].title} {value:g}" for each, value in claims.items())
        label = next(titles) if len(claims) == 1 else f"{len(claims)} claims"
        return self._changed(marking.claimed(claims), label)

    def check_off(
        self, marks: Mapping[str, Iterable[Mark]], parts: Mapping[str, int], source: str
    ) -> "Session":
        """Return the session with the marks and parts of a list that are new, as one change."""
        entries = marking.checked_off(self.catalogue, self.profile, marks, parts, self.today)
        label = f"{len(entries)} of {_short(source)} marked"
        return self._changed(entries, label) if entries else self

    def set_setting(self, name: str, value: object) -> "Session":
        """Return the session with one setting changed."""
        return self._changed({("settings", name): {"value": value}}, f"{name}: {value}")

    def with_earlier_changes(self) -> "Session":
        """Return the session with what earlier runs changed in its past, so that it can be undone."""
        earlier = journal.recall(locations.state_folder(), self.profile.profile_id)
        return replace(self, past=(*earlier, *self.past))

    def undo(self) -> "tuple[Session, bool]":
        """Return the session with the last change taken back, and whether all of it was.

        What was written since, by another planner, stays.
        """
        if not self.past:
            return self, True
        profile, opposite, left_alone = take_back(self.profile, self.past[-1], stamp=self._stamp())
        future = (*self.future, opposite) if opposite.after else self.future
        return replace(self, profile=profile, past=self.past[:-1], future=future), not left_alone

    def undo_last(self) -> "tuple[Session, str, bool] | None":
        """Return the session with the last change of any run taken back, its name, and whether all of it was.

        Changes of which nothing is left are passed over; None when there is nothing to take back.
        """
        session = self.with_earlier_changes()
        while session.past:
            label, undone = session.past[-1].label, len(session.future)
            session, whole = session.undo()
            if len(session.future) > undone:
                return session, label, whole
        return None

    def redo(self) -> "tuple[Session, bool]":
        """Return the session with the last undone change done again, and whether all of it was."""
        if not self.future:
            return self, True
        profile, change, left_alone = take_back(self.profile, self.future[-1], stamp=self._stamp())
        past = (*self.past, change) if change.after else self.past
        return replace(self, profile=profile, past=past, future=self.future[:-1]), not left_alone

    def save(self) -> "Session":
        """Write the profile; when this returns, it is on the disk.

        Raises:
            ProfileError: it could not be written; the file is as it was.
        """
        state = locations.state_folder()
        profile_file.keep_device(state, self.device)
        saved = self.with_saved(profile_file.save(self.file, self.profile))
        journal.keep(state, saved.profile.profile_id, self.past, self.future)
        return saved

    def with_saved(self, profile: Profile) -> "Session":
        """Return the session with the profile that a save left on the disk."""
        return replace(self, profile=profile, is_new=False)

    def export(self, file: Path) -> None:
        """Write the profile to another file, as safely as to its own.

        Raises:
            ProfileError: it could not be written.
        """
        profile_file.write(file, self.profile)

    def as_toml(self) -> str:
        """Return the profile as the text of its file."""
        return dump(self.profile)

    def adopt(self, file: Path) -> "Session":
        """Return the session of an exported profile, taken over whole where there is none yet.

        Raises:
            ProfileError: the file is no profile, or there is a profile here already.
        """
        if not self.is_new:
            reason = (
                "there is a profile already; joining two profiles is not possible yet, so nothing was changed"
            )
            raise ProfileError(Problem(str(self.file), reason))
        found = profile_file.load(file)
        if found is None:
            raise ProfileError(Problem(str(file), "there is no such file"))
        return replace(self, profile=found)

    def _plan(self, path: LearningPath) -> Mapping[Key, Entry]:
        return {("plan", "adopted"): planned(self.catalogue, self.profile, path, self.today)}

    def _changed(self, entries: Mapping[Key, Entry], label: str) -> "Session":
        profile, change = write(self.profile, entries, stamp=self._stamp(), label=label)
        return replace(self, profile=profile, past=(*self.past, change), future=())

    def _stamp(self) -> str:
        return stamp_after(self.profile.newest_stamp, self.clock(), self.device)


def report_crash(error: BaseException) -> str:
    """Keep the report of an error inside planner; return one line for its user."""
    file = crash_report.write(locations.state_folder(), error)
    where = f" The details are in {file}." if file else ""
    return f"planner: something went wrong inside planner ({type(error).__name__}); that is a bug.{where}"


def _named(resources: Iterable[Resource]) -> str:
    titles = [_short(each.title) for each in resources]
    return titles[0] if len(titles) == 1 else f"{len(titles)} resources"


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
