"""The commands about planner itself: where, keys, completions."""

import click

from planner.cli.context import file_options, json_option
from planner.cli.files import Files
from planner.cli.stderr import say
from planner.cli.talk import print_json, print_lines, width
from planner.core.text import clean
from planner.places import places

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@json_option
@file_options
@click.pass_obj
def where(files: Files, as_json: bool) -> None:
    """Show where the files are.

    Example: planner where --json | jq -r .profile
    """
    found = places(files.profile, files.curricula)
    if as_json:
        from planner.presentation import documents  # with it comes the model

        print_json(documents.where(found))
        return
    for name, place in found.items():
        click.echo(f"{name:14} {clean(place, len(place))}")


@click.command()
@click.option("--toml", is_flag=True, help="Print the lines of a config file, to change and keep.")
@json_option
@file_options
def keys(toml: bool, as_json: bool) -> None:
    """List the commands of the screens: the id of each, its keys, what it does.

    A line like skip = ["X", "f8"] under [keys] in the file that `planner where` calls config gives a
    command other keys. Lines above [keys] may say theme = "planner-light" and motion = "none".

    Example: planner keys --toml
    """
    from planner.configuration import Configuration
    from planner.presentation import key_rows  # with it comes the model

    found = Configuration.read()
    for problem in found.problems:
        say(f"left out: {problem}")
    if as_json:
        print_json(key_rows.document(found.keys, str(found.config.file)))
    elif toml:
        click.echo(key_rows.template(found.keys), nl=False)
    else:
        print_lines(key_rows.draw(found.keys, width()))


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completions(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and ids.

    \b
    bash, in ~/.bashrc:
        eval "$(planner completions bash)"
    zsh, in ~/.zshrc, after compinit:
        eval "$(planner completions zsh)"
    fish, once:
        planner completions fish > ~/.config/fish/completions/planner.fish

    Example: planner completions fish | source
    """  # noqa: D301 - a backspace keeps click from joining the lines
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    found = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}[shell]
    click.echo(found(context.find_root().command, {}, "planner", "_PLANNER_COMPLETE").source())


COMMANDS = (where, keys, completions)
