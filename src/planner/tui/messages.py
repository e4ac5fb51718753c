"""What widgets tell the screen: intents going up."""

from dataclasses import dataclass

from textual.message import Message

from planner.core.learning_path import LearningPath
from planner.presentation.sheet import Target
from planner.session import Session


@dataclass(eq=False, repr=False)
class ResourceHighlighted(Message):
    """Another resource, or none, is under the cursor."""

    resource_id: str | None


@dataclass(eq=False, repr=False)
class ResourceOpened(Message):
    """Someone wants to see everything about a resource."""

    resource_id: str


@dataclass(eq=False, repr=False)
class ResourceToggled(Message):
    """Someone checked a resource off, or back on."""

    resource_id: str


@dataclass(eq=False, repr=False)
class NumberOpened(Message):
    """Someone wants to see what a number is made of."""

    name: str
    """An area, or the id of a competency."""


@dataclass(eq=False, repr=False)
class ResourcesListed(Message):
    """The Curriculum lists other resources than before."""


@dataclass(eq=False, repr=False)
class TargetChosen(Message):
    """Someone clicked on something that leads somewhere, or does something."""

    target: Target


@dataclass(eq=False, repr=False)
class CommandChosen(Message):
    """Someone clicked on the name of a command."""

    action: str


@dataclass(eq=False, repr=False)
class Saved(Message):
    """A save has ended: well, or with words about what went wrong."""

    session: Session
    """As it is on the disk now, or as it could not be saved."""
    error: str = ""


@dataclass(eq=False, repr=False)
class Refreshed(Message):
    """A file has changed under the session."""

    session: Session | None
    """As it is with what was read; None where the profile could not be read."""
    error: str = ""


@dataclass(eq=False, repr=False)
class PathFound(Message):
    """A search for a path has ended."""

    sought: Session
    """The session it was sought for."""
    path: LearningPath
