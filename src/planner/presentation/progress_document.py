"""The JSON twin of progress, for scripts."""

from planner.core.burn_up import BurnUp, Reach
from planner.core.history import Spent
from planner.core.software_first import SoftwareFirst
from planner.core.standing import Standing
from planner.presentation.documents import FORMAT
from planner.presentation.progress_shapes import (
    BurnUpShape,
    ProgressShape,
    ReachShape,
    SoftwareFirstShape,
    SpentShape,
)


def document(standing: Standing) -> ProgressShape:
    """Return what was studied until today, and what is left; weeks and days without study are left out."""
    history = standing.history
    return {
        "format": FORMAT,
        "hours_per_week": standing.hours_per_week,
        "total": _spent(history.total),
        "streak": history.streak,
        "longest_streak": history.longest_streak,
        "weeks": [
            {
                "monday": week.monday.isoformat(),
                "hours": _spent(week.spent),
                "finished": [each.resource.id for each in week.finished],
            }
            for week in history.weeks.values()
        ],
        "days": [{"day": day.isoformat(), "hours": _spent(spent)} for day, spent in history.days.items()],
        "finished": [{"id": each.resource.id, "day": each.day.isoformat()} for each in history.finished],
        "burn_up": _burn_up(standing.burn_up),
        "software_first": _software_first(standing.software_first) if standing.software_first else None,
    }


def _spent(spent: Spent) -> SpentShape:
    return {
        "all": round(spent.hours, 2),
        "software": round(spent.software, 2),
        "ml": round(spent.ml, 2),
        "domain": round(spent.domain, 2),
        "other": round(spent.other, 2),
    }


def _burn_up(found: BurnUp) -> BurnUpShape:
    return {
        "done": round(found.done, 2),
        "total": round(found.total, 2),
        "weeks": found.weeks,
        "points": [{"day": day.isoformat(), "hours": round(done, 2)} for day, done in found.points],
        "ahead": [_reach(each) for each in found.ahead],
        "flags": [{"role": each.role, **_reach(each.reach)} for each in found.flags],
    }


def _reach(reach: Reach) -> ReachShape:
    return {
        "hours": round(reach.hours, 2),
        "even": reach.even.isoformat(),
        "likely": reach.likely.isoformat(),
    }


def _software_first(rule: SoftwareFirst) -> SoftwareFirstShape:
    return {
        "level": rule.level,
        "software": round(rule.software, 2),
        "share": round(rule.share, 4),
        "holds": rule.holds,
        "kept": rule.is_kept,
        "owed": round(rule.owed, 2),
    }
