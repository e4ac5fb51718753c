"""The table of commands says what the commands say, and spares their modules."""

import importlib
import pkgutil

import click
import pytest

import planner.cli
from command import loaded
from planner.cli.commands import cli
from planner.cli.table import TABLE


def test_every_command_is_in_the_table_with_its_module_and_its_first_sentence() -> None:
    found: dict[str, tuple[str, str]] = {}
    for each in pkgutil.iter_modules(planner.cli.__path__):
        module = importlib.import_module(f"planner.cli.{each.name}")
        for command in getattr(module, "COMMANDS", ()):
            assert isinstance(command, click.Command)
            found[str(command.name)] = (each.name, command.get_short_help_str(1000))
    assert found == {name: tuple(row) for name, row in TABLE.items()}
    assert list(TABLE) == sorted(TABLE)


def test_the_group_has_the_commands_of_the_table() -> None:
    assert {name: command.name for name, command in cli.commands.items()} == {name: name for name in TABLE}
    assert "stauts" not in cli.commands


@pytest.mark.parametrize("words", ["--help", "--version", "stauts", "completions zsh"])
def test_what_is_about_no_command_imports_none(words: str) -> None:
    modules = loaded(*words.split())
    commands = {f"planner.cli.{row.module}" for row in TABLE.values()} - {"planner.cli.environment"}
    assert not modules & {*commands, "planner.session", "planner.core.catalogue", "pydantic", "tomllib"}


def test_the_names_of_commands_complete_without_importing_them() -> None:
    modules = loaded(_PLANNER_COMPLETE="bash_complete", COMP_WORDS="planner st", COMP_CWORD="1")
    assert "click.shell_completion" in modules
    assert not modules & {"planner.cli.reading", "planner.session"}


def test_a_command_imports_no_other_one() -> None:
    modules = loaded("where")
    assert "planner.cli.environment" in modules
    assert not modules & {"planner.cli.reading", "planner.cli.changing", "planner.session"}
