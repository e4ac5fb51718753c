"""The JSON twins of the reports, for scripts. Their shapes are promised: `format` counts them."""

from collections.abc import Mapping, Sequence

from planner.core.curriculum import AREAS, Resource
from planner.core.problem import Problem, Remark
from planner.core.shares import Share, of_area, of_competency, tenths
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.core.tonight import Suggestion
from planner.presentation.shapes import (
    ChartShape,
    CheckShape,
    ClaimShape,
    ForecastShape,
    Format,
    ListShape,
    NextShape,
    PlaceShape,
    ResourceShape,
    ShowShape,
    StatusShape,
    SuggestionShape,
    WhereShape,
    WhyShape,
)

FORMAT: Format = 1


def status(standing: Standing) -> StatusShape:
    """Return where a person stands."""
    settings = standing.profile.settings
    return {
        "format": FORMAT,
        "position": place(standing.skill.position),
        "evidence": place(standing.evidence.position),
        "title": settings.title,
        "target": standing.stops[-1].id if standing.stops else None,
        "domain": settings.domain,
        "hours_per_week": standing.hours_per_week,
        "nearest": [
            {"role": role.id, "title": role.title, "distance": round(distance, 2)}
            for role, distance in standing.nearest
        ],
        "hours": round(standing.path.hours, 2),
        "reached": not standing.path.legs and bool(standing.stops),
        "forecast": _forecast(standing) if standing.path.legs else None,
        "presumed": sorted(standing.ground.presumed),
    }


def _forecast(standing: Standing) -> ForecastShape:
    found = standing.forecast
    return {"even": found.even.isoformat(), "likely": found.likely.isoformat(), "weeks": found.weeks}


def resources(standing: Standing, listed: Sequence[Resource]) -> ListShape:
    """Return these resources."""
    return {"format": FORMAT, "resources": [_resource(standing, each) for each in listed]}


def resource(standing: Standing, shown: Resource) -> ShowShape:
    """Return everything about one resource."""
    tag = standing.price_tag(shown.id)
    progress = standing.profile.progress_of(shown)
    return {
        "format": FORMAT,
        **_resource(standing, shown),
        "authors": list(shown.authors),
        "year": shown.year,
        "why": shown.why,
        "teaches": dict(shown.teaches),
        "practice": shown.practice,
        "parts": shown.parts,
        "ticked": progress.parts,
        "note": standing.profile.note_of(shown),
        "pinned": shown.id in standing.profile.pins,
        "missing": list(standing.missing(shown)),
        "opens": list(standing.catalogue.opens[shown.id]),
        "price": {"moves": place(tag.moves), "hours": round(tag.hours, 2), "items": list(tag.items)},
    }


def why(standing: Standing, name: str) -> WhyShape | None:
    """Return what a number is made of; None for a name that is no number."""
    area = next((each for each in AREAS if each == name), None)
    claims = standing.profile.claims
    if area is not None:
        value = standing.skill.position.of(area)
        shares: Sequence[Share] = of_area(standing.skill, claims, standing.axes, area)
    elif name in standing.catalogue.competencies:
        value = standing.skill.mastery[name]
        shares = of_competency(standing.skill, claims, name)
    else:
        return None
    printed = tenths([share.points for share in shares])
    return {
        "format": FORMAT,
        "of": name,
        "value": value,
        "shares": [
            {"source": share.source, "of": share.of, "points": share.points, "printed": tenth}
            for share, tenth in zip(shares, printed, strict=True)
        ],
    }


def suggestions(shown: Sequence[Suggestion]) -> NextShape:
    """Return what to do now."""
    return {"format": FORMAT, "next": [_suggestion(each) for each in shown]}


def chart(standing: Standing) -> ChartShape:
    """Return where everything stands on the chart."""
    roles = standing.catalogue.roles.values()
    return {
        "format": FORMAT,
        "position": place(standing.skill.position),
        "evidence": place(standing.evidence.position),
        "target": standing.stops[-1].id if standing.stops else None,
        "landmarks": [
            {"role": each.id, "title": each.title, "ml": each.ml, "software": each.software} for each in roles
        ],
        "route": [place(step.position) for step in standing.path.steps],
    }


def claims(standing: Standing) -> ClaimShape:
    """Return every competency with its claim."""
    return {
        "format": FORMAT,
        "claims": [
            {
                "competency": each.id,
                "title": each.title,
                "area": each.area,
                "claim": standing.profile.claims.get(each.id, 0.0),
                "mastery": standing.skill.mastery[each.id],
            }
            for each in standing.catalogue.competencies.values()
        ],
    }


def where(places: Mapping[str, str]) -> WhereShape:
    """Return where planner keeps what."""
    return {
        "format": FORMAT,
        "profile": places["profile"],
        "curricula": places["curricula"],
        "own curricula": places["own curricula"],
        "config": places["config"],
        "state": places["state"],
    }


def check(files: int, resources_: int, problems: Sequence[Problem], remarks: Sequence[Remark]) -> CheckShape:
    """Return what was found in curricula."""
    return {
        "format": FORMAT,
        "files": files,
        "resources": resources_,
        "problems": [
            {"file": each.file, "line": each.line, "key": each.key, "reason": each.reason}
            for each in problems
        ],
        "advice": [
            {
                "file": each.where.file,
                "line": each.where.line,
                "key": each.where.key,
                "code": each.code,
                "reason": each.where.reason,
            }
            for each in remarks
        ],
    }


def place(of: Position) -> PlaceShape:
    """Return a position, or how far something moves it."""
    return {"ml": of.ml, "software": of.software, "domain": of.domain}


def _suggestion(each: Suggestion) -> SuggestionShape:
    return {
        "id": each.resource.id,
        "title": each.resource.title,
        "mood": each.mood,
        "hours": round(each.hours, 2),
        "part": each.part,
        "parts": each.resource.parts,
        "moves": place(each.gain),
        "competency": each.competency,
        "mastery": [round(value, 2) for value in each.mastery],
        "url": each.resource.url,
    }


def _resource(standing: Standing, shown: Resource) -> ResourceShape:
    return {
        "id": shown.id,
        "title": shown.title,
        "area": standing.catalogue.area_of(shown),
        "competency": shown.main_competency,
        "kind": shown.kind,
        "cost": shown.cost,
        "level": shown.level,
        "hours": shown.hours,
        "left": round(standing.remaining_hours(shown), 2),
        "url": shown.url,
        "state": standing.state_of(shown),
        "on_path": shown.id in standing.steps,
        "requires": list(shown.requires),
    }
