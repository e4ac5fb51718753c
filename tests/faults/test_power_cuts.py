"""The power fails at a random moment: what was acknowledged is there after the next mount."""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from planner.storage import profile_file

CUTS = 15
SHUTDOWN = 0x8004587D
"""FS_IOC_SHUTDOWN."""
WITHOUT_FLUSHING_THE_LOG = 2
FILE_SYSTEMS = {
    "ext4": (("mkfs.ext4", "-q", "-F"), "noauto_da_alloc,commit=1", 48),
    "xfs": (("mkfs.xfs", "-q", "-f"), "defaults", 320),
}
"""How to make each, how to mount it, and its size in MiB."""
SAVER = """
import sys
from pathlib import Path
from planner.session import Session

session = Session.open(Path(sys.argv[1]))
while True:
    for name in session.catalogue.resources:
        for parts in ("done", "todo"):
            session = session.mark([name], parts).log(name, 1, session.today).save()
            print(len(session.profile.tables["sessions"]), flush=True)
"""
"""Saves without end, and acknowledges each with the number of stretches of study."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can cut the power"),
]


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


@contextmanager
def _mounted(image: Path, folder: Path, options: str) -> Iterator[None]:
    _run("mount", "-o", f"loop,{options}", str(image), str(folder))
    try:
        yield
    finally:
        for _ in range(50):
            if not subprocess.run(["umount", str(folder)], capture_output=True, check=False).returncode:  # noqa: S607
                break
            time.sleep(0.1)


def _image(name: str, folder: Path) -> Path:
    """Return a new file system in a file, if this machine can make and mount one."""
    make, options, size = FILE_SYSTEMS[name]
    if shutil.which(make[0]) is None:
        pytest.skip(f"{make[0]} is not installed")
    image = folder / "image"
    image.unlink(missing_ok=True)
    with image.open("wb") as file:
        file.truncate(size << 20)
    _run(*make, str(image))
    (folder / "disk").mkdir(exist_ok=True)
    try:
        with _mounted(image, folder / "disk", options):
            pass
    except subprocess.CalledProcessError as error:
        pytest.skip(f"cannot mount {name} here: {error.stderr.decode().strip()}")
    return image


def _cut(disk: Path) -> None:
    descriptor = os.open(disk, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", WITHOUT_FLUSHING_THE_LOG))
    finally:
        os.close(descriptor)


def _acknowledged(lines: Sequence[str]) -> int:
    """Return the last number that was printed whole."""
    numbers = [0]
    for line in lines:
        with suppress(ValueError):
            if line.endswith("\n"):
                numbers.append(int(line))
    return numbers[-1]


def _save_until_cut(disk: Path, state: Path, after: float) -> int:
    """Save without end, cut the power a while after the first save; return what was acknowledged."""
    env = {**os.environ, "PLANNER_HOME": str(state)}
    command = [sys.executable, "-c", SAVER, str(disk / "profile.toml")]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        _cut(disk)
        lines = [first, *process.stdout.readlines()]
        process.wait()
    return _acknowledged(lines)


@pytest.mark.parametrize("name", FILE_SYSTEMS)
def test_a_power_cut_loses_no_acknowledged_save(tmp_path: Path, name: str) -> None:
    random = Random(7)
    _, options, _ = FILE_SYSTEMS[name]
    disk, total = tmp_path / "disk", 0
    for _ in range(CUTS):
        image = _image(name, tmp_path)
        with _mounted(image, disk, options):
            promised = _save_until_cut(disk, tmp_path / "state", random.uniform(0.05, 0.8))
        with _mounted(image, disk, options):
            found = profile_file.load(disk / "profile.toml")
            assert found is not None
            assert len(found.tables["sessions"]) >= promised > 0
        total += promised
    print(f"{name}: {CUTS} cuts, {total} acknowledged saves, none lost")  # noqa: T201 - shown with -s
