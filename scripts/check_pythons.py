"""Run the tests on every Python that planner supports and this machine has; name others to run only those.

Each gets an environment of its own under .venv, made once per set of pins.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SUPPORTED = ("3.11", "3.12", "3.13")
INPUTS = (ROOT / "pyproject.toml", ROOT / "requirements" / "dev.txt")


def main(versions: list[str]) -> int:
    """Return 0 where the tests pass on every Python that is here, and at least one is."""
    results = {}
    for version in versions or SUPPORTED:
        python = interpreter(version)
        results[version] = _tested(version, python) if python else "skipped: not installed"
        print(f"Python {version}: {results[version]}", flush=True)
    print("; ".join(f"{version} {result}" for version, result in results.items()))
    passed = [result for result in results.values() if result == "passed"]
    return 0 if passed and "FAILED" not in results.values() else 1


def interpreter(version: str) -> str | None:
    """Return the command of a Python of this version that works, from PATH or from pyenv; None for none."""
    return next((each for each in _candidates(version) if _version_of(each) == version), None)


def _candidates(version: str) -> Iterator[str]:
    if found := shutil.which(f"python{version}"):
        yield found
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from (str(each) for each in sorted(root.glob(f"versions/{version}.*/bin/python"), reverse=True))


def _version_of(python: str) -> str | None:
    """Return which version a Python is; None where it does not start, as pyenv's stand-ins do not."""
    done = subprocess.run([python, "--version"], capture_output=True, text=True, check=False)
    found = re.fullmatch(r"Python (\d+\.\d+)\..*", done.stdout.strip())
    return found[1] if found and not done.returncode else None


def _tested(version: str, python: str) -> str:
    folder = ROOT / ".venv" / f"python{version}"
    inside, stamp = folder / "bin" / "python", folder / "made.stamp"
    if not stamp.exists() or stamp.stat().st_mtime < max(each.stat().st_mtime for each in INPUTS):
        pip = [str(inside), "-m", "pip", "--disable-pip-version-check", "--no-input", "-q", "install"]
        _run(python, "-m", "venv", "--clear", str(folder))
        _run(*pip, "--require-hashes", "-r", str(INPUTS[1]))
        _run(*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
        stamp.touch()
    done = subprocess.run([str(inside), "-m", "pytest", "-q", "-n", "auto"], cwd=ROOT, check=False)
    return "FAILED" if done.returncode else "passed"


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
