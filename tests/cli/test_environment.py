import tomllib
from pathlib import Path

from command import read, run
from planner.presentation.keys import Keys
from planner.storage import locations


def _config(text: str) -> Path:
    file = locations.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_where_names_the_file_that_keys_come_from() -> None:
    file = _config('[keys]\nskip = "X"\n')
    assert read("where")["config"] == str(file) == read("keys")["file"]


def test_keys_lists_every_command_with_its_keys_and_the_usual_ones() -> None:
    _config('[keys]\nskip = ["X", "f8"]\n')
    found = {each["id"]: each for each in read("keys")["keys"]}
    assert list(found) == [each.id for each in Keys().all]
    assert (found["skip"]["keys"], found["skip"]["usual"]) == (["X", "f8"], ["x"])
    assert found["quit"]["keys"] == found["quit"]["usual"] == ["q", "ctrl+q"]
    assert "(usually x)" in run("keys").stdout


def test_what_is_wrong_with_the_file_goes_to_stderr_and_the_rest_counts() -> None:
    file = _config('thme = "nord"\n[keys]\nskip = "X"\ntoggle = "X"\n')
    result = run("keys")
    assert f"left out: {file}:1: thme: is not known here; did you mean 'theme'?" in result.stderr
    assert f"left out: {file}:4: keys.toggle: X belongs to 'skip'" in result.stderr
    assert "X " in result.stdout


def test_the_lines_for_a_config_file_are_one() -> None:
    file = _config(run("keys", "--toml").stdout)
    assert tomllib.loads(file.read_text("utf-8")) == {"keys": {}}
    assert not run("keys").stderr
    file.write_text(file.read_text("utf-8").replace("\n# ", "\n"), "utf-8")
    assert not run("keys").stderr
