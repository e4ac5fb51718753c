"""Open a link in the browser, far from our terminal."""

import os
import subprocess
import sys

from planner.core.link import plain_link


def open_link(url: str) -> bool:
    """Open an address in the browser exactly as it is shown; return whether there is one to open it in.

    What is no plain http or https address is not opened. The browser is started on its own, with no
    terminal, so that nothing it says or does reaches ours.
    """
    if not url or plain_link(url) != url or not _has_desktop():
        return False
    command = [sys.executable, "-m", "webbrowser", url]
    quiet = subprocess.DEVNULL
    subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - our own interpreter, a checked address
    return True


def _has_desktop() -> bool:
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
