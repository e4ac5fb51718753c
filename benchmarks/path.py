"""How long a path takes to find, and how near it comes to the shortest: shipped and made-up catalogues.

The exact optimum is HiGHS's; where it does not prove one in time, the distance is to its bound.
"""

import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from report import put  # noqa: E402

from builders import bundled, profile_of  # noqa: E402 - the tests' own folder
from generated import GOAL, generated  # noqa: E402
from oracle import optimum  # noqa: E402
from planner.core.catalogue import Catalogue  # noqa: E402
from planner.core.learning_path import LearningPath, find_path, instance_of  # noqa: E402
from planner.core.marking import NO_TITLE, Answers, set_up  # noqa: E402
from planner.core.prerequisites import stand  # noqa: E402
from planner.core.profile import Profile  # noqa: E402
from planner.core.skill import assess  # noqa: E402

SEEDS = 32
SIZES = (300, 3_000, 30_000)
REFINED_UP_TO = 3_000
TIMES = 5
EXACT_WITHIN = 300.0
ONE = 0.01


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out for one person."""

    name: str
    cost: float
    gap: float | None
    """Share above the optimum."""
    first_gap: float | None
    within: float | None
    first: float
    """CPU seconds."""
    refined: float | None


def main() -> None:
    """Measure everything, print it, and keep it in benchmarks/README.md."""
    shipped = list(_shipped())
    usual = list(_usual())
    growth = list(_growth())
    lines = [
        f"{datetime.now().astimezone():%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}.",
        "Times are CPU milliseconds of the whole path; gaps are above the exact optimum; the certificate is",
        "what planner itself proves.",
        "",
        "### The shipped curricula, leg by leg",
        "",
        "| from | to | cost, h | gap | first answer's gap | certificate | first, ms | refined, ms |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(each) for each in shipped),
        "",
        f"### {len(usual)} made-up catalogues of 200 to 300 resources",
        "",
        _summary(usual),
        "",
        "### Growth",
        "",
        "| resources | cost, h | first, ms | growth over n log n | refined, ms | certificate |",
        "|---|---|---|---|---|---|",
        *growth,
    ]
    put(ROOT / "benchmarks" / "README.md", "path", lines)
    print("\n".join(lines))
    missed = list(_missed(shipped, usual))
    print("\n".join(missed))
    raise SystemExit(bool(missed))


def _shipped() -> Iterator[Figures]:
    catalogue = bundled()
    for title in (*catalogue.roles, NO_TITLE):
        profile = profile_of()
        entries = set_up(catalogue, profile, Answers(title, 8, "finance-fraud"))
        profile = profile.with_entries(entries)
        first, first_time = _timed(catalogue, profile, refined=False)
        path, refined_time = _timed(catalogue, profile, refined=True)
        before = profile
        for number, leg in enumerate(path.legs):
            best = _optimum(catalogue, before, leg.target)
            yield Figures(
                f"{title} | {leg.target}",
                leg.cost,
                leg.cost / best - 1,
                first.legs[0].cost / best - 1 if number == 0 else None,
                leg.cost / leg.bound - 1 if leg.bound else None,
                first_time,
                refined_time,
            )
            before = before.with_entries({("progress", step.id): {"status": "done"} for step in leg.steps})


def _usual() -> Iterator[Figures]:
    for seed in range(SEEDS):
        catalogue, profile = made_up(200 + seed * 37 % 101, seed)
        first, first_time = _timed(catalogue, profile, refined=False)
        if not first.reached:
            continue
        path, refined_time = _timed(catalogue, profile, refined=True)
        best = _optimum(catalogue, profile, GOAL)
        first_gap = first.cost / best - 1
        yield Figures(
            str(seed), path.cost, path.cost / best - 1, first_gap, path.within, first_time, refined_time
        )


def _growth() -> Iterator[str]:
    before: float | None = None
    for size in SIZES:
        catalogue, profile = made_up(size, 1)
        path, first_time = _timed(catalogue, profile, refined=False)
        step = first_time / (size * size.bit_length())
        ratio = f"{step / before:.2f}" if before else "–"
        before = step
        refined, certificate = "–", "–"
        if size <= REFINED_UP_TO:
            path, refined_time = _timed(catalogue, profile, refined=True, times=1)
            refined, certificate = f"{refined_time * 1000:.0f}", f"{path.within or 0:.2%}"
        times = f"{first_time * 1000:.0f} | {ratio} | {refined}"
        yield f"| {size:,} | {path.cost:,.0f} | {times} | {certificate} |"


def made_up(size: int, seed: int) -> tuple[Catalogue, Profile]:
    """Return a made-up catalogue, and someone who claims a little of everything in it."""
    catalogue, random = generated(size, seed), Random(seed)  # noqa: S311 - no secret is at stake
    claims = {each: random.choice((0, 10, 20, 30)) for each in catalogue.competencies}
    return catalogue, profile_of(settings={"target": GOAL}, claims=claims)


def _timed(
    catalogue: Catalogue, profile: Profile, *, refined: bool, times: int = TIMES
) -> tuple[LearningPath, float]:
    """Return the path, and the median of the CPU seconds that it took; the columns are there already."""
    skill, ground = assess(catalogue, profile), stand(catalogue, profile)
    path = find_path(catalogue, profile, skill, ground)
    spent = []
    for _ in range(1 if refined else times):
        began = time.process_time()
        path = find_path(catalogue, profile, skill, ground, refined=refined)
        spent.append(time.process_time() - began)
    return path, median(spent)


def _optimum(catalogue: Catalogue, profile: Profile, target: str) -> float:
    skill, ground = assess(catalogue, profile), stand(catalogue, profile)
    best = optimum(instance_of(catalogue, profile, skill, ground, target), gap=1e-4, seconds=EXACT_WITHIN)
    if best is None:
        raise SystemExit(f"{target} cannot be reached")
    return best


def _row(each: Figures) -> str:
    first_gap = f"{each.first_gap:.2%}" if each.first_gap is not None else "–"
    refined = f"{(each.refined or 0) * 1000:.0f}"
    return (
        f"| {each.name} | {each.cost:,.0f} | {each.gap or 0:.2%} | {first_gap} | {each.within or 0:.2%} "
        f"| {each.first * 1000:.0f} | {refined} |"
    )


def _summary(usual: list[Figures]) -> str:
    gaps, certificates = [each.gap or 0 for each in usual], [each.within or 0 for each in usual]
    firsts = [each.first_gap or 0 for each in usual]
    return (
        f"Gap: median {median(gaps):.2%}, worst {max(gaps):.2%}; of the first answer: median "
        f"{median(firsts):.2%}, worst {max(firsts):.2%}. Certificate: median {median(certificates):.2%}, "
        f"worst {max(certificates):.2%}. "
        f"First answer: {median(each.first for each in usual) * 1000:.0f} ms, "
        f"refined: {median(each.refined or 0 for each in usual) * 1000:.0f} ms (medians)."
    )


def _missed(shipped: list[Figures], usual: list[Figures]) -> Iterator[str]:
    gaps, made_up = [each.gap or 0 for each in shipped], [each.gap or 0 for each in usual]
    goals = {
        "each leg within 1 % of its optimum": max(gaps) <= ONE,
        "half of them within 0.5 %": median(gaps) <= ONE / 2,
        "every certificate at most 3 %": max(each.within or 0 for each in shipped) <= 3 * ONE,
        "made-up catalogues: half within 1 %": median(made_up) <= ONE,
        "made-up catalogues: all within 3 %": max(made_up) <= 3 * ONE,
        "refined within a second": max(each.refined or 0 for each in shipped) <= 1.0,
    }
    yield from (f"missed: {goal}" for goal, is_met in goals.items() if not is_met)


if __name__ == "__main__":
    main()
