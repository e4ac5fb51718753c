"""A real Chromium for tests, without a window: driven through chromedriver in plain HTTP and JSON."""

import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = [name for name, found in (("chromium", CHROMIUM), ("chromedriver", DRIVER)) if not found]
OPTIONS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-extensions", "--disable-background-networking", "--disable-component-update",
    "--disable-dev-shm-usage", "--enable-unsafe-swiftshader",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
"""A browser that draws without a graphics card and reaches no machine but this one."""
needs_chromium = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
_NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Browser:
    """One window of Chromium."""

    def __init__(self, driver: str, folder: Path, size: tuple[int, int]) -> None:
        width, height = size
        options = {
            "binary": CHROMIUM,
            "args": [*OPTIONS, f"--user-data-dir={folder}", f"--window-size={width},{height}"],
        }
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        self._at = f"{driver}/session"
        made = self._ask("", {"capabilities": {"alwaysMatch": wanted}})
        self._at = f"{driver}/session/{made['sessionId']}"
        self.resize(width, height)

    def _ask(self, path: str, said: dict[str, Any] | None = None, method: str = "POST") -> Any:
        body = None if method == "DELETE" else json.dumps(said or {}).encode()
        request = urllib.request.Request(  # noqa: S310 - chromedriver's own address
            f"{self._at}{path}", body, {"Content-Type": "application/json"}, method=method
        )
        try:
            with _NO_PROXY.open(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    def open(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self._ask("/url", {"url": url})

    def tell(self, command: str, **said: Any) -> Any:
        """Give a command of the DevTools protocol."""
        return self._ask("/goog/cdp/execute", {"cmd": command, "params": said})

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what a function body returns inside the page."""
        return self._ask("/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys: str) -> None:
        """Press keys, each down and up, as a keyboard does."""
        for key in keys:
            actions = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
            self._ask("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def log(self, kind: str) -> list[dict[str, Any]]:
        """Return what was logged since the last time: `browser` the console, `performance` the network."""
        return list(self._ask("/se/log", {"type": kind}))

    def requested(self) -> list[str]:
        """Return the address of everything that was asked for since the last time."""
        events = [json.loads(each["message"])["message"] for each in self.log("performance")]
        return [
            said["params"].get("url") or said["params"]["request"]["url"]
            for said in events
            if said["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated")
        ]

    def resize(self, width: int, height: int) -> None:
        """Give the page this many pixels."""
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def complaints(self) -> list[str]:
        """Return the warnings and errors of the console since the last time."""
        return [each["message"] for each in self.log("browser") if each["level"] in ("WARNING", "SEVERE")]

    def picture(self) -> str:
        """Return what the window shows: a PNG in base64."""
        return str(self.tell("Page.captureScreenshot", format="png")["data"])

    def close(self) -> None:
        """Close the window."""
        self._ask("", method="DELETE")


def wait_until(holds: Callable[[], bool], what: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something holds; where it never does, say what there is."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, what()
        time.sleep(0.05)


@contextmanager
def chromium(folder: Path, size: tuple[int, int] = (1280, 800)) -> Iterator[Browser]:
    """Open a window of Chromium that remembers nothing."""
    assert DRIVER
    with subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, text=True) as driver:
        try:
            assert driver.stdout
            said = next(line for line in driver.stdout if "started successfully on port" in line)
            port = int(said.rpartition("port ")[2].strip(" .\n"))
            browser = Browser(f"http://127.0.0.1:{port}", folder / "browser", size)
            try:
                yield browser
            finally:
                browser.close()
        finally:
            driver.terminate()
