"""Where things live. Nothing here touches the disk."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path, user_data_path, user_state_path

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

APP = "planner"


def data_folder() -> Path:
    """Return the folder of the profile and of the person's own curricula."""
    home = _home()
    return home or user_data_path(APP, appauthor=False)


def state_folder() -> Path:
    """Return the folder of what belongs to this machine alone: device, backups, locks."""
    home = _home()
    return home / "state" if home else user_state_path(APP, appauthor=False)


def config_file() -> Path:
    """Return the file in which a person says how planner shall be on this machine."""
    home = _home()
    return (home or user_config_path(APP, appauthor=False)) / "config.toml"


def catalogue_cache() -> Path:
    """Return the file that keeps what was read from the curricula."""
    return state_folder() / "curricula.cache"


def profile_cache() -> Path:
    """Return the file that keeps what was parsed of a profile."""
    return state_folder() / "profile.cache"


def profile_file() -> Path:
    """Return the profile that is used unless another one is named."""
    return data_folder() / "profile.toml"


def user_curricula() -> Path:
    """Return the folder in which a person keeps curricula of their own."""
    return data_folder() / "curricula"


def answer_cache() -> Path:
    """Return the file that keeps what a shell prompt was told last."""
    return state_folder() / "answers.cache"


def bundled_curricula() -> "Traversable":
    """Return the curricula that come with planner.

    A wheel carries them inside the package, a checkout keeps them at its root.
    """
    package = Path(__file__).parents[1]
    if not package.is_dir():  # a wheel that was not unpacked
        from importlib.resources import files

        return files(APP) / "curricula"
    packaged = package / "curricula"
    return packaged if packaged.is_dir() else package.parents[1] / "curricula"


def _home() -> Path | None:
    home = os.environ.get("PLANNER_HOME")
    return Path(home).expanduser().absolute() if home else None
