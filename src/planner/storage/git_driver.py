"""planner as the one that merges profiles for git."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from planner.core.problem import Problem
from planner.storage.durable import write_text
from planner.storage.guard import CURRICULUM_BYTES, RefusedError, read_text
from planner.storage.profile_file import ProfileError

DRIVER = "planner merge %O %A %B"
"""What git runs: the common ancestor, ours (which takes the result), theirs."""
_KEY = "merge.planner.driver"


def install(file: Path) -> Sequence[str]:
    """Configure git for the repository that a profile is in; return the two lines, each with its place.

    Raises:
        ProfileError: it is in no repository, or something could not be written.
    """
    target = Path(os.path.realpath(file))
    attributes = target.with_name(".gitattributes")
    line = f"{target.name} merge=planner"
    try:
        _git(target.parent, "config", "--local", _KEY, DRIVER)
        _add_line(attributes, line)
    except FileNotFoundError:
        raise ProfileError(Problem(str(target), "git is not installed, or the folder is not there")) from None
    except subprocess.CalledProcessError as error:
        reason = f"git refused: {error.stderr.strip() or 'no reason given'}"
        raise ProfileError(Problem(str(target.parent), reason)) from None
    except (OSError, RefusedError) as error:
        raise ProfileError(Problem(str(attributes), str(error))) from None
    return (f".git/config: {_KEY} = {DRIVER}", f"{attributes}: {line}")


def _git(folder: Path, *words: str) -> None:
    subprocess.run(  # noqa: S603 - fixed words, no shell
        ["git", "-C", str(folder), *words],  # noqa: S607 - the git that the person uses
        check=True,
        capture_output=True,
        text=True,
    )


def _add_line(file: Path, line: str) -> None:
    try:
        text = read_text(file, CURRICULUM_BYTES)
    except FileNotFoundError:
        text = ""
    if line not in text.splitlines():
        gap = "" if not text or text.endswith("\n") else "\n"
        write_text(file, f"{text}{gap}{line}\n")
