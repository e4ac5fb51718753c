"""planner in a browser: on this machine alone, and for no pages but its own."""

import asyncio
import base64
import hashlib
import os
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from textual_serve.server import Server

from planner.presentation import served_page

_PATIENCE = 20.0
"""Seconds that pages have to save and end."""
HOST = "127.0.0.1"
"""The machine itself. There is no password, so nobody else may come in."""
_POLICY = (
    "default-src {own}; script-src {own} 'sha256-{script}'; style-src {own} 'unsafe-inline';"
    " img-src {own} data:; connect-src {own} ws://{place}; frame-ancestors 'none'"
)
"""What a page may load: nothing from anywhere else."""


def serve(options: Sequence[str], port: int, say: Callable[[str], None]) -> None:
    """Serve planner with these options until interrupted.

    Raises:
        OSError: the port cannot be used.
    """
    Loopback(options, port, say).serve()


class Loopback(Server):
    """Serves those who come from this machine and from these pages."""

    def __init__(self, options: Sequence[str], port: int, say: Callable[[str], None]) -> None:
        super().__init__(_command(options), host=HOST, port=port, title="planner")
        self._say = say
        self._pages: set[asyncio.Task[object]] = set()

    def serve(self, debug: bool = False) -> None:
        """Serve until interrupted, and say where once it is there."""
        self.debug = debug
        where = f"planner is at {self.public_url}, for this machine alone. ctrl+c ends it."
        web.run_app(self._make_app(), host=self.host, port=self.port, print=lambda *_: self._say(where))

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: nobody listens."""

    async def on_shutdown(self, app: web.Application) -> None:
        """End every page, and wait until what was done there is saved."""
        del app
        for page in self._pages:
            page.cancel()
        if self._pages:
            await asyncio.wait(self._pages, timeout=_PATIENCE)

    async def handle_index(self, request: web.Request) -> web.Response:
        """Return the page."""
        del request
        return web.Response(text=served_page.page(self.public_url), content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run a planner for one page."""
        page = asyncio.current_task()
        if page is not None:
            self._pages.add(page)
            page.add_done_callback(self._pages.discard)
        return await super().handle_websocket(request)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(_own_pages(self.port))
        return app


def _command(options: Sequence[str]) -> str:
    """Return what a shell runs for every page."""
    words = [sys.executable, "-P", "-m", "planner", *options]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _own_pages(port: int) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Return what turns other sites away: their pages run in the same browser, on the same machine.

    One could open a connection here, or have its own name point here; browsers tell both.
    """
    places = {f"{host}:{port}" for host in (HOST, "localhost")}
    origins = {f"http://{each}" for each in places}

    place = f"{HOST}:{port}"
    script = base64.b64encode(hashlib.sha256(served_page.FOCUS.encode()).digest()).decode()
    policy = _POLICY.format(place=place, own=f"'self' http://{place}", script=script)

    @web.middleware
    async def check(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host not in places or (origin is not None and origin not in origins):
            raise web.HTTPForbidden(text="planner answers its own pages alone")
        response = await handler(request)
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    return check
