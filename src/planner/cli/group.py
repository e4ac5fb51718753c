"""A group of commands that imports a command when it is named, and not before."""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from planner.cli.stderr import RefusedError, say
from planner.cli.table import TABLE
from planner.core.text import clean


class Commands(MutableMapping[str, click.Command]):
    """The commands of the table by name, each imported when it is looked up."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            found = import_module(f"planner.cli.{TABLE[name].module}").COMMANDS
            self._loaded |= {each.name: each for each in found}
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in TABLE

    def __iter__(self) -> Iterator[str]:
        return iter(TABLE)

    def __len__(self) -> int:
        return len(TABLE)


class _Refusal(click.ClickException):
    """What cannot be done, as click takes it; exit code 1."""

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - click's own signature
        """Say it on stderr, cleaned."""
        del file
        say(f"planner: {self.message}")


class TableGroup(click.Group):
    """A group that speaks about its commands as the table does, and of what was typed as text."""

    def make_context(self, *words: Any, **more: Any) -> click.Context:  # noqa: ANN401 - click's own signature
        """Read the options of all commands."""
        with _cleaned():
            return super().make_context(*words, **more)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command."""
        with _cleaned():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the help."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names))
        with formatter.section("Commands"):
            formatter.write_dl([(each, _short(TABLE[each].summary, room)) for each in names])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that a word begins, then the options."""
        names = (each for each in self.list_commands(ctx) if each.startswith(incomplete))
        commands = [CompletionItem(each, help=TABLE[each].summary) for each in names]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]


@contextmanager
def _cleaned() -> Iterator[None]:
    """Clean what click says about what was typed; have it say what cannot be done."""
    try:
        yield
    except RefusedError as error:
        raise _Refusal(str(error)) from None
    except click.UsageError as error:
        raise click.UsageError(clean(error.format_message(), 1000, newlines=True), error.ctx) from None


def _short(summary: str, room: int) -> str:
    """Return a sentence cut as click cuts the first one of a command's help."""
    return click.Command(None, help=summary).get_short_help_str(room)
