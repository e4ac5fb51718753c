"""From where a person stands to what the chart shows."""

from planner.core.curriculum import Role
from planner.core.skill import Position
from planner.core.standing import Standing
from planner.presentation.chart_figure import WHOLE, Chart, Landmark, Point, Window, zoomed


def chart_of(standing: Standing, *, zoom: bool = False, evidence: bool = False) -> Chart:
    """Return the chart of a person: every role a landmark, the path as their way.

    Zoomed, it shows the way from the person to the end of the leg. With `evidence` it marks where they
    stand on that alone.
    """
    target = standing.stops[-1] if standing.stops else None
    marked = _point(standing.evidence.position) if evidence else None
    return Chart(
        landmarks=[
            Landmark(role.title, role.short or role.title, (role.ml, role.software), _sign(standing, role))
            for role in standing.catalogue.roles.values()
        ],
        you=_point(standing.skill.position),
        route=[_point(step.position) for step in standing.path.steps],
        region=(target.ml, target.software) if target else None,
        trail=[(_point(each.position), f"{each.day:%b}") for each in standing.trail],
        evidence=marked,
        window=_window(standing, marked) if zoom else WHOLE,
    )


def ghost_of(standing: Standing, resource_id: str | None) -> Point | None:
    """Return where a resource would lead; None where it moves nothing on the chart."""
    if resource_id is None or resource_id not in standing.catalogue.resources:
        return None
    moves = standing.price_tag(resource_id).moves
    if not moves.ml and not moves.software:
        return None
    place = standing.skill.position
    return place.ml + moves.ml, place.software + moves.software


def _window(standing: Standing, marked: Point | None) -> Window:
    """Return the window around the person, the end of the leg, and what else is marked."""
    goal = standing.next_stop
    if goal is None:
        return WHOLE
    points = [_point(standing.skill.position), (goal.ml, goal.software)]
    return zoomed(*points, *([marked] if marked else []))


def _point(position: Position) -> Point:
    return position.ml, position.software


def _sign(standing: Standing, role: Role) -> str:
    """Return the star for the target, the flag for the end of the leg before it."""
    if standing.stops and role is standing.stops[-1]:
        return "★"
    is_next = standing.next_stop is not None and role.id == standing.next_stop.id
    return "⚑" if is_next else ""
