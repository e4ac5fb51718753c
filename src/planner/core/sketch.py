"""How one stands as soon as something is marked: what that alone shows, before all that follows from it."""

from msgspec.structs import replace

from planner.core.credit import is_held
from planner.core.curriculum import Resource
from planner.core.profile import Profile
from planner.core.standing import Standing


def sketch(before: Standing, profile: Profile, resource: Resource) -> Standing:
    """Return how one stands with another profile as far as it shows on one resource; the rest is as before.

    It costs the same however much there is, where what follows is weighed anew in milliseconds.
    """
    one, ground = frozenset({resource.id}), before.ground
    held = ground.held | one if is_held(resource, profile) else ground.held - one
    is_skipped = profile.progress_of(resource).status == "skipped"
    skipped = (ground.skipped | one if is_skipped else ground.skipped - one) - held
    after = Standing(before.catalogue, profile, before.today)
    vars(after).update(vars(before))
    vars(after)["ground"] = replace(ground, held=held, skipped=skipped)
    return after
