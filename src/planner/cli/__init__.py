"""The commands of planner in the shell."""

from planner.cli.commands import main

__all__ = ["main"]
