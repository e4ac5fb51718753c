"""The commands of planner in the shell."""

from planner.cli.entry import main

__all__ = ["main"]
