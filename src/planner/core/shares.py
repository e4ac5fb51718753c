"""What a number is made of, to the last tenth."""

from collections.abc import Iterable, Mapping
from math import floor, fsum
from typing import Literal

from msgspec import Struct

from planner.core.catalogue import Axes
from planner.core.curriculum import Area
from planner.core.skill import Skill
from planner.core.tally import FULL, STUDY_CAP

Source = Literal["claim", "study", "practice"]


class Share(Struct, frozen=True):
    """One source of a number: what is said to be known, or what a resource brought."""

    source: Source
    of: str
    """Id of the competency for a claim, of the resource for the others."""
    points: float
    """Its part of the number, in the number's own points."""


def of_competency(skill: Skill, claims: Mapping[str, float], competency: str) -> tuple[Share, ...]:
    """Return the shares of one competency's mastery; they sum to it.

    Study is shared in proportion to study points, practice likewise, within what counts.
    """
    claim = claims.get(competency, 0.0)
    study = min(STUDY_CAP, skill.tally.study.get(competency, 0.0))
    practice = min(FULL - study, skill.tally.practice.get(competency, 0.0))
    left = (FULL - claim) / FULL
    shares = [Share("claim", competency, claim)] if claim else []
    grounds = skill.tally.on(competency).values()
    shares += _split("study", [(each.study, each.read_in) for each in grounds], study * left)
    shares += _split("practice", [(each.practice, each.practised_in) for each in grounds], practice * left)
    return tuple(shares)


def of_area(skill: Skill, claims: Mapping[str, float], axes: Axes, area: Area) -> tuple[Share, ...]:
    """Return the shares of an area's number, the largest first; they sum to it."""
    sums: dict[tuple[Source, str], float] = {}
    for competency in axes.weights:
        if axes.areas[competency] == area:
            for share in of_competency(skill, claims, competency):
                key = (share.source, share.of)
                sums[key] = sums.get(key, 0.0) + share.points * axes.share(competency)
    shares = (Share(source, of, points) for (source, of), points in sums.items())
    return tuple(sorted(shares, key=lambda share: (-share.points, share.source, share.of)))


def tenths(values: Iterable[float]) -> tuple[float, ...]:
    """Return the values to one decimal so that the printed column adds up to its printed sum.

    Largest remainder: all are cut, and what is missing goes to those that lost most.
    """
    exact = [value * 10 for value in values]
    cut = [floor(value) for value in exact]
    missing = round(fsum(exact)) - sum(cut)
    most_lost = sorted(range(len(cut)), key=lambda index: (cut[index] - exact[index], index))
    for index in most_lost[:missing]:
        cut[index] += 1
    return tuple(value / 10 for value in cut)


def _split(source: Source, contributions: list[tuple[float, str]], total: float) -> list[Share]:
    points = fsum(each for each, _ in contributions)
    return [Share(source, of, total * each / points) for each, of in contributions if each > 0]
