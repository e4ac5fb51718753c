"""planner's commands, as tests type them."""

from click.testing import CliRunner, Result

from planner.cli.commands import cli

SETUP = ("setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud")


def run(*words: str, code: int = 0) -> Result:
    """Run a command in this process; its exit code is as expected, and no traceback is shown."""
    result = CliRunner().invoke(cli, list(words), prog_name="planner")
    assert result.exit_code == code, (result.output, result.exception)
    assert "Traceback" not in result.output
    return result
