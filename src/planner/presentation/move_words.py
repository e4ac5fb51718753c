"""What is said about moving, pinning and freeing an item of the path."""

from planner.core.learning_path import Leg
from planner.core.own_order import Refusal, is_software_first
from planner.core.standing import Standing

NOT_ON_PATH = "It is not on your path; p pins it there."


def refused(standing: Standing, resource_id: str, by: int, refusal: Refusal) -> str:
    """Return why an item stays where it is."""
    if refusal.why == "edge":
        return f"It is the {'first' if by < 0 else 'last'} of its leg."
    title, other = (standing.catalogue.resources[each].title for each in (resource_id, refusal.other))
    if refusal.why == "needs":
        return f"It stays: it needs {other} first."
    if refusal.why == "needed":
        return f"It stays: {other} needs it first."
    first = title if by > 0 else other
    return f"It stays: what you are doing comes first, and {first} belongs to that."


def moved(before: Standing, after: Standing, resource_id: str) -> str:
    """Return where an item is now, and what that means for software first."""
    number, leg = leg_of(after, resource_id)
    place = [step.id for step in leg.steps].index(resource_id) + 1
    said = f"now {place} of {len(leg.steps)} on the way to {after.catalogue.roles[leg.target].title}"
    if _is_software_first(before, number) and not _is_software_first(after, number):
        return f"{said}; software no longer comes first, the order is yours"
    return said


def leg_of(standing: Standing, resource_id: str) -> tuple[int, Leg]:
    """Return the leg that an item of the path belongs to, with its number, counted from 0."""
    legs = enumerate(standing.path.legs)
    return next((number, leg) for number, leg in legs if any(step.id == resource_id for step in leg.steps))


def pinned(before: Standing, resource_id: str) -> str:
    """Return what a pin does that has just been set."""
    if resource_id in before.ground.held:
        return "It is done already: your path stays as it is."
    if resource_id in before.ground.skipped:
        return "You skipped it: x lets it back in."
    if resource_id in before.steps:
        return "It is on your path already, and stays there."
    return "Looking for the shortest path with it."


def freed(before: Standing, after: Standing, resource_id: str) -> str:
    """Return what taking a pin out does."""
    if resource_id in before.steps and resource_id not in after.steps:
        return "Looking for the shortest path without the need for it."
    return "Your path stays as it is."


def _is_software_first(standing: Standing, number: int) -> bool:
    before = standing.path.legs[number - 1].steps if number else ()
    start = before[-1].position if before else standing.skill.position
    return is_software_first(standing.catalogue, standing.path.legs[number], start.software)
