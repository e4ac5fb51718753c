"""The commands that keep a profile safe and together: import, merge, restore."""

import sys
from pathlib import Path

import click

from planner import keeping
from planner.cli.context import Whole, file_options, json_option
from planner.cli.files import Files
from planner.cli.refusals import refused
from planner.cli.stderr import RefusedError, say
from planner.cli.talk import print_json, print_lines, width
from planner.keeping import Incoming
from planner.presentation import keeping_rows, reports

_LISTS = (".md", ".markdown")
_EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("import")
@click.argument("file", type=_EXISTING)
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option("--mine", is_flag=True, help="Where both say something, keep what is here.")
@file_options
@click.pass_obj
def import_(files: Files, file: Path, yes: bool, mine: bool) -> None:
    """Take in a profile: an exported one, another machine's, a rescue copy; or a Markdown list.

    Where there is no profile yet it is taken over whole; another state of the same profile is merged,
    the later entry wins; of any other profile you see what it would bring, and are asked. Of a Markdown
    list the check marks are taken in.

    Example: planner import progress.toml
    """
    if file.suffix.lower() in _LISTS:
        from planner.cli.checklists import import_checklist  # with it comes what reads Markdown

        import_checklist(files, file)
        return
    session = files.open()
    with refused():
        incoming = keeping.look_at(session, file)
    if incoming.relation == "another":
        _ask(incoming, yes=yes, mine=mine)
    with refused():
        session = keeping.take_in(session, incoming, replacing=not mine).save("import")
    say(f"Imported into {session.file}.")
    print_lines(reports.status(session.standing, width()))


def _ask(incoming: Incoming, *, yes: bool, mine: bool) -> None:
    """Show what another one's profile would bring, and ask.

    Raises:
        RefusedError: it is not wanted, or nobody is there to say so.
    """
    brought = [each for each in incoming.differences if each.theirs and not (mine and each.ours)]
    print_lines(keeping_rows.draw_differences(brought, width()))
    if not brought:
        raise RefusedError(f"{incoming.file} has nothing that is not here")
    if not yes and not (sys.stdin.isatty() and click.confirm("Take this in?", err=True)):
        raise RefusedError("it is another profile, so nothing was changed; --yes takes it in")


@click.command()
@click.argument("versions", metavar="[BASE OURS THEIRS]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--install", is_flag=True, help="Have git merge this profile, in the repository it is in.")
@file_options
@click.pass_obj
def merge(files: Files, versions: tuple[Path, ...], install: bool) -> None:
    """Merge two versions of a profile into OURS, as a merge driver of git; --install sets that up.

    Nothing of either is lost: entry by entry, what was written later counts. BASE is not needed.

    Example: planner merge --install --profile ~/dotfiles/profile.toml
    """
    if install == bool(versions):
        raise click.UsageError("Give either BASE OURS THEIRS or --install.")
    with refused():
        if install:
            for each in keeping.install_driver(files.profile):
                say(f"wrote {each}")
            return
        if len(versions) != len(("base", "ours", "theirs")):
            raise click.UsageError("Three files are merged: BASE OURS THEIRS.")
        keeping.merge_files(*versions[1:])


@click.command()
@click.argument("number", metavar="[N]", type=Whole(1), required=False)
@click.option("--list", "as_list", is_flag=True, help="List the backups, the newest first.")
@json_option
@file_options
@click.pass_obj
def restore(files: Files, number: int | None, as_list: bool, as_json: bool) -> None:
    """Go back to a backup, or list them. What is there now is backed up first.

    Example: planner restore --list
    """
    if number is None or as_list:
        backups = list(keeping.former(files.profile, files.clock))
        if as_json:
            print_json(keeping_rows.document(backups))
        else:
            print_lines(keeping_rows.draw_former(backups))
        return
    with refused():
        when = keeping.restore(number, files.profile, files.curricula, files.clock)
    say(f"Your profile is {when} again. `planner restore 1` takes that back.")


COMMANDS = (import_, merge, restore)
