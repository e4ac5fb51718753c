"""The curriculum as CSV: one row per resource, as a spreadsheet reads it."""

import csv
from io import StringIO

from planner.core.curriculum import Resource
from planner.core.standing import Standing
from planner.core.text import clean

COLUMNS = (
    "id", "title", "area", "competency", "kind", "cost", "level", "hours", "left", "state", "parts", "ticked",
    "minutes", "started", "finished", "on_path", "start", "finish", "requires", "url", "note",
)  # fmt: skip
"""What the columns are called. Days are written as 2026-11-23; `requires` holds ids separated by spaces."""
_FORMULA = ("=", "+", "-", "@")


def rows_of(standing: Standing) -> str:
    """Return a header and one row per resource, in the order of the files, as RFC 4180 has it."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for resource in standing.catalogue.resources.values():
        writer.writerow(map(_cell, _row(standing, resource)))
    return text.getvalue()


def _row(standing: Standing, resource: Resource) -> tuple[object, ...]:
    profile, progress = standing.profile, standing.profile.progress_of(resource)
    span = standing.spans.get(resource.id)
    return (
        *(resource.id, resource.title, standing.catalogue.area_of(resource), resource.main_competency),
        *(resource.kind, resource.cost, resource.level, resource.hours),
        *(round(standing.remaining_hours(resource), 2), standing.state_of(resource)),
        *(resource.parts, progress.parts, profile.minutes_of(resource), progress.started, progress.finished),
        "yes" if span else "no",
        *((span.start, span.finish) if span else (None, None)),
        *(" ".join(resource.requires), resource.url, profile.note_of(resource)),
    )


def _cell(value: object) -> object:
    """Return a value as a spreadsheet may have it: text that looks like a formula gets a quote before it."""
    if isinstance(value, float):
        return f"{value:g}"
    if not isinstance(value, str):
        return value
    shown = clean(value, len(value), newlines=True)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
