"""`planner serve` for tests: a real process on a port of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"


def _free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(home: Path, *options: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """Run `planner serve` with options before the command, and give the port that it listens on."""
    port = _free_port()
    command = [sys.executable, "-m", "planner", *options, "serve", "--port", str(port)]
    environment = {**os.environ, "PLANNER_HOME": str(home)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stderr is not None
        assert f"http://127.0.0.1:{port}, for this machine alone" in server.stderr.readline()
        yield server, port
        assert server.poll() in (None, 0)
        server.kill()
