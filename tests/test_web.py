"""planner in a browser: for this machine and its own pages, each of them a planner on the same files."""

import asyncio
import re
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pyte
import pytest

from command import run
from planner.cli.files import Files
from planner.cli.opening import _options
from planner.core.marking import Answers
from planner.session import Session
from serving import serving

aiohttp = pytest.importorskip("aiohttp", reason="textual-serve is not installed: the extra `web`")
pytest.importorskip("textual_serve", reason="textual-serve is not installed: the extra `web`")

from planner.web import HOST, _command  # noqa: E402 - only where it is installed


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where a planner is served that nobody has set up."""
    with serving(tmp_path_factory.mktemp("served")) as (_, port):
        yield port


class Page:
    """One page, as the browser shows it."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self._screen = pyte.Screen(100, 30)
        self._stream = pyte.ByteStream(self._screen)

    async def wait_for(self, words: str) -> None:
        """Wait until these words stand on the page."""
        while words not in "\n".join(self._screen.display):
            message = await self.connection.receive(timeout=20)
            assert message.type == aiohttp.WSMsgType.BINARY, self._screen.display
            self._stream.feed(message.data)

    async def end(self) -> None:
        """Take what comes until there is no more."""
        async for _ in self.connection:
            pass


@asynccontextmanager
async def opened(port: int, **headers: str) -> AsyncIterator[Page]:
    """Open a page."""
    where = f"http://{HOST}:{port}/ws?width=100&height=30"
    async with aiohttp.ClientSession() as browser, browser.ws_connect(where, headers=headers) as connection:
        yield Page(connection)


async def _get(port: int, host: str = HOST, **headers: str) -> tuple[int, str, str]:
    async with (
        aiohttp.ClientSession() as browser,
        browser.get(f"http://{host}:{port}/", headers=headers) as got,
    ):
        return got.status, await got.text(), got.headers.get("Content-Security-Policy", "")


async def test_a_page_is_served_and_loads_nothing_from_elsewhere(port: int) -> None:
    status, page, policy = await _get(port)
    assert status == 200
    assert f'data-session-websocket-url="ws://127.0.0.1:{port}/ws"' in page
    places = {each for each in policy.replace(";", " ").split() if ":" in each} - {"data:"}
    assert places == {f"http://127.0.0.1:{port}", f"ws://127.0.0.1:{port}"}
    assert "default-src 'self'" in policy
    assert (await _get(port, "localhost"))[0] == 200


@pytest.mark.parametrize("address", ["127.0.0.2", "::1"])
def test_it_listens_nowhere_else(port: int, address: str) -> None:
    socket.create_connection((HOST, port), timeout=5).close()
    with pytest.raises(OSError, match=r"refused|assign|unreachable|timed out|not supported"):
        socket.create_connection((address, port), timeout=5)


async def test_pages_of_other_sites_are_turned_away(port: int) -> None:
    assert (await _get(port, Host=f"evil.example:{port}"))[0] == 403
    assert (await _get(port, Origin="https://evil.example"))[0] == 403
    assert (await _get(port, Origin="null"))[0] == 403
    with pytest.raises(aiohttp.WSServerHandshakeError):
        async with opened(port, Origin="https://evil.example"):
            pass
    async with opened(port, Origin=f"http://localhost:{port}"):
        pass


async def test_what_is_done_on_a_page_is_saved_when_the_server_ends(tmp_path: Path) -> None:
    profile = tmp_path / "a profile.toml"
    Session.open(profile).set_up(Answers("data-scientist", 8, "finance-fraud")).save()
    with serving(tmp_path / "home", "--profile", str(profile)) as (server, port):
        async with opened(port) as page:
            await page.wait_for("Tonight")
            await page.connection.send_json(["stdin", " "])
            await page.wait_for("takes it back")
            server.send_signal(signal.SIGINT)
            code, *_ = await asyncio.gather(asyncio.to_thread(server.wait, 30), page.end())
    assert code == 0
    assert 'status = "done"' in profile.read_text("utf-8")


def test_a_page_runs_planner_with_the_same_files(tmp_path: Path) -> None:
    files = Files(Path("my profile.toml"), tmp_path)
    words = _options(files)
    assert words == ["--profile", str(Path.cwd() / "my profile.toml"), "--curricula", str(tmp_path)]
    shown = subprocess.run(
        ["/bin/sh", "-c", _command([*words, "where"])], capture_output=True, check=True
    ).stdout
    assert re.search(
        rf"^profile +{re.escape(str(Path.cwd()))}/my profile\.toml$", shown.decode(), re.MULTILINE
    )
    assert _options(Files()) == []


def test_a_port_in_use_is_a_refusal() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        said = run("serve", "--port", str(taken.getsockname()[1]), code=1).stderr
    assert "cannot be used: Address already in use; --port chooses another one" in said


def test_there_is_no_way_to_let_others_in() -> None:
    for words in (("--host", "localhost"), ("--port", "0"), ("--port", "65536")):
        run("serve", *words, code=2)
    assert "127.0.0.1" in run("serve", "--help").stdout
