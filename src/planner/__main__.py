"""Run planner as a program: `planner` and `python -m planner`."""

from planner.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
