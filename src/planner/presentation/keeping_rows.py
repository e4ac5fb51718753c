"""What an import would bring, and what there is to restore."""

from collections.abc import Sequence
from datetime import date

from planner.core.disagreement import Disagreement
from planner.core.former import Former
from planner.core.profile import Entry
from planner.core.text import clean
from planner.presentation.documents import FORMAT
from planner.presentation.figures import count
from planner.presentation.lines import Line, fit, fit_right, line
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
    "conflict-copy": "a copy that file sync left",
    "rescue": "what could not be saved",
    "seen": "as planner saw it last",
}


def draw_differences(different: Sequence[Disagreement], width: int) -> tuple[Line, ...]:
    """Return what another profile says, and what ours says instead where it does."""
    lines = []
    for each in different[:_SHOWN]:
        table, name = each.key
        instead = f", here: {_said(each.ours)}" if each.ours else ""
        room = max(10, width - _NAME - 11)
        said = fit(f"{_said(each.theirs)}{instead}", room)
        lines.append(
            line((fit(clean(_TABLES.get(table, table)), 10), "dim"), fit(clean(name), _NAME), f" {said}")
        )
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


def _compared(former: Former) -> str:
    if former.differing is None:
        return ""
    return f"{former.differing} differ from now" if former.differing else "the same as now"


def _said(entry: Entry) -> str:
    """Return what an entry says, in words."""
    if not entry:
        return "nothing"
    if set(entry) == {"value"}:
        return _word(entry["value"])
    fields = sorted(entry.items(), key=lambda field: field[0] != "status")
    return ", ".join(
        _word(value) if name == "status" else f"{clean(name)} {_word(value)}" for name, value in fields
    )


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else clean(str(value))
