"""What is presumed known because of a claim, resource by resource."""

from collections.abc import Collection, Sequence

from planner.core.prerequisites import PRESUMED_FROM
from planner.core.standing import Standing
from planner.presentation.figures import count, hours
from planner.presentation.lines import PLAIN, Line, crop, fit, fit_right, line

_ROOMY = 90


def presumed(standing: Standing) -> Sequence[str]:
    """Return the resources that claims make superfluous, those of one competency together."""
    resources, order = standing.catalogue.resources, list(standing.catalogue.competencies)
    return sorted(
        standing.ground.presumed, key=lambda each: (order.index(resources[each].main_competency), each)
    )


def draw(standing: Standing, resource_id: str, width: int, *, overruled: bool) -> Line:
    """Return one of them, with the claim that it follows from; overruled, it goes into the path."""
    resource = standing.catalogue.resources[resource_id]
    competency = standing.catalogue.competencies[resource.main_competency]
    claim = standing.profile.claims.get(competency.id, 0.0)
    because = f"you claim {claim:.0f}, {PRESUMED_FROM[resource.level]:.0f} is enough: {competency.title}"
    if width < _ROOMY:
        because = f"you claim {claim:.0f}"
    room = width // 2 if width >= _ROOMY else width - 28
    said = "into the path" if overruled else because
    glyph, style = ("○", "state-ready") if overruled else ("≈", "state-presumed")
    return line(
        (f" {glyph} ", style),
        (fit(resource.title, room), style),
        (fit_right(hours(resource.hours), 7), "dim"),
        (f"  {crop(said, width - room - 12)}", "good" if overruled else "dim"),
    )


def heading(standing: Standing, overruled: Collection[str]) -> Line:
    """Return what the page is about, and how much of it was overruled."""
    said = f"{count(len(standing.ground.presumed), 'resource')} presumed known: your path leaves them out."
    back = f" {len(overruled)} go in." if overruled else ""
    return line((said, PLAIN), (back, "good"))
