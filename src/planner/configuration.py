"""What a person wants of planner on this machine, ready for use: keys, theme, motion."""

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from planner.core.problem import Problem
from planner.core.text import clean
from planner.presentation.keys import Fault, Keys, rebound
from planner.storage import config_file, locations
from planner.storage.config_file import Config


class Configuration(Struct, frozen=True, dict=True):
    """The config file against the table of commands."""

    config: Config

    @classmethod
    def read(cls) -> "Configuration":
        """Return what the config file says; without one everything is as usual."""
        return cls(config_file.load(locations.config_file()))

    @classmethod
    def usual(cls) -> "Configuration":
        """Return what is so for someone without a config file."""
        return cls(Config(Path()))

    @property
    def keys(self) -> Keys:
        """The table of commands with this person's keys in it."""
        return self._bound[0]

    @property
    def theme(self) -> str:
        """The theme that is wanted on this machine, if one is."""
        return self.config.theme

    @property
    def is_still(self) -> bool:
        """Whether nothing shall move on the screen."""
        return self.config.motion == "none"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the file."""
        faults = (self.config.problem(("keys", each.command), each.reason) for each in self._bound[1])
        return (*self.config.problems, *faults)

    def without_theme(self, name: str) -> Problem:
        """Return what is wrong where there is no theme of this name."""
        reason = f"there is no theme '{clean(name, 40)}'; {self.keys.of('theme')} shows those there are"
        return self.config.problem(("theme",), reason)

    @cached_property
    def _bound(self) -> tuple[Keys, tuple[Fault, ...]]:
        return rebound(self.config.keys)
