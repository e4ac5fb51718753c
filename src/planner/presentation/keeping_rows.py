"""What an import would bring, and what there is to restore."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from planner.core.disagreement import Disagreement
from planner.core.former import Former
from planner.core.profile import Entry
from planner.core.text import clean
from planner.presentation.documents import FORMAT
from planner.presentation.figures import count
from planner.presentation.lines import Line, cells, fit, fit_right, line, wrap
from planner.presentation.shapes import RestoreShape

_SHOWN = 20
_NAME = 40
_TABLES = {"settings": "setting", "claims": "claim", "progress": "progress", "notes": "note", "pins": "pin"}
_REASONS = {
    "save": "hourly",
    "bulk": "before much at once",
    "import": "before an import",
    "migration": "before the format changed",
    "merge": "before copies were merged",
    "restore": "before a restore",
    "conflict-copy": "a copy by file sync",
    "rescue": "what could not be saved",
    "seen": "as planner saw it last",
}


def draw_differences(different: Sequence[Disagreement], width: int) -> tuple[Line, ...]:
    """Return what another profile says, and what ours says instead where it does."""
    lines = []
    shown = different[:_SHOWN]
    column = min(_NAME, width // 3, max((cells(clean(each.key[1])) for each in shown), default=0))
    for each in shown:
        table, name = each.key
        instead = f", here: {_said(table, each.ours)}" if each.ours else ""
        rows = wrap(f"{_said(table, each.theirs)}{instead}", max(10, width - column - 12))
        for at, row in enumerate(rows):
            labels = ("", "") if at else (_TABLES.get(table, table), name)
            lines.append(line((fit(clean(labels[0]), 10), "dim"), fit(clean(labels[1]), column), f"  {row}"))
    if len(different) > _SHOWN:
        lines.append(line((f"and {count(len(different) - _SHOWN, 'more difference')}", "dim")))
    return tuple(lines)


def draw_former(backups: Sequence[Former]) -> tuple[Line, ...]:
    """Return one line per backup: its number, when, how many marks, what differs from now, why."""
    if not backups:
        return (line("There are no backups yet."),)
    return tuple(
        line(
            (fit_right(str(each.number), 3), "strong"),
            f"  {each.taken:%Y-%m-%d %H:%M}",
            f"  {fit_right(_marks(each), 12)}  {fit(_compared(each), 18)}",
            (f"  {_REASONS.get(each.reason, each.reason)}", "dim"),
        )
        for each in backups
    )


def draw_choice(each: Former, now: datetime) -> Line:
    """Return one backup as one chooses it: when, how many marks, what differs from now, why."""
    return line(
        f" {fit(moment(each.taken, now), 21)}{fit_right(_marks(each), 10)}  {fit(_changes(each), 10)}",
        (f"  {_REASONS.get(each.reason, each.reason)}", "dim"),
    )


def draw_sample(each: Former, width: int) -> tuple[Line, ...]:
    """Return what a backup says that now is not so; where now is damaged, what it says."""
    if each.marks is None:
        return (line(("This backup is damaged: choose another one.", "bad")),)
    if each.differing == 0:
        return (line(("Nothing differs from now.", "dim")),)
    what = "What it says" if each.differing is None else "What differs from now"
    more = (each.differing or 0) - len(each.sample)
    rest = (line((f"and {count(more, 'more difference')}", "dim")),) if more > 0 else ()
    heading = line((f"{what}, the latest first", "dim"))
    return (heading, *draw_differences(each.sample, width), *rest)


def moment(then: datetime, now: datetime) -> str:
    """Return a moment that was, as people say it: `today 19:02`."""
    days = now.date() - then.date()
    if days <= timedelta(0):
        return f"today {then:%H:%M}"
    if days == timedelta(1):
        return f"yesterday {then:%H:%M}"
    year = "" if then.year == now.year else f" {then.year}"
    return f"{then:%a} {then.day} {then:%b}{year} {then:%H:%M}"


def document(backups: Sequence[Former]) -> RestoreShape:
    """Return the backups for scripts."""
    return {
        "format": FORMAT,
        "backups": [
            {
                "number": each.number,
                "taken": each.taken.isoformat(timespec="seconds"),
                "reason": each.reason,
                "marks": each.marks,
                "differing": each.differing,
            }
            for each in backups
        ],
    }


def _marks(former: Former) -> str:
    return "damaged" if former.marks is None else f"{former.marks} marked"


def _changes(former: Former) -> str:
    if former.differing is None:
        return ""
    return f"{former.differing:,} differ" if former.differing else "as now"


def _compared(former: Former) -> str:
    if former.differing is None:
        return ""
    return f"{former.differing} differ from now" if former.differing else "the same as now"


def _said(table: str, entry: Entry) -> str:
    """Return what an entry says, in words."""
    if not entry:
        return "nothing"
    if table == "plan":
        return "a path"
    if set(entry) == {"value"}:
        return _word(entry["value"])
    fields = sorted(entry.items(), key=lambda field: field[0] != "status")
    return ", ".join(
        _word(value) if name == "status" else f"{clean(name)} {_word(value)}" for name, value in fields
    )


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else clean(str(value))
