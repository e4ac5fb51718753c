"""Write docs/paths.md: the path from each title, as advice to be read aloud."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from planner.core.learning_path import Leg
from planner.core.marking import NO_TITLE, Answers, set_up
from planner.core.profile import Profile
from planner.core.standing import Standing
from planner.presentation.figures import count, hours, moved
from planner.storage import curricula

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "paths.md"
SHOWN = 15
DAY = date(2026, 1, 1)
INTRODUCTION = """\
# Paths

What planner advises someone of each title, at the start, with the domain *finance and fraud*: the first
{shown} items of each leg. Written by `make paths`; a test holds it equal to what the program computes.
"""


def text() -> str:
    """Return the page as the program sees it today."""
    catalogue = curricula.load(ROOT / "curricula", None).catalogue
    blocks = [INTRODUCTION.format(shown=SHOWN)]
    for title in (*catalogue.roles, NO_TITLE):
        profile = Profile("paths")
        entries = set_up(catalogue, profile, Answers(title, 8, "finance-fraud"))
        standing = Standing(catalogue, profile.with_entries(entries), DAY)
        name = catalogue.roles[title].title if title in catalogue.roles else "None of these yet"
        blocks.append("\n".join([f"## {name}", "", *_path(standing)]))
    return "\n".join(blocks)


def _path(standing: Standing) -> Iterator[str]:
    resources = standing.catalogue.resources
    path = standing.refined
    practice = sum(step.hours * resources[step.id].practice for step in path.steps) / path.hours
    yield f"{count(len(path.steps), 'item')}, {hours(path.hours)}, {practice:.0%} of them practice."
    yield ""
    for leg in path.legs:
        yield from _leg(standing, leg)


def _leg(standing: Standing, leg: Leg) -> Iterator[str]:
    role = standing.catalogue.roles[leg.target]
    yield f"**To {role.title}**: {count(len(leg.steps), 'item')}, {hours(leg.hours)}"
    yield ""
    for number, step in enumerate(leg.steps[:SHOWN], start=1):
        resource = standing.catalogue.resources[step.id]
        competency = standing.catalogue.competencies[step.competency].title
        before, after = step.mastery
        what_for = f"{moved(step.gain, 2)}; {competency} {before:.0f} → {after:.0f}"
        yield f"{number}. {resource.title} ({hours(step.hours)}; {what_for})"
    if len(leg.steps) > SHOWN:
        yield f"\n… and {len(leg.steps) - SHOWN} more."
    yield ""


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(FILE.relative_to(ROOT))
