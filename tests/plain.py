"""The plain way to cover a program, to which every quicker one is held."""

from planner.core.cover import Cover
from planner.core.program import Program
from planner.core.rate import PLAIN_TASTE, Rate, Taste


def plain_cover(program: Program) -> Cover:
    """Return a cover found the plain way, which takes seconds where there are thousands of items."""
    cover = Cover(program)
    cover.take_what_must_be(program.costs)
    take_plainly(cover)
    cover.drop_superfluous()
    return cover


def take_plainly(cover: Cover, among: frozenset[int] | None = None, taste: Taste = PLAIN_TASTE) -> None:
    """Price all items, take the best, and again, until nothing is short or nothing helps."""
    rate = Rate(cover, taste)
    items = range(len(cover.program.costs)) if among is None else sorted(among)
    while cover.is_short:
        value, best = max(((rate.of(cover.addition(each)), -each) for each in items), default=(0.0, 0))
        if value <= 0.0:
            break
        cover.take(cover.addition(-best))
