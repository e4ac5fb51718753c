import json
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from command import SETUP, read, run

FORMATS = {
    "toml": "profile_id",
    "json": '"profile_id"',
    "csv": "id,title",
    "markdown": "- [ ] ",
    "ics": "BEGIN:VCALENDAR",
}
ENDINGS = {"toml": "toml", "json": "json", "csv": "csv", "markdown": "md", "ics": "ICS"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_stdout_and_into_a_file(form: str, tmp_path: Path) -> None:
    run(*SETUP)
    printed = run("export", "--format", form).stdout_bytes
    assert FORMATS[form] in printed.decode()
    file = tmp_path / f"out.{ENDINGS[form]}"
    run("export", "-o", str(file))
    if form != "ics":
        assert file.read_bytes() == printed
    else:
        assert len(Calendar.from_ical(file.read_text("utf-8")).walk("VEVENT")) > 50


def test_the_calendar_has_the_dates_of_the_path() -> None:
    run(*SETUP)
    items = [item for leg in read("path")["legs"] for item in leg["items"]]
    events = Calendar.from_ical(run("export", "--format", "ics").stdout).walk("VEVENT")
    assert events[0].decoded("DTSTART").isoformat() == min(each["start"] for each in items)
    last = events[-1].decoded("DTEND") - timedelta(days=1)
    assert last.isoformat() == max(each["finish"] for each in items)
    described = "\n".join(str(each["DESCRIPTION"]) for each in events)
    assert all(f"{each['start']} to {each['finish']}" in described for each in items)


def test_a_plan_goes_out_before_anything_is_saved_and_a_profile_does_not() -> None:
    for form in ("csv", "markdown", "ics"):
        run("export", "--format", form)
    for form in ("toml", "json"):
        assert "nothing to export" in run("export", "--format", form, code=1).stderr


def test_a_file_that_cannot_be_written_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "could not be written" in run("export", "-o", str(tmp_path / "file" / "x.csv"), code=1).stderr
    run("export", "--format", "xml", code=2)


def test_markdown_out_and_in_restores_all_marks(tmp_path: Path) -> None:
    run(*SETUP)
    for words in (("ddia", "done"), ("pro-git", "known"), ("islp", "doing"), ("fluent-python", "skipped")):
        run("mark", *words)
    run("part", "cs50p", "4")
    file = tmp_path / "list.md"
    run("export", "-o", str(file))
    states = {each["id"]: each["state"] for each in read("list")["resources"]}
    (tmp_path / "home" / "profile.toml").unlink()
    run(*SETUP)
    said = run("import", str(file)).stderr
    assert "5 of list.md marked" in said
    assert {each["id"]: each["state"] for each in read("list")["resources"]} == states
    assert read("show", "cs50p")["ticked"] == 4
    assert "Nothing in it is new" in run("import", str(file)).stderr
    run("undo")
    assert read("show", "ddia")["state"] != "done"


def test_what_no_resource_fits_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("- [x] DDIA \x1b[31m\n- [x] `ddia`\n" + "".join(f"- [x] thing {n}\n" for n in range(30)))
    said = run("import", str(file)).stderr
    assert "31 ticked items of 32 no resource" in said
    assert "DDIA" in said
    assert "and 11 more" in said
    assert "\x1b" not in said
    assert json.loads(run("export", "--format", "json").stdout)["resources"][0]["id"] == "ddia"


def test_a_list_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    file.write_bytes(b"\xff\xfe- [x]")
    assert "not UTF-8" in run("import", str(file), code=1).stderr
    run("import", str(tmp_path / "none.md"), code=2)


def test_a_report_goes_into_a_file_says_where_and_replaces_nothing_unasked(tmp_path: Path) -> None:
    run(*SETUP)
    file = tmp_path / "report.html"
    said = run("report", "-o", str(file))
    assert str(file) in said.stderr
    assert not said.stdout
    text = file.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert run("report").stdout == text
    file.write_text("mine")
    assert "--yes replaces it" in run("report", "-o", str(file), code=1).stderr
    assert file.read_text("utf-8") == "mine"
    run("report", "-o", str(file), "--yes")
    assert file.read_text("utf-8") == text
    (tmp_path / "file").write_text("")
    assert "could not be written" in run("report", "-o", str(tmp_path / "file" / "x"), code=1).stderr


def test_a_report_of_someone_who_told_nothing_yet_says_how_to_begin() -> None:
    assert "planner setup" in run("report").stderr
