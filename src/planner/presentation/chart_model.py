"""From where a person stands to what the chart shows."""

from planner.core.curriculum import Role
from planner.core.standing import Standing
from planner.presentation.chart import WHOLE, Chart, Landmark, zoomed


def chart_of(standing: Standing, *, zoom: bool = False) -> Chart:
    """Return the chart of a person: every role a landmark, the path as their way.

    Zoomed, it shows the way from the person to the end of the leg.
    """
    place = standing.skill.position
    target = standing.stops[-1] if standing.stops else None
    goal = standing.next_stop
    return Chart(
        landmarks=[
            Landmark(role.title, role.short or role.title, (role.ml, role.software), _sign(standing, role))
            for role in standing.catalogue.roles.values()
        ],
        you=(place.ml, place.software),
        route=[(step.position.ml, step.position.software) for step in standing.path.steps],
        region=(target.ml, target.software) if target else None,
        window=zoomed((place.ml, place.software), (goal.ml, goal.software)) if zoom and goal else WHOLE,
    )


def _sign(standing: Standing, role: Role) -> str:
    """Return the star for the target, the flag for the end of the leg before it."""
    if standing.stops and role is standing.stops[-1]:
        return "★"
    is_next = standing.next_stop is not None and role.id == standing.next_stop.id
    return "⚑" if is_next else ""
