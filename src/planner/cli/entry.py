"""Where planner begins, whatever was typed."""

import os
import sys

from planner.cli.files import Files
from planner.cli.screens import has_screen, open_screens
from planner.cli.stderr import RefusedError, say

_ASKED = ("PLANNER_PROFILE", "PLANNER_CURRICULA", "_PLANNER_COMPLETE")
"""What an environment asks for in place of options; the commands read it."""


def main() -> None:
    """Run planner; what goes wrong inside it is kept, and said in one line."""
    try:
        if len(sys.argv) == 1 and not any(map(os.environ.get, _ASKED)) and has_screen():
            _open_screens()
        else:
            from planner.cli.commands import cli

            cli(prog_name="planner")
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        from planner.session import report_crash

        say(report_crash(error))
        sys.exit(1)


def _open_screens() -> None:
    try:
        open_screens(Files())
    except RefusedError as error:
        say(f"planner: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
