"""What docs/model.md says by way of example is what the program computes."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from builders import ROOT, profile_of
from planner.core.credit import credit
from planner.core.standing import Standing
from planner.storage import curricula

TEXT = (ROOT / "docs" / "model.md").read_text("utf-8")
EXAMPLE = TEXT.partition("## An example")[2].partition("\n## ")[0]
LINES = re.findall(r"^(\w.*?) += (.*?) += ([\d.]+)$", EXAMPLE, re.MULTILINE)


@pytest.fixture
def standing(tmp_path: Path) -> Standing:
    """The person of the example, under the curriculum of the page, read as planner reads any."""
    written = EXAMPLE.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "example.toml").write_text(written, "utf-8")
    loaded = curricula.load(tmp_path, None)
    assert not loaded.problems
    profile = profile_of(
        "sql-book",
        claims={"databases": 40},
        progress={"test-book": {"status": "doing", "parts": 4}},
        minutes={"sql-course": 15 * 60},
        settings={"target": "keeper", "via": "none"},
    )
    return Standing(loaded.catalogue, profile, date(2026, 1, 1))


def _computed(standing: Standing) -> Mapping[str, float]:
    """Return what the program says, by the name that the page gives it."""
    skill, resources = standing.skill, standing.catalogue.resources
    tags = {each: standing.price_tag(each) for each in ("test-book", "store")}
    return {
        **{f"credit of {each}": credit(resources[each], standing.profile) for each in resources},
        **{f"study of {each}": points for each, points in skill.tally.study.items()},
        **{f"practice of {each}": points for each, points in skill.tally.practice.items()},
        **{f"earned of {each}": skill.tally.earned(each) for each in skill.mastery},
        **{f"mastery of {each}": value for each, value in skill.mastery.items()},
        "position in software": skill.position.software,
        "evidence in software": standing.evidence.position.software,
        **{f"price of {each}": tag.moves.software for each, tag in tags.items()},
        **{f"hours of {each}": tag.hours for each, tag in tags.items()},
        **{f"cost of {each}": tag.hours + 1 for each, tag in tags.items()},
        "cost of the path": standing.path.cost,
    }


def test_the_arithmetic_is_right() -> None:
    assert len(LINES) == 18
    for name, sum_, said in LINES:
        value = eval(sum_, {"__builtins__": {}, "min": min})  # noqa: S307 - our own page
        assert value == pytest.approx(float(said)), name


def test_the_program_computes_the_same(standing: Standing) -> None:
    computed = _computed(standing)
    for name, _, said in LINES:
        assert computed[name] == pytest.approx(float(said)), name
    assert [step.id for step in standing.path.steps] == ["test-book"]
