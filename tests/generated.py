"""Catalogues made up by chance, of any size: with prerequisites, choices, floors, essentials and groups."""

from collections.abc import Iterator
from random import Random

from builders import competency, curriculum_of, resource
from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS, Area, Competency, Curriculum, Resource, Role

LEVELS = 4
GOAL = "goal"


def generated(size: int, seed: int, competencies: int = 24) -> Catalogue:
    """Return a catalogue of so many resources, and one role that asks for a good part of them."""
    random = Random(seed)
    things = list(_competencies(random, competencies))
    resources = list(resources_of(random, size, [each.id for each in things]))
    role = _role(random, things, resources)
    curricula: list[Curriculum] = []
    for area in AREAS:
        mine = [each for each in things if each.area == area]
        curricula.append(curriculum_of(*mine, name=area))
    return Catalogue((*curricula, curriculum_of(*resources, role, name="all")))


def _competencies(random: Random, count: int) -> Iterator[Competency]:
    areas: tuple[Area, ...] = ("software", "software", "ml", "ml", "software", "domain")
    for number in range(count):
        yield competency(f"c{number:02}", areas[number % len(areas)], random.choice((0.1, 0.2, 0.3)))


def resources_of(random: Random, size: int, taught: list[str]) -> Iterator[Resource]:
    """Go through so many resources that teach these competencies."""
    topics = [(each, random.choice(taught)) for each in taught for _ in range(max(2, size // 500))]
    before: dict[tuple[int, int], list[str]] = {}
    levels = sorted(random.choices(range(LEVELS), (35, 30, 20, 15), k=size))
    for number, level in enumerate(levels):
        topic = random.randrange(len(topics))
        main, second = topics[topic]
        points = {main: float(random.choice((3, 4, 6, 8, 10, 14, 20)))}
        if random.random() < 0.5:
            points[second] = points.get(second, 0.0) + random.choice((2, 3, 4, 6))
        hours = sum(points.values()) * (0.8 + 0.3 * level) * random.lognormvariate(0, 0.45)
        name = f"r{number:05}"
        requires = {random.choice(pool) for down in (1, 2) if (pool := before.get((level - down, topic)))}
        yield resource(
            name,
            points,
            max(0.5, round(hours * 2) / 2),
            level=min(3, level + 1),
            practice=random.choice((0.0, 0.0, 0.3, 0.5, 1.0)),
            requires=tuple(sorted(requires)) if random.random() < 0.7 else (),
            choice=f"choice-{topic}-{level}" if random.random() < 0.08 else "",
        )
        before.setdefault((level, topic), []).append(name)


def _role(random: Random, things: list[Competency], resources: list[Resource]) -> Role:
    names = [each.id for each in resources]
    return Role(
        GOAL,
        "Goal",
        ml=random.choice((50, 60, 68)),
        software=random.choice((55, 63, 75)),
        domain=random.choice((25, 40)),
        essential=tuple(random.sample(names, 3)),
        one_of=tuple(tuple(random.sample(names, 3)) for _ in range(3)),
        typical={each.id: random.choice((0, 40, 60, 80)) for each in things if each.area != "domain"},
    )
