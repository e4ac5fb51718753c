"""The commands that change the profile: setup, claim, mark, part, log, note, pin, undo."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from planner.cli.completion import competencies, domains, resources, resources_and_marks, roles
from planner.cli.context import HOURS, PERCENT, Day, Whole, file_options, json_option
from planner.cli.files import Files
from planner.cli.refusals import known, named, save
from planner.cli.stderr import RefusedError, say
from planner.cli.talk import print_json, print_lines, width
from planner.core.curriculum import AREAS
from planner.core.marking import MARKS, NO_TITLE, Answers, Mark
from planner.core.skill import Position
from planner.core.target import DEFAULT_TARGET, DEFAULT_VIA, NO_VIA
from planner.core.text import clean
from planner.keeping import undo_last
from planner.presentation import documents, reports
from planner.presentation.figures import count, hours
from planner.session import Session

_MOST_DIGITS = 5


@click.command()
@click.option(
    "--title",
    metavar="ROLE",
    required=True,
    shell_complete=roles,
    help="The role you are nearest to; `none` for none yet.",
)
@click.option("--hours-per-week", type=HOURS, required=True, help="Hours of study.")
@click.option(
    "--domain", metavar="COMPETENCY", required=True, shell_complete=domains, help="The domain you choose."
)
@click.option(
    "--target",
    metavar="ROLE",
    shell_complete=roles,
    default=DEFAULT_TARGET,
    show_default=True,
    help="The role you aim at.",
)
@click.option(
    "--via",
    metavar="ROLE",
    shell_complete=roles,
    default=DEFAULT_VIA,
    show_default=True,
    help="A stop on the way, or `none`.",
)
@file_options
@click.pass_obj
def setup(files: Files, title: str, hours_per_week: float, domain: str, target: str, via: str) -> None:
    """Answer the questions of the first run in one go.

    Example: planner setup --title data-scientist --hours-per-week 8 --domain finance-fraud
    """
    session = files.open()
    roles = session.catalogue.roles
    answers = Answers(
        title=known(title, [*roles, NO_TITLE], "role"),
        hours_per_week=hours_per_week,
        domain=known(domain, [each.id for each in session.catalogue.domains], "domain"),
        target=known(target, roles, "role"),
        via=known(via, [*roles, NO_VIA], "role"),
    )
    session = save(session.set_up(answers))
    print_lines(reports.status(session.standing, width()))
    presumed = len(session.standing.ground.presumed)
    if presumed:
        say(f"{count(presumed, 'resource')} presumed known: `planner list --status presumed` shows them.")


@click.command()
@click.argument("words", metavar="ID... STATUS", nargs=-1, required=True, shell_complete=resources_and_marks)
@file_options
@click.pass_obj
def mark(files: Files, words: tuple[str, ...]) -> None:
    """Mark resources: todo, doing, done, known or skipped.

    Example: planner mark ddia cs50-sql done
    """
    *ids, wanted = words
    status: Mark | None = next((each for each in MARKS if each == wanted), None)
    if status is None:
        raise click.UsageError(f"The last word is the status, one of: {', '.join(MARKS)}.")
    if not ids:
        raise click.UsageError("Name at least one resource before the status.")
    session = files.open()
    _keep(session, session.mark(named(session, ids), status))


@click.command()
@click.argument("resource_id", metavar="ID", shell_complete=resources)
@click.argument("minutes", metavar="MINUTES", type=Whole(1, 24 * 60))
@click.option("--day", type=Day(), help="The day of it, instead of today.")
@file_options
@click.pass_obj
def log(files: Files, resource_id: str, minutes: int, day: date | None) -> None:
    """Log a stretch of study; it counts for what is in progress, and for your pace.

    Example: planner log backend-block-1 90 --day 2026-11-22
    """
    session = files.open()
    (name,) = named(session, [resource_id])
    changed = session.log(name, minutes, day or session.today)
    left = changed.standing.remaining_hours(changed.catalogue.resources[name])
    _keep(session, changed, f", {hours(left)} left")


@click.command()
@click.argument("resource_id", metavar="ID", shell_complete=resources)
@click.argument("amount", metavar="N")
@file_options
@click.pass_obj
def part(files: Files, resource_id: str, amount: str) -> None:
    """Tick parts of a resource: N of them in all, or +N more.

    Example: planner part ddia +1
    """
    if not amount.removeprefix("+").isdecimal() or len(amount) > _MOST_DIGITS:
        raise click.UsageError(f"'{clean(amount, 40)}' is no number of parts: say 3, or +1 for one more.")
    session = files.open()
    (name,) = named(session, [resource_id])
    resource = session.catalogue.resources[name]
    if not resource.parts:
        raise RefusedError(f"{name} has no parts: `planner log` and `planner mark` count it")
    ticked = session.profile.progress_of(resource).parts if amount.startswith("+") else 0
    ticked += int(amount)
    if ticked > resource.parts:
        raise RefusedError(f"{name} has {count(resource.parts, 'part')}, not {ticked}")
    _keep(session, session.tick(name, ticked))


@click.command()
@click.argument("resource_id", metavar="ID", shell_complete=resources)
@click.argument("words", metavar="[TEXT]", nargs=-1)
@click.option("--remove", is_flag=True, help="Take the note away.")
@file_options
@click.pass_obj
def note(files: Files, resource_id: str, words: tuple[str, ...], remove: bool) -> None:
    """Write a note on a resource, in place of the one before; without a text, print it.

    Example: planner note ddia "Chapter 7 once more, with pen and paper"
    """
    session = files.open()
    (name,) = named(session, [resource_id])
    if words or remove:
        _keep(session, session.note(name, "" if remove else " ".join(words)))
    elif text := session.profile.note_of(session.catalogue.resources[name]):
        click.echo(clean(text, len(text), newlines=True))
    else:
        say(f"There is no note on {name}.")


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=resources)
@click.option("--remove", is_flag=True, help="Take the pin out again.")
@file_options
@click.pass_obj
def pin(files: Files, ids: tuple[str, ...], remove: bool) -> None:
    """Pin resources: your path contains them, whatever they cost.

    Example: planner pin made-with-ml
    """
    session = files.open()
    before = session.standing.path.hours
    changed = session.pin(named(session, ids), into_path=not remove)
    after = changed.standing.path.hours
    moved = f", the path goes from {hours(before)} to {hours(after)}" if round(before) != round(after) else ""
    _keep(session, changed, moved)


@click.command()
@click.argument("words", metavar="[COMPETENCY N]...", nargs=-1, shell_complete=competencies)
@json_option
@file_options
@click.pass_obj
def claim(files: Files, words: tuple[str, ...], as_json: bool) -> None:
    """Say how much of a competency you know already, 0-100; of none, list what you claim.

    Example: planner claim databases 40 testing 25
    """
    session = files.open()
    if words:
        wanted = dict(_claims(words))
        for name in wanted:
            known(name, session.catalogue.competencies, "competency")
        session = _keep(session, session.claim(wanted))
    if as_json:
        print_json(documents.claims(session.standing))
    elif not words:
        print_lines(reports.claims(session.standing, width()))


@click.command()
@file_options
@click.pass_obj
def undo(files: Files) -> None:
    """Take the last change back, whichever planner on this machine made it; again: the one before.

    Example: planner undo
    """
    session = files.open()
    found = undo_last(session)
    if found is None:
        raise RefusedError("there is nothing to undo")
    changed, label, whole = found
    before = session.standing.skill.position
    changed = save(changed)
    rest = "" if whole else " What was written since stays."
    say(f"Taken back: {label}. {_changes(before, changed.standing.skill.position)}{rest}")


def _claims(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Go through pairs of a competency and a number."""
    if len(words) % 2:
        raise click.UsageError("Say a competency and a number, or several such pairs: databases 40.")
    for name, number in zip(words[::2], words[1::2], strict=True):
        yield name, float(PERCENT.convert(number, None, None))


def _keep(before: Session, after: Session, more: str = "") -> Session:
    """Save a change and say what it did."""
    after = save(after)
    moves = _changes(before.standing.skill.position, after.standing.skill.position)
    say(f"{after.past[-1].label}{more}. {moves}")
    return after


def _changes(before: Position, after: Position) -> str:
    """Return the numbers that changed, before and after."""
    changed = [area for area in AREAS if abs(after.of(area) - before.of(area)) >= 0.05]  # noqa: PLR2004 - half a printed tenth
    return (
        ", ".join(f"{area} {before.of(area):.1f} → {after.of(area):.1f}" for area in changed)
        or "No number moves."
    )


COMMANDS = (setup, claim, mark, part, log, note, pin, undo)
