import csv
import json
from datetime import date
from io import StringIO

from builders import bundled, catalogue_of, competency, profile_of, resource
from command import validator
from planner.core.standing import Standing
from planner.exchange import document, table

TODAY = date(2026, 11, 26)


def rows(standing: Standing) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table.rows_of(standing), newline=""), strict=True))


def test_there_is_one_row_per_resource_and_it_says_what_the_model_says() -> None:
    profile = profile_of("pro-git", settings={"title": "none", "via": "none"}, minutes={"ddia": 600})
    profile = profile.with_entries({("notes", "ddia"): {"text": 'a "note",\nwith; everything'}})
    standing = Standing(bundled(), profile, TODAY)
    found = rows(standing)
    assert [each["id"] for each in found] == list(bundled().resources)
    by_id = {each["id"]: each for each in found}
    assert by_id["pro-git"]["state"] == "done"
    assert by_id["ddia"]["minutes"] == "600"
    assert by_id["ddia"]["note"] == 'a "note",\nwith; everything'
    assert float(by_id["ddia"]["left"]) == standing.remaining_hours(bundled().resources["ddia"])
    on_path = {each["id"] for each in found if each["on_path"] == "yes"}
    assert on_path == set(standing.steps)
    assert all(by_id[name]["start"] == span.start.isoformat() for name, span in standing.spans.items())


def test_nothing_becomes_a_formula() -> None:
    evil = catalogue_of(competency("c"), resource("r", {"c": 1}, authors=(), why=""))
    profile = profile_of().with_entries({("notes", "r"): {"text": '=HYPERLINK("http://e.org")'}})
    (row,) = rows(Standing(evil, profile, TODAY))
    assert row["note"] == '\'=HYPERLINK("http://e.org")'


def test_the_document_has_all_that_was_done_and_its_schema_allows_it() -> None:
    profile = profile_of(
        "pro-git",
        "gone",
        claims={"databases": 40},
        stretches=[("ddia-2e", 90, TODAY), ("gone", 5, TODAY)],
        pins=("made-with-ml",),
    )
    found = json.loads(document.as_text(bundled(), profile))
    validator("export").validate(found)
    assert {each["id"] for each in found["resources"]} == {"pro-git", "ddia", "made-with-ml"}
    assert found["forgotten"] == ["gone"]
    assert found["sessions"][0] == {"resource": "ddia-2e", "day": "2026-11-26", "minutes": 90}
    assert found["claims"] == {"databases": 40}
