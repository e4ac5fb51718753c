"""What is different between two paths."""

from msgspec import Struct

from planner.core.learning_path import LearningPath


class Difference(Struct, frozen=True):
    """From one path to another; ids in the order of the path that has them."""

    kept: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    moved: tuple[str, ...]
    """Items of both that come earlier or later among those of both; as few as explain the new order."""
    hours: float
    """Hours that the other path is longer; below 0 where it is shorter."""

    @property
    def is_nothing(self) -> bool:
        """Whether both are the same path."""
        return not (self.added or self.dropped or self.moved)


def difference(old: LearningPath, new: LearningPath) -> Difference:
    """Return how to get from one path to another."""
    before, after = [step.id for step in old.steps], [step.id for step in new.steps]
    kept = [each for each in after if each in set(before)]
    rank = {each: place for place, each in enumerate(before)}
    in_place = _longest_rise([rank[each] for each in kept])
    return Difference(
        kept=tuple(kept),
        added=tuple(each for each in after if each not in rank),
        dropped=tuple(each for each in before if each not in set(after)),
        moved=tuple(each for each in kept if rank[each] not in in_place),
        hours=new.hours - old.hours,
    )


def _longest_rise(numbers: list[int]) -> set[int]:
    """Return the members of a longest rising subsequence.

    Source: Fredman, On computing the length of longest increasing subsequences, 1975.
    """
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if tails[middle] < number else (low, middle)
        before[number] = tails[low - 1] if low else None
        tails[low : low + 1] = [number]
    rise: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return rise
