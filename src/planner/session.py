"""A profile open against its catalogue: the only door for the commands and the screens."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from planner.core import marking, timer
from planner.core.curriculum import Resource
from planner.core.learning_path import LearningPath
from planner.core.marking import Answers, Mark
from planner.core.profile import Entry, Key
from planner.core.timer import Timer
from planner.open_catalogue import catalogue_in
from planner.open_profile import OpenProfile
from planner.storage import locations
from planner.storage.profile_file import ProfileError

if TYPE_CHECKING:
    from planner.core.conditions import Conditions
    from planner.core.own_order import Refusal

__all__ = ["ProfileError", "Session", "catalogue_in", "report_crash"]


_TITLE = 48
"""Characters of a title that a label shows."""


class Session(OpenProfile, frozen=True, dict=True):
    """An open profile, and everything that a person can do to it."""

    @property
    def is_set_up(self) -> bool:
        """Whether the questions of the first run were answered."""
        return self.profile.settings.title is not None

    def what_if(self, **settings: object) -> "Session":
        """Return this session as if these settings were others; it cannot be saved."""
        return self.as_if({("settings", name): {"value": value} for name, value in settings.items()})

    def if_marked(self, resource_id: str, mark: Mark) -> "Session":
        """Return this session as if a resource were marked; it cannot be saved."""
        resource = self.catalogue.resources[resource_id]
        return self.as_if(marking.marked(self.profile, resource, mark, self.today))

    def if_pinned(self, resource_id: str) -> "Session":
        """Return this session as if the path had to contain a resource; it cannot be saved."""
        return self.as_if({("pins", resource_id): {"value": True}})

    def as_if(self, entries: Mapping[Key, Entry], path: LearningPath | None = None) -> "Session":
        """Return this session as if these entries were written, and a path adopted; it cannot be saved."""
        other = replace(self, profile=self.profile.with_entries(entries), past=(), future=())
        return other if path is None else other.as_if(other._plan(path))  # noqa: SLF001 - its own

    @property
    def conditions(self) -> "Conditions":
        """The conditions of the path that can be changed."""
        from planner.core.conditions import conditions_of

        return conditions_of(self.catalogue, self.profile, self.today)

    def under(self, conditions: "Conditions") -> Mapping[Key, Entry]:
        """Return what is written where these conditions take the place of those that hold."""
        from planner.core.conditions import written

        return written(self.profile, self.conditions, conditions)

    def if_claimed(self, claims: Mapping[str, float]) -> "Session":
        """Return this session as if these claims (competency id to percent) were made; it cannot be saved."""
        return self.as_if(marking.claimed(claims))

    def planned(self) -> "Session":
        """Return the session with a path adopted that leads to the target: the one there is, if it does.

        To find one takes most of a second. It belongs to the change that made it necessary.
        """
        standing = self.standing
        if not self.is_set_up or standing.adopted is not None or not standing.refined.legs:
            return self
        return self.completed(self._plan(standing.refined))

    def adopt_path(self, path: LearningPath) -> "Session":
        """Return the session with another path adopted."""
        return self.changed(self._plan(path), "path adopted")

    def changed(self, entries: Mapping[Key, Entry], label: str, reason: str = "") -> "Session":
        """Return the session with entries written, which can be undone; a choice of domain keeps its day."""
        return super().changed(marking.with_election(entries, self.today), label, reason)

    def go(self, entries: Mapping[Key, Entry], path: LearningPath | None, label: str) -> "Session":
        """Return the session with entries written and the path that follows from them adopted, as one change.

        Without a path the one there is stays, where it still leads to the target.
        """
        plan = {} if path is None else self.as_if(entries)._plan(path)  # noqa: SLF001 - its own
        return self.changed({**entries, **plan}, label)

    def skip(self, resource_id: str, path: LearningPath | None) -> "Session":
        """Return the session with a resource skipped and the path without it adopted, as one change."""
        resource = self.catalogue.resources[resource_id]
        entries = marking.marked(self.profile, resource, "skipped", self.today)
        return self.go(entries, path, f"{_short(resource.title)}: skipped")

    def move(self, resource_id: str, by: int) -> "Session | Refusal":
        """Return the session with an item of the path a place earlier (-1) or later (1) in its leg."""
        from planner.core import own_order

        standing = self.standing
        number, leg = next(
            (number, leg)
            for number, leg in enumerate(standing.path.legs)
            if any(step.id == resource_id for step in leg.steps)
        )
        ground = own_order.ground_before(self.catalogue, standing.ground, standing.path, number)
        ids = [step.id for step in leg.steps]
        moved = own_order.shifted(self.catalogue, self.profile, ground, ids, resource_id, by)
        if isinstance(moved, own_order.Refusal):
            return moved
        entry = own_order.replanned(
            self.catalogue, self.profile, standing.path, moved, resource_id, self.today
        )
        title = _short(self.catalogue.resources[resource_id].title)
        return self.changed({("plan", "adopted"): entry}, f"{title}: {'earlier' if by < 0 else 'later'}")

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
        every = f", all {resource.parts} parts" if status == "done" and resource.parts > 1 else ""
        return self.changed(entries, f"{_short(resource.title)}: {status}{every}")

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
        return self.changed(entries, f"{_short(resource.title)}: {minutes} minutes{self._on_day(day)}")

    @property
    def timer(self) -> Timer | None:
        """The timer of this device, if it runs."""
        return timer.running(self.profile, self.device)

    def start_timer(self, resource_id: str) -> "Session":
        """Return the session with the timer running for a resource; what ran before is logged."""
        resource = self.catalogue.resources[resource_id]
        stopped = self._stopped(self.timer.minutes(self.clock())) if self.timer else {}
        entries = timer.started(self.profile, resource, self.device, self.clock())
        return self.changed({**stopped, **entries}, f"{_short(resource.title)}: timer started")

    def stop_timer(self, minutes: int, day: date | None = None) -> "Session":
        """Return the session with the timer stopped and so many minutes logged; itself if none runs."""
        if self.timer is None:
            return self
        title = _short(self.title_of(self.timer.resource))
        on_day = self._on_day(day or self.timer.day(self.clock()))
        said = f"{minutes} minutes{on_day}" if minutes else "timer stopped, nothing logged"
        return self.changed(self._stopped(minutes, day), f"{title}: {said}")

    def relog(self, name: str, minutes: int, day: date) -> "Session":
        """Return the session with a stretch of study corrected; without minutes it is taken away."""
        resource = next((each.resource for each in self.profile.stretches if each.name == name), "")
        said = f"{minutes} minutes{self._on_day(day)}" if minutes else "a stretch less"
        label = f"{_short(self.title_of(resource))}: {said}"
        return self.changed(marking.relogged(self.profile, name, minutes, day), label)

    def title_of(self, resource_id: str) -> str:
        """Return a resource's title, also under a former id; the id where no curriculum knows it any more."""
        resource = self.catalogue.resources.get(self.catalogue.now_called(resource_id))
        return resource.title if resource else resource_id

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

    def _stopped(self, minutes: int, day: date | None = None) -> Mapping[Key, Entry]:
        if self.timer is None:
            return {}
        return timer.stopped(self.timer, self.device, minutes, day or self.timer.day(self.clock()))

    def _on_day(self, day: date) -> str:
        return f" on {day.day} {day:%b}" if day != self.today else ""

    def _plan(self, path: LearningPath) -> Mapping[Key, Entry]:
        from planner.core import own_order

        entry = own_order.planned_in_own_order(
            self.catalogue, self.profile, self.standing.ground, path, self.today
        )
        return {("plan", "adopted"): entry}


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
