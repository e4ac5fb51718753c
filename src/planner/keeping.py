"""What goes on between a session and other files: earlier runs, import, restore, the merges of git."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from planner.clock import now
from planner.core.disagreement import Disagreement, additions, disagreements
from planner.core.former import Former, compared
from planner.core.merge import merge
from planner.core.problem import Problem
from planner.core.profile import Profile
from planner.session import ProfileError, Session
from planner.storage import git_driver, identity, journal, locations, profile_cache, profile_file
from planner.storage.backups import Backup
from planner.storage.profile_store import ProfileStore, profile_in

Relation = Literal["nobody", "same", "another"]
"""Whose profile a file is, seen from here: nobody is here yet, it is the same one's, or another's."""


class Incoming(Struct, frozen=True):
    """A profile in another file, and what it would change here."""

    file: Path
    profile: Profile
    relation: Relation
    differences: tuple[Disagreement, ...]
    """What is different there; for the same one's profile, what merging would change here."""


def undo_last(session: Session) -> tuple[Session, str, bool] | None:
    """Return the session with the last change of any run taken back, its name, and whether all of it was.

    Changes of which nothing is left are passed over; None when there is nothing to take back.
    """
    earlier = journal.recall(locations.state_folder(), session.profile.profile_id)
    session = replace(session, past=(*earlier, *session.past))
    while session.past:
        label, undone = session.past[-1].label, len(session.future)
        session, whole = session.undo()
        if len(session.future) > undone:
            return session, label, whole
    return None


def prepare_start(file: Path) -> None:
    """Have a profile parsed now, when nobody waits any more, and not at the next start."""
    with suppress(ProfileError):
        profile_cache.read(file, locations.profile_cache())


def look_at(session: Session, file: Path) -> Incoming:
    """Return what importing a file would change.

    Raises:
        ProfileError: the file is no profile.
    """
    found = profile_file.load(file)
    if found is None:
        raise ProfileError(Problem(str(file), "there is no such file"))
    if session.is_new:
        return Incoming(file, found, "nobody", disagreements(session.profile, found))
    if found.profile_id == session.profile.profile_id:
        different = disagreements(session.profile, merge(session.profile, found))
        return Incoming(file, found, "same", different)
    return Incoming(file, found, "another", disagreements(session.profile, found))


def take_in(session: Session, incoming: Incoming, *, replacing: bool) -> Session:
    """Return the session with an import, still to be saved.

    Where nobody is here yet the profile is adopted as it is, the same one's is merged, and what comes
    from another one is written as of now: no stamp of theirs is trusted, and our id stays. With
    `replacing`, theirs also counts where ours says something else.
    """
    if incoming.relation == "another":
        entries = additions(incoming.differences, replacing=replacing)
        return session.changed(entries, f"import from {incoming.file.name}")
    return session.joined(incoming.profile)


def former(
    file: Path | None = None, clock: Callable[[], datetime] = now, today: Profile | None = None
) -> Iterator[Former]:
    """Give the backups of a profile one by one, the newest first, also where the profile is damaged.

    They are compared with the profile of `today`, or else with what the file says.
    """
    store = _store(file)
    today = today or _readable(store.file)
    for number, backup in enumerate(store.former(), 1):
        yield compared(number, _taken(backup, clock), backup.reason, profile_in(backup), today)


def restore(
    number: int, file: Path | None = None, folder: Path | None = None, clock: Callable[[], datetime] = now
) -> str:
    """Make a profile say what a backup says, and return in words what that was.

    A sound profile gets the backup's entries under new stamps, so that other machines follow and do
    not bring back what was there. A damaged or missing one is replaced. What was there is backed up.

    Raises:
        ProfileError: there is no such backup, it is damaged, or it could not be put back.
    """
    store = _store(file)
    backups = store.former()
    if not 1 <= number <= len(backups):
        reason = f"there is no backup {number}; there are {len(backups)}: `planner restore --list`"
        raise ProfileError(Problem(str(store.file), reason))
    return restore_taken(backups[number - 1].taken, file, folder, clock)


def restore_taken(
    taken: datetime, file: Path | None = None, folder: Path | None = None, clock: Callable[[], datetime] = now
) -> str:
    """Do as `restore` does, with the backup that was made at a moment.

    Raises:
        ProfileError: as of `restore`.
    """
    store, then = _store(file), taken_at(taken, file)
    session = _sound_session(store.file, folder, clock, then)
    if session is None:
        store.put_back(then, clock())
    else:
        session.restored(then).save()
    return f"as it was on {taken.astimezone(clock().tzinfo):%Y-%m-%d at %H:%M}"


def has_backups(file: Path | None = None) -> bool:
    """Return whether there are backups of a profile, be it there or not."""
    return bool(_store(file).former())


def trouble_with(file: Path | None = None) -> str:
    """Return in words why a profile cannot be read; nothing where it can be, or is not there."""
    try:
        profile_file.load(_store(file).file)
    except ProfileError as error:
        return str(error)
    return ""


def taken_at(taken: datetime, file: Path | None = None) -> Profile:
    """Return the profile in the backup that was made at a moment.

    Raises:
        ProfileError: it is damaged, or not there any more.
    """
    store = _store(file)
    backup = next((each for each in store.former() if each.taken == taken), None)
    if backup is None:
        raise ProfileError(Problem(str(store.file), "this backup is not there any more; choose another one"))
    if (then := profile_in(backup)) is None:
        raise ProfileError(Problem(str(backup.file), "is damaged too; choose another one"))
    return then


def merge_files(ours: Path, theirs: Path) -> None:
    """Join one profile into another, as git asks for.

    Raises:
        ProfileError: one of them is no profile, or they are not the same one's.
    """
    profiles = []
    for file in (ours, theirs):
        found = profile_file.load(file)
        if found is None:
            raise ProfileError(Problem(str(file), "there is no such file"))
        profiles.append(found)
    if len({each.profile_id for each in profiles}) > 1:
        raise ProfileError(
            Problem(str(theirs), "is another one's profile; use `planner import`", "profile_id")
        )
    profile_file.write(ours, merge(*profiles))


def install_driver(file: Path | None = None) -> Sequence[str]:
    """Have git merge profiles in the repository that a profile is in; return what was written where.

    Raises:
        ProfileError: it is in no repository, or git refuses.
    """
    return git_driver.install(_store(file).file)


def _store(file: Path | None) -> ProfileStore:
    state = locations.state_folder()
    return ProfileStore(file or locations.profile_file(), state, identity.device(state))


def _taken(backup: Backup, clock: Callable[[], datetime]) -> datetime:
    return backup.taken.astimezone(clock().tzinfo)


def _readable(file: Path) -> Profile | None:
    try:
        return profile_file.load(file)
    except ProfileError:
        return None


def _sound_session(
    file: Path, folder: Path | None, clock: Callable[[], datetime], then: Profile
) -> Session | None:
    """Return the session of a profile that can take a backup's entries; None where it has to be replaced.

    Raises:
        ProfileError: a newer planner wrote it.
    """
    try:
        session = Session.open(file, folder, clock)
    except ProfileError:
        return None
    if session.read_only:
        raise ProfileError(Problem(str(file), session.read_only))
    same = not session.is_new and session.profile.profile_id == then.profile_id
    return session if same else None
