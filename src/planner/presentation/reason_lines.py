"""Why an item is on the path, in words."""

from planner.core.reasons import Explanation, Reason
from planner.core.standing import Standing
from planner.presentation.figures import AREA_TITLES, count
from planner.presentation.lines import Line, line, wrap

_MOST_OPENED = 2


def draw(standing: Standing, resource_id: str, width: int) -> tuple[Line, ...]:
    """Return why an item is on the path and why there; nothing for what is not on it."""
    explanation = standing.explain(resource_id)
    if explanation is None:
        return ()
    place = list(standing.steps).index(resource_id) + 1
    head = f"on your path: {place} of {len(standing.steps)}, {now(standing, explanation)}"
    lines = [line((text, "dim")) for text in wrap(head, width)]
    for said in served(standing, explanation):
        first, *rest = wrap(said, width - 2)
        lines += [line(f"· {first}"), *(line(f"  {each}") for each in rest)]
    return tuple(lines)


def now(standing: Standing, explanation: Explanation) -> str:
    """Return why an item comes where it does."""
    because = standing.catalogue.resources.get(explanation.because_of)
    title = because.title if because else ""
    return {
        "doing": "first, because you are doing it",
        "moved": "here, because you moved it",
        "opens next": f"here, because it opens {title}",
        "practice": f"here, to practise {title} while it is fresh",
        "software first": "here, because software comes first",
        "next best": "here, because it moves you most for its hours",
    }[explanation.now]


def served(standing: Standing, explanation: Explanation) -> tuple[str, ...]:
    """Return what an item is good for, one sentence each."""
    opened = [each for each in explanation.reasons if each.serves == "opens"]
    said = [_said(standing, each) for each in explanation.reasons if each.serves != "opens"]
    if opened:
        titles = [standing.catalogue.resources[each.of].title for each in opened[:_MOST_OPENED]]
        more = f" and {count(len(opened) - _MOST_OPENED, 'more item')}" if len(opened) > _MOST_OPENED else ""
        said.append(f"opens {', '.join(titles)}{more}")
    return tuple(said)


def _said(standing: Standing, reason: Reason) -> str:
    catalogue = standing.catalogue
    if reason.serves == "pin":
        return "you want it on your path"
    if reason.serves == "essential":
        return f"essential for {catalogue.roles[reason.of].title}"
    if reason.serves == "one of":
        return f"one of those that {catalogue.roles[reason.of].title} asks for"
    if reason.serves == "floor":
        title = catalogue.competencies[reason.of].title
        return f"lifts {title}, at {reason.have:.0f} of the {reason.need:.0f} that no hole is below"
    area = next(each for each in AREA_TITLES if each == reason.of)
    return f"moves {AREA_TITLES[area]}, at {reason.have:.0f} of {reason.need:.0f} by then"
