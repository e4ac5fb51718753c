"""planner never writes what it would refuse to read."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import AT
from planner.core.merge import canonical, merge
from planner.core.profile import TABLES, Profile
from planner.storage import profile_file
from planner.storage.profile_file import ProfileError
from planner.storage.profile_format import parse
from planner.storage.profile_text import dump

PLANNER = [sys.executable, "-m", "planner"]
MOST_LEVELS = 13
"""Levels below a field of an entry."""
texts = st.text(st.characters(), max_size=12)
scalars = (
    st.booleans()
    | st.integers()
    | st.floats()
    | texts
    | st.dates()
    | st.times()
    | st.datetimes(timezones=st.none() | st.just(UTC))
)
values = st.recursive(
    scalars,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(texts, inside, max_size=3),
    max_leaves=12,
)
entries = st.dictionaries(texts, values, max_size=4)
profiles = st.builds(
    Profile,
    st.text(min_size=1, max_size=8),
    st.dictionaries(
        st.sampled_from(TABLES) | texts, st.dictionaries(texts, entries, min_size=1, max_size=3), max_size=4
    ),
    st.dictionaries(
        texts.filter(lambda name: name not in (*TABLES, "format", "profile_id")), scalars, max_size=3
    ),
).map(lambda profile: merge(profile, profile))  # which keeps no field where an entry is


def _nested(levels: int, inside: object = 1) -> Any:
    for _ in range(levels):
        inside = {"a": inside}
    return inside


@settings(max_examples=50)
@given(profiles)
def test_a_profile_that_was_written_can_be_read(profile: Profile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "profile.toml"
        try:
            profile_file.write(file, profile)
        except ProfileError:
            assert list(Path(folder).iterdir()) == []
            return
        found = profile_file.load(file)
        assert found is not None
        assert dump(found) == file.read_text("utf-8")


@given(values)
def test_what_was_read_can_be_written_and_read_again(value: object) -> None:
    """Whatever nests, is long or odd in a file: it is refused at once, or kept for good."""
    document: Mapping[str, Any] = {"later": {"x": {"y": value, "at": AT}}}
    text = dump(Profile("x", document))
    try:
        found = parse(text)
    except Exception:  # noqa: BLE001 - refused: nothing to hold
        return
    assert canonical(parse(dump(found)).tables) == canonical(found.tables)


@pytest.mark.parametrize("levels", range(1, 40))
def test_nothing_is_read_that_is_too_deep_to_be_written(levels: int, tmp_path: Path) -> None:
    inline = "{ a = " * levels + "1" + " }" * levels
    file = tmp_path / "profile.toml"
    file.write_text(f'format = 1\nprofile_id = "x"\n[later.x]\ny = {inline}\n')
    if levels > MOST_LEVELS:
        with pytest.raises(ProfileError, match=r"toml:(3|4): nested more than"):
            profile_file.load(file)
        return
    found = profile_file.load(file)
    assert found is not None
    assert found.tables["later"]["x"]["y"] == _nested(levels)
    profile_file.write(file, found)
    assert profile_file.load(file) == found


@pytest.mark.parametrize("spare", [1, 0, -1])
def test_neither_is_one_that_is_too_large(
    spare: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile("x", {"notes": {"r": {"text": "é" * 1000, "at": AT}}})
    size = len(dump(profile).encode())
    for module in ("profile_text", "profile_file"):
        monkeypatch.setattr(f"planner.storage.{module}.PROFILE_BYTES", size + spare - 1)
    file = tmp_path / "profile.toml"
    if spare < 1:
        with pytest.raises(ProfileError, match="larger than"):
            profile_file.write(file, profile)
        assert not file.exists()
    else:
        profile_file.write(file, profile)
        assert profile_file.load(file) == profile


def test_half_a_character_is_written_as_a_sign_for_it(tmp_path: Path) -> None:
    profile_file.write(tmp_path / "p.toml", Profile("x", {"notes": {"r": {"text": "caf\udce9", "at": AT}}}))
    found = profile_file.load(tmp_path / "p.toml")
    assert found is not None
    assert found.notes == {"r": "caf\ufffd"}


def test_names_that_are_no_text_are_imported_noted_and_undone(tmp_path: Path) -> None:
    listed = tmp_path.joinpath(*["list"])
    name = bytes(listed) + b"caf\xe9\x1b]0;x\x07.md"
    Path(name.decode("utf-8", "surrogateescape")).write_text("- [x] `ddia`\n- [x] nothing like it\n")
    setup = ["setup", "--title", "data-scientist", "--hours-per-week", "8", "--domain", "finance-fraud"]
    for words in (setup, ["import", name], ["note", "ddia", b"caf\xe9"], ["undo"], ["undo"]):
        done = subprocess.run([*PLANNER, *words], capture_output=True, check=False)
        assert (done.returncode, b"\x1b" in done.stderr, b"\x1b" in done.stdout) == (0, False, False), done
