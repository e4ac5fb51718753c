import json
import re
import tomllib
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import bundled
from command import SETUP, read, run
from planner.cli.commands import cli
from planner.clock import now


def test_before_setup_everything_is_zero_and_a_hint_goes_to_stderr() -> None:
    result = run("status", "--json")
    document = json.loads(result.stdout)
    assert document["position"] == document["evidence"] == {"ml": 0, "software": 0, "domain": 0}
    assert "planner setup" in result.stderr


def test_reading_leaves_no_file_behind(tmp_path: Path) -> None:
    for words in (("status",), ("list",), ("path",), ("show", "ddia"), ("why", "ml"), ("where",)):
        run(*words)
    assert not (tmp_path / "home").exists()


def test_setup_puts_a_data_scientist_where_the_essay_does() -> None:
    run(*SETUP)
    document = read("status")
    assert abs(document["position"]["ml"] - 55) <= 1
    assert abs(document["position"]["software"] - 26) <= 1
    assert (document["evidence"]["ml"], document["evidence"]["software"]) == (0, 0)
    assert {"cs50p", "exercism-tracks", "practical-python"} <= set(document["presumed"])
    assert document["nearest"][0]["role"] == "data-scientist"


def test_setup_again_with_another_title_puts_the_old_claims_back() -> None:
    run(*SETUP)
    run("setup", "--title", "none", "--hours-per-week", "5", "--domain", "climate-energy", "--via", "none")
    assert read("status")["position"] == {"ml": 0, "software": 0, "domain": 0}
    assert [leg["target"] for leg in read("path")["legs"]] == ["unicorn-mle"]


@pytest.mark.parametrize(("title", "known"), [("data-scientist", "cs50p"), ("software-engineer", "pro-git")])
def test_what_is_presumed_known_is_not_on_the_path(title: str, known: str) -> None:
    run("setup", "--title", title, "--hours-per-week", "8", "--domain", "finance-fraud")
    items = [item["id"] for leg in read("path")["legs"] for item in leg["items"]]
    assert known not in items


def test_the_path_has_its_promised_shape_and_dates() -> None:
    run(*SETUP)
    document = read("path", "--start", "2027-01-01")
    assert document["reached"] is True
    assert [leg["target"] for leg in document["legs"]] == ["ml-engineer", "unicorn-mle"]
    items = [item for leg in document["legs"] for item in leg["items"]]
    assert items[0]["start"] == "2027-01-01"
    assert all(one["finish"] == other["start"] for one, other in pairwise(items))
    assert document["hours"] == pytest.approx(sum(item["hours"] for item in items), abs=1)
    assert document["cost"] == pytest.approx(document["hours"] + len(items), abs=1)
    assert items[-1]["position"]["software"] >= 80


def test_what_if_changes_nothing_on_the_disk(tmp_path: Path) -> None:
    run(*SETUP)
    before = (tmp_path / "home" / "profile.toml").read_bytes()
    faster = read(
        "path",
        "--hours-per-week",
        "16",
        "--target",
        "ml-engineer",
        "--free-only",
        "--domain",
        "climate-energy",
    )
    assert faster["legs"][-1]["items"][-1]["finish"] < read("path")["legs"][0]["items"][-1]["finish"]
    assert (tmp_path / "home" / "profile.toml").read_bytes() == before


def test_marks_are_kept_and_said() -> None:
    run(*SETUP)
    result = run("mark", "ddia", "done")
    assert re.search(r"software 26\.0 → (2[7-9]|3\d)\.\d", result.stderr)
    shown = read("show", "ddia")
    assert (shown["state"], shown["left"]) == ("done", 0)
    run("mark", "ddia", "pro-git", "todo")
    assert abs(read("status")["position"]["software"] - 26.01) < 0.01


def test_logged_hours_start_a_resource_and_fill_practice() -> None:
    run(*SETUP)
    assert "59 h left" in run("log", "backend-block-2", "60").stderr
    assert read("show", "backend-block-2")["state"] == "doing"
    for day in range(1, 29):
        run("log", "backend-block-2", "130", "--day", f"2026-10-{day:02}")
    shown = read("show", "backend-block-2")
    assert (shown["state"], shown["left"], shown["price"]["items"]) == ("done", 0, [])
    run("log", "ddia", "0", code=2)
    run("log", "ddai", "10", code=1)


@pytest.mark.parametrize("mark", ["todo", "doing", "done", "known", "skipped"])
def test_every_mark(mark: str) -> None:
    run("mark", "ddia", mark)
    assert read("show", "ddia")["state"] == {"todo": "locked"}.get(mark, mark)


def test_a_former_id_is_understood() -> None:
    run("mark", "ddia-2e", "done")
    assert read("show", "ddia-2e")["id"] == "ddia"


def test_the_list_is_whole_and_filters_combine() -> None:
    assert len(read("list")["resources"]) == len(bundled().resources) >= 305
    run(*SETUP)
    found = read("list", "--area", "ml", "--kind", "course", "--ready", "--search", "deep learning")[
        "resources"
    ]
    assert found
    assert all(
        each["area"] == "ml" and each["kind"] == "course" and each["state"] == "ready" for each in found
    )
    run("mark", "ddia", "done")
    assert [each["id"] for each in read("list", "--status", "done")["resources"]] == ["ddia"]
    assert "No resource fits" in run("list", "--search", "no such thing").stderr


def test_filters_combine_and_one_given_twice_lets_both_through() -> None:
    run(*SETUP)
    both = read("list", "--kind", "book", "--kind", "course", "--level", "2", "--cost", "free")["resources"]
    assert {each["kind"] for each in both} == {"book", "course"}
    assert {(each["level"], each["cost"]) for each in both} == {(2, "free")}
    on_path = read("list", "--on-path")["resources"]
    items = [item["id"] for leg in read("path")["legs"] for item in leg["items"]]
    assert sorted(each["id"] for each in on_path) == sorted(items)
    taught = read("list", "--competency", "databases")["resources"]
    assert "ddia" in {each["id"] for each in taught}
    assert all("databases" in read("show", each["id"])["teaches"] for each in taught[:3])
    assert "did you mean 'databases'" in run("list", "--competency", "databasse", code=1).stderr


def test_next_says_what_to_do_now_with_its_link() -> None:
    assert "planner setup" in run("next").stderr
    run(*SETUP)
    first, *rest = read("next", "-n", "10")["next"]
    assert len(rest) == 9
    assert len({each["id"] for each in (first, *rest)}) == 10
    text = run("next").stdout
    assert first["title"] in text
    assert first["url"] in text
    (line,) = run("next", "--short").stdout.splitlines()
    assert line.startswith(first["title"][:20])
    run("mark", first["id"], "done")
    assert read("next")["next"][0]["id"] != first["id"]
    run("next", "-n", "0", code=2)


def test_next_short_says_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    done = run("next", "--short", "--curricula", str(folder))
    assert (done.stdout, done.stderr) == ("", "")
    assert "No curriculum has a role" in run("next", "--curricula", str(folder)).stdout


def test_the_chart_is_drawn_with_its_pyramid() -> None:
    run(*SETUP)
    for words in (("chart",), ("chart", "--zoom")):
        text = run(*words).stdout
        assert "◉" in text
        assert "core software" in text
    document = read("chart")
    assert document["position"] == read("status")["position"]
    assert {each["role"] for each in document["landmarks"]} == set(bundled().roles)
    assert document["route"][-1]["software"] >= 80


def test_progress_tells_what_was_logged_and_finished() -> None:
    assert "Nothing studied yet" in run("progress").stdout
    today = now().date()
    monday = today - timedelta(days=today.weekday(), weeks=3)
    run("log", "ddia", "90", "--day", monday.isoformat())
    run("mark", "pro-git", "done")
    document = read("progress")
    assert document["total"]["all"] == document["total"]["software"] == 1.5
    assert document["weeks"][0]["monday"] == monday.isoformat()
    assert [each["id"] for each in document["finished"]] == ["pro-git"]
    assert document["burn_up"]["done"] == 19.5
    shown = run("progress").stdout
    assert f" ✓ {today.day:>2} {today:%b}  Pro Git" in shown


def test_export_and_import_are_the_identity(tmp_path: Path) -> None:
    run(*SETUP)
    run("mark", "ddia", "pro-git", "done")
    out, own = tmp_path / "p.toml", tmp_path / "home" / "profile.toml"
    run("export", "-o", str(out))
    assert out.read_bytes() == own.read_bytes()
    assert run("export").stdout == out.read_text("utf-8")
    own.unlink()
    run("import", str(out))
    assert own.read_bytes() == out.read_bytes()


def test_export_asks_before_it_replaces(tmp_path: Path) -> None:
    run(*SETUP)
    out = tmp_path / "p.toml"
    out.write_text("precious")
    assert "--yes" in run("export", "-o", str(out), code=1).stderr
    assert out.read_text() == "precious"
    run("export", "-o", str(out), "--yes")
    assert tomllib.loads(out.read_text("utf-8"))["format"] == 1


def test_there_is_nothing_to_export_before_the_first_save() -> None:
    assert "nothing to export" in run("export", code=1).stderr


def test_unknown_things_get_the_nearest_name() -> None:
    assert "did you mean 'ddia'?" in run("mark", "ddai", "done", code=1).stderr
    assert "did you mean 'databases'?" in run("why", "databasse", code=1).stderr
    assert "did you mean 'ml-engineer'?" in run("path", "--target", "ml-enginer", code=1).stderr
    assert "did you mean" in run("stauts", code=2).stderr.lower()


def test_wrong_use_is_code_2() -> None:
    run("mark", "ddia", code=2)
    run("mark", "done", code=2)
    run("setup", "--title", "none", code=2)
    for hours in ("0", "nan", "inf", "1e-9", "169"):
        run("setup", *SETUP[1:3], "--hours-per-week", hours, "--domain", "finance-fraud", code=2)


def test_files_are_named_before_or_after_the_command(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    run("--profile", str(one), *SETUP)
    run(*SETUP, "--profile", str(other))
    assert one.exists()
    assert other.exists()
    assert read("where", "--profile", str(one))["profile"] == str(one)
    folder = tmp_path / "curricula"
    folder.mkdir()
    assert read("list", "--curricula", str(folder))["resources"] == []
    assert "left out" not in run("--curricula", str(folder), "status").stderr


def test_a_damaged_profile_is_named_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "home" / "profile.toml"
    file.parent.mkdir()
    file.write_text("")
    for words in (("status",), ("mark", "ddia", "done"), ("export",), SETUP):
        assert "profile.toml: format: has no line" in run(*words, code=1).stderr
    assert file.read_text() == ""


def test_problems_of_a_curriculum_go_to_stderr_and_the_rest_works(tmp_path: Path) -> None:
    own = tmp_path / "home" / "curricula"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('format = 1\nid = "mine"\ntitle = "Mine"\nhours = 3\n')
    result = run("list")
    assert "mine.toml:4: hours: there is no such key" in result.stderr
    assert "ddia" in result.stdout
    assert "mine.toml:4" in run("check", code=1).stdout


def test_the_shipped_curricula_need_no_advice() -> None:
    assert f"{len(bundled().resources)} resources in 4 files: fine" in run("check").stderr


def test_planner_alone_in_a_pipe_prints_the_status() -> None:
    assert "position" in run().stdout


def test_where_and_version_and_help() -> None:
    assert set(read("where")) == {"format", "profile", "curricula", "own curricula", "config", "state"}
    assert "planner" in run("--version").stdout
    for command in cli.commands.values():
        assert f"Example: planner {command.name}" in run(str(command.name), "--help").stdout


def test_a_hostile_title_is_printed_harmlessly(tmp_path: Path) -> None:
    folder = tmp_path / "curricula"
    folder.mkdir()
    (folder / "evil.toml").write_text(
        'format = 1\nid = "evil"\ntitle = "Evil"\narea = "ml"\n'
        '[[competency]]\nid = "c"\ntitle = "\\u001b]0;owned\\u0007"\nweight = 1.0\n'
        '[[resource]]\nid = "r"\ntitle = "\\u001b[31m[x] done [/]"\n'
        'url = "https://e.org"\nkind = "book"\nhours = 1\n'
        'teaches = { c = 1 }\nwhy = "\\u009b5n"\n'
    )
    for words in (("list",), ("show", "r"), ("path",), ("why", "c"), ("status",), ("check",)):
        result = CliRunner().invoke(cli, [*words, "--curricula", str(folder)])
        assert "\x1b" not in result.output
        assert "\x9b" not in result.output
    assert "[x] done [/]" in run("show", "r", "--curricula", str(folder)).stdout
