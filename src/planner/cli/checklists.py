"""The check marks of a Markdown list, taken into the profile."""

from pathlib import Path

from planner import text_files
from planner.cli.files import Files
from planner.cli.refusals import refused, save
from planner.cli.stderr import say
from planner.exchange.checklist import ticks_of
from planner.presentation.figures import count

_SHOWN = 20


def import_checklist(files: Files, file: Path) -> None:
    """Mark what is ticked in a Markdown list, and say what in it is no resource here."""
    session = files.open()
    with refused():
        ticks = ticks_of(text_files.read(file), session.catalogue)
    before = len(session.past)
    session = session.check_off(ticks.marks, ticks.parts, file.name)
    if len(session.past) > before:
        session = save(session)
        say(f"{session.past[-1].label}; `planner undo` takes that back.")
    else:
        say("Nothing in it is new.")
    if ticks.unmatched:
        say(f"{count(len(ticks.unmatched), 'ticked item')} of {ticks.ticked} no resource, or several:")
        for text in ticks.unmatched[:_SHOWN]:
            say(f"  {text}")
        if len(ticks.unmatched) > _SHOWN:
            say(f"  and {len(ticks.unmatched) - _SHOWN} more")
