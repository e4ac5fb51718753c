"""Run planner's commands as their user does, inside the test's own process."""

import json
from typing import Any

from click.testing import CliRunner, Result

from planner.cli.commands import cli

SETUP = ("setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud")


def run(*words: str, code: int = 0) -> Result:
    """Run a command that ends with this exit code."""
    result = CliRunner().invoke(cli, list(words), prog_name="planner")
    assert result.exit_code == code, (result.output, result.exception)
    assert "Traceback" not in result.output
    return result


def read(*words: str) -> dict[str, Any]:
    """Return the document that a command prints with `--json`."""
    document = json.loads(run(*words, "--json").stdout)
    assert document["format"] == 1
    assert next(iter(document)) == "format"
    return dict(document)
