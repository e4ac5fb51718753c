"""Run planner's commands as their user does, inside the test's own process."""

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from builders import ROOT
from planner.cli.commands import cli

SETUP = ("setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud")
CODE = """
import sys
from planner.cli.commands import cli
try:
    cli(sys.argv[1:], prog_name="planner")
except SystemExit:
    pass
print("LOADED", *sorted(sys.modules), file=sys.stderr)
"""


def run(*words: str, code: int = 0) -> Result:
    """Run a command that ends with this exit code."""
    result = CliRunner().invoke(cli, list(words), prog_name="planner")
    assert result.exit_code == code, (result.output, result.exception)
    assert "Traceback" not in result.output
    return result


def read(*words: str) -> dict[str, Any]:
    """Return the document that a command prints with `--json`, held against its schema."""
    document = json.loads(run(*words, "--json").stdout)
    assert document["format"] == 1
    name = next(each for each in words if each in cli.commands)
    validator(name).validate(document)
    return dict(document)


@cache
def validator(name: str) -> Draft202012Validator:
    """Return what holds a document against its schema in the repository."""
    schema = json.loads((ROOT / "docs" / "json" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def loaded(*words: str, **environment: str) -> set[str]:
    """Return the modules that a command has loaded at its end, in a process of its own."""
    command = [sys.executable, "-c", CODE, *words]
    everything = {**os.environ, **environment}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=everything)
    (line,) = (each for each in done.stderr.splitlines() if each.startswith("LOADED"))
    return set(line.split()[1:])
