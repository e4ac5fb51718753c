"""Write into docs/model.md how far positions move when the weights do."""

from collections.abc import Mapping
from datetime import date
from math import hypot
from pathlib import Path
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Area
from planner.core.marking import Answers, set_up
from planner.core.profile import Profile
from planner.core.skill import place
from planner.core.standing import Standing
from planner.core.target import nearest_roles
from planner.presentation.figures import AREA_TITLES
from planner.storage import curricula

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "model.md"
BEGIN, END = "<!-- sensitivity: begin -->", "<!-- sensitivity: end -->"
DRAWS, SEED, MOST = 400, 20211030, 0.2
DOMAIN = "finance-fraud"
DAY = date(2026, 1, 1)
HALF_WAY = "data-scientist"


class Sensitivity(NamedTuple):
    """How far a position moves when the weights do."""

    usual: Mapping[Area, float]
    """By area: nineteen of twenty times it is less."""
    farthest: float
    """The farthest on the chart."""
    another: float
    """Share of the draws (0-1) in which another title was the nearest."""


def text() -> str:
    """Return the page with the table as it should be."""
    before, _, rest = FILE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    table = "\n".join(_table())
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"


def shaken(catalogue: Catalogue, random: Random) -> Catalogue:
    """Return the catalogue with every weight multiplied by a factor of its own."""
    return Catalogue(
        tuple(
            replace(
                each,
                competencies=tuple(
                    replace(one, weight=one.weight * random.uniform(1 - MOST, 1 + MOST))
                    for one in each.competencies
                ),
            )
            for each in catalogue.curricula
        )
    )


def sensitivity(standing: Standing, others: list[Catalogue]) -> Sensitivity:
    """Return how far someone moves under these catalogues."""
    here, mastered = standing.skill.position, standing.skill.mastery
    moved = [place(mastered, each.axes(DOMAIN)) for each in others]
    usual = {
        area: sorted(abs(each.of(area) - here.of(area)) for each in moved)[round(0.95 * len(moved)) - 1]
        for area in AREAS
    }
    nearest = [nearest_roles(standing.catalogue, each)[0][0].id for each in moved]
    another = sum(each != standing.nearest[0][0].id for each in nearest) / len(moved)
    farthest = max(hypot(each.ml - here.ml, each.software - here.software) for each in moved)
    return Sensitivity(usual, farthest, another)


def _table() -> list[str]:
    catalogue = curricula.load(ROOT / "curricula", None).catalogue
    random = Random(SEED)  # noqa: S311 - no secret is at stake
    others = [shaken(catalogue, random) for _ in range(DRAWS)]
    areas = " | ".join(AREA_TITLES[area] for area in AREAS)
    lines = [f"| who | {areas} | farthest | another title |", "|---|--:|--:|--:|--:|--:|"]
    for name, standing in _people(catalogue):
        found, here = sensitivity(standing, others), standing.skill.position
        moved = " | ".join(f"{here.of(area):.1f} ± {found.usual[area]:.1f}" for area in AREAS)
        lines.append(f"| {name} | {moved} | {found.farthest:.1f} | {found.another:.0%} |")
    return lines


def _people(catalogue: Catalogue) -> list[tuple[str, Standing]]:
    people = [(role.title, _standing(catalogue, role.id)) for role in catalogue.roles.values()]
    begun = _standing(catalogue, HALF_WAY)
    steps = begun.path.steps
    done = {("progress", step.id): {"status": "done"} for step in steps[: len(steps) // 2]}
    half_way = replace(begun, profile=begun.profile.with_entries(done))
    return [*people, (f"{catalogue.roles[HALF_WAY].title}, half-way", half_way)]


def _standing(catalogue: Catalogue, title: str) -> Standing:
    profile = Profile("model")
    entries = set_up(catalogue, profile, Answers(title, 8, DOMAIN))
    return Standing(catalogue, profile.with_entries(entries), DAY)


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(FILE.relative_to(ROOT))
