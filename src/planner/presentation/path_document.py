"""The learning path as a JSON document, for scripts."""

from datetime import date

from planner.core.difference import difference
from planner.core.learning_path import Leg, Step
from planner.core.schedule import Span
from planner.core.standing import Standing
from planner.core.target import Shortfall
from planner.presentation.documents import FORMAT, place
from planner.presentation.path_shapes import DifferenceShape, LegShape, PathShape, ShortfallShape, StepShape


def path(standing: Standing, start: date) -> PathShape:
    """Return the learning path with its dates."""
    found = standing.path
    return {
        "format": FORMAT,
        "hours": round(found.hours, 2),
        "cost": round(found.cost, 2),
        "reached": found.reached,
        "within": standing.within,
        "adopted": standing.adopted is not None,
        "legs": [_leg(standing, leg, start) for leg in found.legs],
    }


def what_if(standing: Standing, other: Standing, start: date) -> PathShape:
    """Return another path with its dates, and what is different in it."""
    return {**path(other, start), "difference": _difference(standing, other)}


def _difference(standing: Standing, other: Standing) -> DifferenceShape:
    found = difference(standing.path, other.path)
    return {
        "hours": round(found.hours, 2),
        "added": list(found.added),
        "dropped": list(found.dropped),
        "moved": list(found.moved),
        "kept": list(found.kept),
    }


def _leg(standing: Standing, leg: Leg, start: date) -> LegShape:
    spans = standing.spans_from(start)
    return {
        "target": leg.target,
        "hours": round(leg.hours, 2),
        "cost": round(leg.cost, 2),
        "short": [_shortfall(each) for each in leg.short],
        "chapters": [
            {"items": list(each.ids), "hours": round(each.hours, 2), "shows": each.shows}
            for each in standing.chapters[leg.target]
        ],
        "items": [_step(standing, step, spans[step.id]) for step in leg.steps],
    }


def _shortfall(short: Shortfall) -> ShortfallShape:
    return {"what": short.what, "of": short.of, "have": short.have, "need": short.need}


def _step(standing: Standing, step: Step, span: Span) -> StepShape:
    explanation = standing.explain(step.id)
    milestones = standing.milestones.get(step.id, ())
    reasons = explanation.reasons if explanation else ()
    return {
        "id": step.id,
        "hours": round(step.hours, 2),
        "start": span.start.isoformat(),
        "finish": span.finish.isoformat(),
        "position": place(step.position),
        "flags": [{"kind": each.kind, "role": each.role or None} for each in milestones],
        "why": [{"serves": each.serves, "of": each.of} for each in reasons],
        "now": explanation.now if explanation else None,
    }
