"""What widgets tell the screen: intents going up."""

from textual.message import Message

from planner.core.learning_path import LearningPath
from planner.presentation.sheet import Target
from planner.session import Session


class ResourceHighlighted(Message):
    """Another resource, or none, is under the cursor."""

    def __init__(self, resource_id: str | None) -> None:
        super().__init__()
        self.resource_id = resource_id


class ResourceOpened(Message):
    """Someone wants to see everything about a resource."""

    def __init__(self, resource_id: str) -> None:
        super().__init__()
        self.resource_id = resource_id


class ResourceToggled(Message):
    """Someone checked a resource off, or back on."""

    def __init__(self, resource_id: str) -> None:
        super().__init__()
        self.resource_id = resource_id


class NumberOpened(Message):
    """Someone wants to see what a number is made of."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        """An area, or the id of a competency."""


class ResourcesListed(Message):
    """The Curriculum lists other resources than before."""


class TargetChosen(Message):
    """Someone clicked on something that leads somewhere, or does something."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.target = target


class CommandChosen(Message):
    """Someone clicked on the name of a command."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Saved(Message):
    """A save has ended: well, or with words about what went wrong."""

    def __init__(self, session: Session, error: str = "") -> None:
        super().__init__()
        self.session = session
        """As it is on the disk now, or as it could not be saved."""
        self.error = error


class Refreshed(Message):
    """A file has changed under the session."""

    def __init__(self, session: Session | None, error: str = "") -> None:
        super().__init__()
        self.session = session
        """As it is with what was read; None where the profile could not be read."""
        self.error = error


class PathFound(Message):
    """A search for a path has ended."""

    def __init__(self, sought: Session, path: LearningPath) -> None:
        super().__init__()
        self.sought = sought
        """The session it was sought for."""
        self.path = path
