"""A profile open against its catalogue: the only door for the commands and the screens."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from planner.core import marking
from planner.core.adopted import planned
from planner.core.change import write
from planner.core.curriculum import Resource
from planner.core.learning_path import LearningPath
from planner.core.marking import Answers, Mark
from planner.core.profile import Entry, Key
from planner.open_profile import OpenProfile, catalogue_in
from planner.storage import locations
from planner.storage.profile_file import ProfileError

__all__ = ["ProfileError", "Session", "catalogue_in", "report_crash"]


_TITLE = 48
"""Characters of a title that a label shows."""


class Session(OpenProfile):
    """An open profile, and everything that a person can do to it."""

    @property
    def is_set_up(self) -> bool:
        """Whether the questions of the first run were answered."""
        return self.profile.settings.title is not None

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

    def if_claimed(self, claims: Mapping[str, float]) -> "Session":
        """Return this session as if these claims (competency id to percent) were made; it cannot be saved."""
        profile = self.profile.with_entries(marking.claimed(claims))
        return replace(self, profile=profile, past=(), future=())

    def planned(self) -> "Session":
        """Return the session with a path adopted that leads to the target: the one there is, if it does.

        To find one takes most of a second. That is no change of the person's own, so it cannot be undone.
        """
        standing = self.standing
        if not self.is_set_up or standing.adopted is not None or not standing.refined.legs:
            return self
        profile, change = write(self.profile, self._plan(standing.refined), stamp=self.stamp(), label="path")
        return replace(self, profile=profile, pending=self.pending.and_then(change))

    def adopt_path(self, path: LearningPath) -> "Session":
        """Return the session with another path adopted."""
        return self.changed(self._plan(path), "path adopted")

    def changed(self, entries: Mapping[Key, Entry], label: str) -> "Session":
        """Return the session with entries written, which can be undone; a choice of domain keeps its day."""
        return super().changed(marking.with_election(entries, self.today), label)

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

    def toggle_marks(self, resource_ids: Iterable[str], mark: Mark) -> "Session":
        """Return the session with these resources marked, or without that mark where all have it already."""
        resources = [self.catalogue.resources[each] for each in resource_ids]
        if len(resources) == 1:
            return self.toggle_mark(resources[0].id, mark)
        lacking = [each for each in resources if not marking.has_mark(self.profile, each, mark)]
        entries: dict[Key, Entry] = {}
        for each in lacking or resources:
            entries.update(marking.mark_toggled(self.profile, each, mark, self.today))
        return self.changed(entries, f"{_named(lacking or resources)}: {'' if lacking else 'not '}{mark}")

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
        entries = marking.logged(self.profile, resource, minutes, day, self.stamp())
        return self.changed(entries, f"{_short(resource.title)}: {minutes} minutes")

    def note(self, resource_id: str, text: str) -> "Session":
        """Return the session with a note on a resource; an empty one takes it away."""
        resource = self.catalogue.resources[resource_id]
        label = f"{_short(resource.title)}: {'note' if text else 'no note'}"
        return self.changed(marking.noted(self.profile, resource, text), label)

    def pin(self, resource_ids: Iterable[str], *, into_path: bool = True) -> "Session":
        """Return the session with these resources pinned into the path, or free again."""
        resources = [self.catalogue.resources[each] for each in resource_ids]
        entries: dict[Key, Entry] = {}
        for resource in resources:
            entries.update(marking.pinned(resource, into_path=into_path))
        return self.changed(entries, f"{_named(resources)}: {'pinned' if into_path else 'not pinned'}")

    def claim(self, claims: Mapping[str, float]) -> "Session":
        """Return the session with these claims (competency id to percent)."""
        titles = (f"{self.catalogue.competencies[each].title} {value:g}" for each, value in claims.items())
        label = next(titles) if len(claims) == 1 else f"{len(claims)} claims"
        return self.changed(marking.claimed(claims), label)

    def check_off(
        self, marks: Mapping[str, Iterable[Mark]], parts: Mapping[str, int], source: str
    ) -> "Session":
        """Return the session with the marks and parts of a list that are new, as one change."""
        entries = marking.checked_off(self.catalogue, self.profile, marks, parts, self.today)
        label = f"{len(entries)} of {_short(source)} marked"
        return self.changed(entries, label) if entries else self

    def set_setting(self, name: str, value: object) -> "Session":
        """Return the session with one setting changed."""
        return self.changed({("settings", name): {"value": value}}, f"{name}: {value}")

    def _plan(self, path: LearningPath) -> Mapping[Key, Entry]:
        return {("plan", "adopted"): planned(self.catalogue, self.profile, path, self.today)}


def report_crash(error: BaseException) -> str:
    """Keep the report of an error inside planner; return one line for its user."""
    from planner.storage import crash_report

    file = crash_report.write(locations.state_folder(), error)
    where = f" The details are in {file}." if file else ""
    return f"planner: something went wrong inside planner ({type(error).__name__}); that is a bug.{where}"


def _named(resources: Iterable[Resource]) -> str:
    titles = [_short(each.title) for each in resources]
    return titles[0] if len(titles) == 1 else f"{len(titles)} resources"


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
