"""Every system call of one `planner mark` that touches the profile or the state folder fails once."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from planner.storage import profile_file

STRACE = shutil.which("strace")
ERRORS = ("EIO", "ENOSPC", "EACCES", "EINTR", "EROFS", "EDQUOT")
ALSO_IN_STATE = ("SIGKILL", "EIO")
"""Faults that locks, backups and caches have to stand as well."""
PLANNER = [sys.executable, "-m", "planner"]
_CALL = re.compile(r"^(\w+)\((.*)$")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(STRACE is None, reason="strace is not installed"),
]


@dataclass(frozen=True)
class Call:
    """The nth call of a system call in a run."""

    name: str
    number: int
    line: str
    """As strace shows it."""


@dataclass(frozen=True)
class Bench:
    """A profile behind a link, one mark in it, ready for the next."""

    folder: Path

    @property
    def env(self) -> Mapping[str, str]:
        return {
            **os.environ,
            "PLANNER_HOME": str(self.folder / "now" / "home"),
            "PLANNER_PROFILE": str(self.folder / "now" / "link.toml"),
            "PYTHONHASHSEED": "0",
        }

    @property
    def file(self) -> Path:
        """The real file."""
        return self.folder / "now" / "real" / "profile.toml"

    def mark(self, name: str, *before: str) -> subprocess.CompletedProcess[str]:
        """Run `planner mark NAME done`."""
        command = [*before, *PLANNER, "mark", name, "done"]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)

    def begin(self) -> None:
        """Make the state that every run starts from."""
        now = self.folder / "now"
        (now / "real").mkdir(parents=True)
        words = ["setup", "--title", "none", "--hours-per-week", "8", "--domain", "finance-fraud"]
        env = {**self.env, "PLANNER_PROFILE": str(self.file)}
        subprocess.run([*PLANNER, *words], env=env, capture_output=True, check=True)
        (now / "link.toml").symlink_to(self.file)
        assert self.mark("pro-git").returncode == 0
        shutil.rmtree(now / "home" / "state" / "backups")
        now.rename(self.folder / "start")

    def reset(self) -> None:
        """Go back to the start."""
        shutil.rmtree(self.folder / "now", ignore_errors=True)
        shutil.copytree(self.folder / "start", self.folder / "now", symlinks=True)

    def calls(self) -> Iterator[Call]:
        """Return the calls of one mark that touch what is ours."""
        self.reset()
        log = self.folder / "calls.log"
        done = self.mark("ddia", STRACE or "", "-qq", "-y", "-s", "300", "-o", str(log))
        assert done.returncode == 0, done.stderr
        seen: Counter[str] = Counter()
        for line in log.read_text(errors="replace").splitlines():
            if match := _CALL.match(line):
                seen[match[1]] += 1
                if str(self.folder / "now") in match[2] and match[1] != "execve":
                    yield Call(match[1], seen[match[1]], line)

    def inject(self, call: Call, fault: str) -> tuple[int, str]:
        """Run a mark whose nth call fails; return its exit code and what it said."""
        self.reset()
        how = "signal=SIGKILL" if fault == "SIGKILL" else f"error={fault}"
        trace = ("-qq", "-o", str(self.folder / "injected.log"), "-e", f"trace={call.name}")
        done = self.mark("ddia", STRACE or "", *trace, "-e", f"inject={call.name}:{how}:when={call.number}")
        return done.returncode, done.stderr

    def marks(self) -> set[str]:
        """Return what is marked as done; fails where the file is torn, gone, or no longer behind its link."""
        assert (self.folder / "now" / "link.toml").is_symlink()
        found = profile_file.load(self.file)
        assert found is not None
        assert found.settings.title == "none"
        return {name for name, each in found.progress.items() if each.status == "done"}


def _violations(bench: Bench, call: Call, fault: str) -> Iterator[str]:
    """Return what a fault breaks that it must not."""
    code, said = bench.inject(call, fault)
    yield from _manners(code, said, fault)
    marks = bench.marks()
    if "pro-git" not in marks:
        yield "lost an earlier mark"
    if code == 0 and "ddia" not in marks:
        yield "acknowledged a mark that is not there"
    again = bench.mark("cs50p")
    if again.returncode != 0:
        yield f"the next start failed: {again.stderr!r}"
    if bench.marks() != marks | {"cs50p"}:
        yield "the next start lost something"
    if litter := [each.name for each in bench.file.parent.iterdir() if each != bench.file]:
        yield f"left {litter} behind"


def _manners(code: int, said: str, fault: str) -> Iterator[str]:
    """Return what is wrong with how a run ended."""
    if fault == "SIGKILL" and code != -signal.SIGKILL:
        yield "was not killed"
    if "Traceback" in said or "inside planner" in said:
        yield f"said {said!r}"
    if code > 0 and "planner:" not in said and "Error: " not in said:
        yield f"refused without a word: {said!r}"


@pytest.mark.parametrize("fault", ["SIGKILL", *ERRORS])
def test_no_system_call_can_fail_in_a_way_that_loses_anything(tmp_path: Path, fault: str) -> None:
    bench = Bench(tmp_path)
    bench.begin()
    calls = list(bench.calls())
    if fault not in ALSO_IN_STATE:
        calls = [each for each in calls if "/now/home/state" not in each.line]
    assert len(calls) > 50
    found = [f"{each.line}\n  {words}" for each in calls for words in _violations(bench, each, fault)]
    assert not found, f"{len(found)} violations in {len(calls)} faults:\n" + "\n".join(found)
