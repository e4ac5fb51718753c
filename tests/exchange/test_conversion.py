import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ROOT
from planner.exchange.conversion import Conversion, Wish, convert
from planner.exchange.effort import total_hours
from planner.exchange.references import Titles
from planner.storage import curricula
from planner.storage.curriculum_format import CurriculumFile

DATA = ROOT / "tests" / "data"


def converted(name: str, **wish: Any) -> tuple[Conversion, dict[str, dict[str, Any]]]:
    """Return a conversion of a file, and its resources by title."""
    found = convert((DATA / name).read_text("utf-8"), Wish(name.removesuffix(".md"), **wish))
    resources = tomllib.loads(found.text)["resource"]
    return found, {each["title"]: each for each in resources}


def test_a_list_becomes_resources_with_their_links_under_their_headings() -> None:
    found, by_title = converted("interview.md")
    assert (found.resources, found.linked, found.timed) == (9, 5, 0)
    urls = {title: each.get("url") for title, each in by_title.items()}
    assert urls == {
        "Arrays from the ground up (video)": "https://example.org/arrays_(c)?a=1&b=2",
        "About arrays": None,
        "Dynamic ones": "http://example.org/dynamic",
        "push(item)": None,
        "Good intro: Two ways to grow, another": "https://example.org/grow",
        "Queues": "https://example.org/more-queues",
        'Ring buffers | pipes "quoted" \\ and [x] brackets': None,
        "待ち行列": None,
    }
    assert by_title["Dynamic ones"]["why"] == "(from minute 15 on)"
    assert by_title["Good intro: Two ways to grow, another"]["why"] == "https://example.org/another"
    assert by_title["Arrays from the ground up (video)"]["kind"] == "video"
    assert by_title["push(item)"]["kind"] == "exercise"
    document = tomllib.loads(found.text)
    assert document["title"] == "Interview notes"
    assert [each["title"] for each in document["competency"]] == ["Arrays", "Queues", "More"]
    assert {each["weight"] for each in document["competency"]} == {0}
    assert found.done == ("interview-arrays-from-the-ground-up-video", "interview-queues")


def test_ids_are_unique_and_stay_when_something_is_added_below() -> None:
    found, by_title = converted("interview.md")
    ids = [each["id"] for each in tomllib.loads(found.text)["resource"]]
    assert len(set(ids)) == len(ids)
    assert by_title["Queues"]["id"] == "interview-queues-queues"
    text = (DATA / "interview.md").read_text("utf-8") + "- [ ] [Queues](https://example.org/3)\n"
    later = [each["id"] for each in tomllib.loads(convert(text, Wish("interview")).text)["resource"]]
    assert later[: len(ids)] == ids


def test_a_table_says_hours_parts_prerequisites_choices_and_what_is_done() -> None:
    found, by_title = converted("courses.md", base="https://example.org/blob/")
    said = {title: (each["hours"], each.get("parts")) for title, each in by_title.items()}
    assert said == {
        "Read the code of conduct": (1, None),
        "Program Design": (117, 13),
        "Object-Oriented Design": (60, 12),
        "Algorithms: Design and Analysis, Part 1": (66, None),
        "Algorithms: Design and Analysis, Part 2": (52, None),
        "Requirements, Design, and Reuse": (40, 7),
        "Reading group": (30, None),
        "Left": (20, 4),
        "Right": (20, 4),
        "Probability": (1.5, None),
    }
    required = {title: each.get("requires", []) for title, each in by_title.items()}
    design, ood = "courses-program-design", "courses-object-oriented-design"
    part_1 = "courses-algorithms-design-and-analysis-part-1"
    assert required["Object-Oriented Design"] == [design]
    assert required["Algorithms: Design and Analysis, Part 1"] == [ood]
    assert required["Algorithms: Design and Analysis, Part 2"] == [part_1]
    assert required["Requirements, Design, and Reuse"] == [design, ood]
    assert required["Reading group"] == ["courses-requirements-design-and-reuse"]
    assert len(required["Probability"]) == 6
    assert found.unmatched == ("high school maths", "probability", "a project", "algorithms")
    assert by_title["Program Design"]["url"] == "https://example.org/blob/courses/design.md"
    assert by_title["Left"]["choice"] == by_title["Right"]["choice"] == "courses-choice-1"
    assert found.done == (design,)
    assert by_title["Object-Oriented Design"]["why"] == "https://example.org/ood2"


def test_what_is_not_known_is_a_stated_default() -> None:
    found, by_title = converted("courses.md", hours=2, course_hours=25, area="ml")
    assert by_title["Read the code of conduct"]["hours"] == 2
    assert by_title["Requirements, Design, and Reuse"]["hours"] == 25
    assert "hours = 25  # not said (7 weeks, -)" in found.text
    assert "hours = 117  # 13 weeks, 8-10 hours/week" in found.text
    assert "hours       2 an item, 25 a course" in found.text
    assert "# not found above: high school maths" in found.text
    assert "url" not in by_title["Program Design"]
    assert tomllib.loads(found.text)["area"] == "ml"


@pytest.mark.parametrize("name", ["interview.md", "courses.md"])
def test_what_comes_out_is_a_sound_curriculum_that_can_be_filled(name: str, tmp_path: Path) -> None:
    found, _ = converted(name)
    (tmp_path / name.replace(".md", ".toml")).write_text(found.text, "utf-8")
    loaded = curricula.load(ROOT / "curricula", tmp_path)
    assert not loaded.problems
    mine = next(each for each in loaded.catalogue.curricula if f"{each.id}.md" == name)
    for competency in mine.competencies:
        grounds = {
            each.ground: each.teaches[competency.id]
            for each in mine.resources
            if competency.id in each.teaches
        }
        assert sum(grounds.values()) >= 100


@given(st.text(st.sampled_from("-*#[]xX |:()<>`\\\"'\n\t 1.ab☑✅\x1b\u202eé字https://e.org"), max_size=300))
def test_any_text_gives_a_file_that_reads_back(text: str) -> None:
    found = convert(text, Wish("any"))
    assert "\x1b" not in found.text
    CurriculumFile.model_validate(tomllib.loads(found.text))


@pytest.mark.parametrize(
    ("duration", "effort", "expected"),
    [
        ("14 weeks", "6-10 hours/week", 112),
        ("10-12 weeks", "6–10 hours/week", 88),
        ("8 weeks", "4 to 6 h per week", 40),
        ("6 months", "5 hours/week", 130),
        ("1 week", "2.5 hrs/week", 2.5),
        ("3 weeks", "12 hours", 12),
        ("9 hours", "", 9),
        ("14 weeks", "-", None),
        ("-", "5 hours/week", None),
        ("self-paced", "a lot", None),
        ("10-2 weeks", "5 hours/week", None),
        ("0 weeks", "5 hours/week", None),
    ],
)
def test_hours_are_weeks_times_hours_a_week(duration: str, effort: str, expected: float | None) -> None:
    assert total_hours(duration, effort) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("text", "ids", "unmatched"),
    [
        ("Calculus 1A", ["a"], []),
        ("Differentiation and Integration", ["a", "b"], []),
        ("CALCULUS 1B - Integration", ["b"], []),
        ("calculus", [], ["calculus"]),
        ("Nand to Tetris Part I, C++", ["n"], ["C++"]),
        ("Design, and Reuse; none", ["d"], []),
        ("Core maths", ["a", "b"], []),
        ("Algebra", [], ["Algebra"]),
        ("C++ programming", [], ["C++ programming"]),
        ("-", [], []),
        (", ".join(["x"] * 40), [], ["x"] * 12 + [", ".join(["x"] * 28)]),
    ],
)
def test_names_of_titles_are_found_and_nothing_is_guessed(
    text: str, ids: list[str], unmatched: list[str]
) -> None:
    titles = Titles()
    for name, title, group in (
        ("a", "Calculus 1A: Differentiation", "Core Maths"),
        ("b", "Calculus 1B: Integration", "Core Maths"),
        ("n", "Build a Computer: Nand to Tetris", "Systems"),
        ("d", "Design, and Reuse", "Systems"),
        ("v", "Vulnerabilities in C/C++ Programming", "Security"),
    ):
        titles.learn(title, name, group)
    found = titles.find(text)
    assert (list(found.ids), list(found.unmatched)) == (ids, unmatched)


def test_a_prerequisite_that_is_a_link_is_found_where_it_leads() -> None:
    titles = Titles()
    titles.learn("Build a Modern Computer: Part II", "n", "Systems", "https://example.org/n2")
    titles.learn("One", "one", "Systems", "https://example.org/both")
    titles.learn("Other", "other", "Systems", "https://example.org/both")
    links = {
        "Nand2Tetris II": "https://example.org/n2",
        "either": "https://example.org/both",
        "elsewhere": "https://example.org/none",
        "here": "",
    }
    found = titles.find("Nand2Tetris II, either and elsewhere; here", links)
    assert (found.ids, found.unmatched) == (("n",), ("either", "elsewhere", "here"))
    assert titles.find("Nand2Tetris II").ids == ()


def test_the_links_of_a_table_are_found_among_its_rows() -> None:
    text = (
        "Courses | Duration | Prerequisites\n--|--|--\n[Computers, Part II](n2.md) | 6 weeks | -\n"
        "[Structures](https://example.org/s) | 10 weeks | [Nand2Tetris II](n2.md), logic\n"
    )
    found = convert(text, Wish("courses", base="https://example.org/"))
    assert (found.required, found.unmatched) == (1, ("logic",))
    assert 'requires = ["courses-computers-part-ii"]' in found.text
