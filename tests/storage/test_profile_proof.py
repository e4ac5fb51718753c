"""What is proved piece by piece is what the whole file says, and what is not is never put in place."""

from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from builders import profile_of
from planner.core.merge import canonical, merge
from planner.core.profile import FORMAT, TABLES, Profile
from planner.storage import durable, profile_file, profile_proof, profile_text, toml_reader
from planner.storage.failures import DamagedProfileError
from planner.storage.guard import RefusedError
from planner.storage.profile_file import ProfileError
from planner.storage.profile_format import parse
from planner.storage.profile_proof import is_proved, prove
from planner.storage.profile_text import HEADER, Block, Piece, Place, ProfileText, text_of, words_of
from planner.storage.toml_writer import write_table, write_toml
from stores import doing, done, save, store_of

names = st.sampled_from(
    ["a", "at", "b", "text", "1.5", "", "it's", 'a"b', "\\", "é\n", "[x]", "a.b"]
) | st.text(max_size=6)
scalars = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | names
    | st.sampled_from(['"""', "'''", "x\n[progress.a]\ny", "\u202e", "\x1b[2J", "#", "a\r\n"])
    | st.dates()
    | (st.times() | st.datetimes(timezones=st.none() | st.just(UTC))).map(lambda time: time.replace(fold=0))
)
values = st.recursive(
    scalars,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(names, inside, max_size=3),
    max_leaves=8,
)
entries = st.dictionaries(names, scalars, max_size=4) | st.dictionaries(names, values, max_size=4)
tables = st.sampled_from([*TABLES[:3], "later", "to do"]) | names
known = st.dictionaries(tables, st.dictionaries(names, entries, max_size=3), max_size=4)
beside = st.dictionaries(
    st.sampled_from(["later", "to do", "zz"]) | names.filter(lambda name: name not in TABLES),
    values,
    max_size=3,
)
profiles = st.builds(Profile, st.just("x"), known, beside).map(lambda profile: merge(profile, profile))
"""Profiles as they are in files, unknown tables and fields included: no field stands where an entry does."""


def _meaning(profile: Profile) -> object:
    """Return what a profile says as a text that no two different ones share."""
    kept = {name: table for name, table in profile.tables.items() if table}
    return canonical(kept), canonical(
        {name: each for name, each in profile.extra.items() if _says_more(name, each, kept)}
    )


def _says_more(name: str, value: object, tables: Mapping[str, object]) -> bool:
    """Return whether a field is written at all: an empty table is none where there are entries."""
    return value != {} or not (name in tables or name in TABLES)


def _as_read(profile: Profile) -> Profile:
    """Return a profile as it is read: a table in a table that planner does not know is an entry."""
    return parse(text_of(profile).content.decode())


def _as_a_whole(profile: Profile) -> bytes:
    """Return the text of a profile as it was written before there were pieces."""
    document: dict[str, Any] = {"format": FORMAT, "profile_id": profile.profile_id}
    document |= profile_text._ordered(profile.extra)
    for name in (*TABLES, *sorted(profile.tables.keys() - set(TABLES))):
        if table := profile.tables.get(name):
            document[name] = {**document.get(name, {}), **profile_text._ordered(table)}
    return (HEADER + write_toml(document)).encode()


@given(profiles)
def test_the_pieces_in_a_row_are_what_is_written_as_a_whole(profile: Profile) -> None:
    assert text_of(profile).content == _as_a_whole(profile)


@given(st.lists(names, min_size=2, max_size=2), entries)
def test_a_table_is_written_as_it_is_in_a_document(place: list[str], table: Mapping[str, Any]) -> None:
    assert write_table(place, table) == write_toml({place[0]: {place[1]: table}})


def _in_words(text: ProfileText, words: Mapping[Place, str]) -> ProfileText:
    """Return a text with other words in its pieces."""
    blocks = {}
    for name, block in text.blocks.items():
        pieces = {
            place: Piece(piece.value, words.get(place, piece.text)) for place, piece in block.pieces.items()
        }
        whole = "\n".join(each.text for each in pieces.values())
        blocks[name] = Block(block.fields, block.entries, pieces, whole)
    return ProfileText(text.profile, blocks)


@st.composite
def evenings(draw: st.DrawFn) -> tuple[Profile, list[Profile | str]]:
    """Return a profile as it was read, and what happens to it: changes, and reading the file anew."""
    try:
        start = _as_read(draw(profiles))
    except (DamagedProfileError, RefusedError):
        assume(False)
    written = st.dictionaries(
        st.sampled_from(TABLES[:3]), st.dictionaries(names, entries, min_size=1, max_size=2)
    )
    changes = st.builds(Profile, st.just("x"), written | known, st.just({}))
    return start, draw(
        st.lists(changes | st.sampled_from(["read again", "read, and its pieces kept"]), max_size=6)
    )


@given(evenings())
def test_a_file_means_what_was_meant_after_any_changes_that_were_proved_one_by_one(
    evening: tuple[Profile, list[Profile | str]],
) -> None:
    profile, steps = evening
    text = text_of(profile)
    assert is_proved(text, text.content)
    known = proved = text
    for step in steps:
        if isinstance(step, Profile):
            profile = merge(profile, step)
        else:
            profile = parse(text.content.decode())
            known = text_of(profile) if step == "read again" else known
        text = text_of(profile, known)
        assert text.content == text_of(profile).content
        try:
            prove(text, proved)
        except DamagedProfileError:  # nested too deep
            event("refused")
            with pytest.raises(DamagedProfileError):
                parse(text.content.decode())
            return
        known = proved = text
        assert _meaning(parse(text.content.decode())) == _meaning(profile)


MANGLED = (
    '"',
    '"""',
    "'''",
    "\\",
    "[",
    "]",
    "\n",
    "#",
    "[a]\n",
    "[settings]\n",
    "x = [\n",
    "[[settings.a]]\n",
    "a.b = 1\n",
    ",",
    " ",
    "1",
)
"""What a faulty writer might put somewhere."""


def _mangled(random: Random, lines: list[str]) -> list[str]:
    """Return lines with one fault in them."""
    number = random.randrange(len(lines))
    line = lines[number]
    place = random.randrange(len(line) + 1)
    fault = random.choice(("in", "out", "gone", "twice", "swapped"))
    if fault == "in":
        return [*lines[:number], line[:place] + random.choice(MANGLED) + line[place:], *lines[number + 1 :]]
    if fault == "out":
        return [*lines[:number], line[:place] + line[place + 1 :], *lines[number + 1 :]]
    other = random.randrange(len(lines))
    found = [*lines]
    found[number] = found[other] if fault != "gone" else ""
    found[other] = line if fault == "swapped" else found[other]
    return found


def _with_faults(text: ProfileText, random: Random) -> ProfileText:
    """Return a text as a faulty writer might have written it."""
    places, written = zip(*((place, piece.text) for place, piece in text.pieces), strict=True)
    words = list(written)
    for _ in range(random.randint(1, 2)):
        number = random.randrange(len(words))
        if random.random() < 0.5:
            words[number] = "".join(_mangled(random, words[number].splitlines(keepends=True) or [""]))
        else:
            words = _mangled(random, words)
    return _in_words(text, dict(zip(places, words, strict=True)))


@settings(max_examples=300)
@given(profiles, st.randoms(use_true_random=False))
def test_faults_of_a_writer_are_never_taken_for_what_was_meant(profile: Profile, random: Random) -> None:
    text = _with_faults(text_of(profile), random)
    try:
        prove(text)
    except (DamagedProfileError, RefusedError):
        return
    event("passed")
    assert _meaning(parse(text.content.decode())) == _meaning(_as_read(profile))


@settings(max_examples=300)
@given(profiles, st.randoms(use_true_random=False))
def test_a_whole_that_was_read_proves_no_piece_that_means_something_else(
    profile: Profile, random: Random
) -> None:
    """The whole may be what was meant where pieces are not: each has a line of its neighbour, say."""
    try:
        text = text_of(_as_read(profile))
    except (DamagedProfileError, RefusedError):
        assume(False)
    places, words = zip(*((place, piece.text) for place, piece in text.pieces), strict=True)
    lines = "\n".join(words).split("\n")
    cuts = sorted(random.sample(range(1, len(lines)), k=len(places) - 1))
    parts = ["\n".join(lines[a:b]) for a, b in zip((0, *cuts), (*cuts, len(lines)), strict=True)]
    moved = _in_words(text, dict(zip(places, parts, strict=True)))
    assert moved.content == text.content
    if is_proved(moved, text.content):
        prove(moved)


@pytest.mark.parametrize(
    "words",
    [
        'a = "x"\n',
        'a.value = "x"\n',
        'settings.a.value = "x"\n',
        '[settings]\na.value = "x"\n',
        '[settings]\n[settings.a]\nvalue = "x"\n',
        '[settings.a]\nvalue = "x"\n[claims]\n',
        '[[settings.a]]\nvalue = "x"\n',
        '[settings.a]\nvalue = "y"\n',
        '[settings.b]\nvalue = "x"\n',
        '[settings.a]\nvalue = "x"\nother = """\n',
        "",
    ],
)
def test_a_piece_says_all_and_nothing_else_at_its_place(words: str) -> None:
    text = text_of(Profile("x", {"settings": {"a": {"value": "x"}, "b": {"value": "x"}}}))
    prove(text)
    wrong = _in_words(text, {("settings", "a"): words})
    with pytest.raises(DamagedProfileError):
        prove(wrong, text)


HALF, OTHER_HALF, SIGN = map(chr, (0xDCE9, 0xDCE8, 0xFFFD))


@pytest.mark.parametrize("names", [(HALF, SIGN), (SIGN, HALF), (HALF, OTHER_HALF)])
def test_names_that_become_the_same_are_refused(names: tuple[str, str]) -> None:
    """Half a character is written as a sign for it; where there is one already, two would be one."""
    first, second = names
    entry = {"value": 1}
    alone = text_of(Profile("x", {"settings": {first: entry}}))
    prove(alone)
    beside = text_of(Profile("x", {"settings": {first: entry, "other": entry}}), alone)
    prove(beside, alone)
    prove(
        text_of(
            Profile(
                "x",
                {"settings": {first: entry}, "later": {"a": {}}},
                {"later": {"x": [1]}, "t": [{"b": "c" * 99}]},
            )
        )
    )
    both = text_of(Profile("x", {"settings": {first: entry, "other": entry, second: entry}}), beside)
    with pytest.raises(DamagedProfileError):
        prove(both, beside)


def test_an_entry_does_not_take_the_place_of_what_stands_at_the_top() -> None:
    with pytest.raises(DamagedProfileError):
        prove(text_of(Profile("x", {"format": {"a": {"value": 1}}})))


def _spied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets what is read back piece by piece from now on."""
    read: list[str] = []

    def read_toml(text: str) -> dict[str, Any]:
        read.append(text)
        return original(text)

    original = toml_reader.read_toml
    monkeypatch.setattr(profile_proof, "read_toml", read_toml)
    return read


def test_a_save_reads_back_what_is_new_and_that_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "home" / "profile.toml"
    profile_file.write(file, profile_of(*(f"r{number}" for number in range(20))))
    seen = profile_file.read(file)
    assert seen is not None
    read = _spied(monkeypatch)
    for each in ("ddia", "pro-git"):
        seen = save(store_of(file), doing(seen.profile, done(each)), seen)
        (around, piece), *rest = [text.split("\n", 1) for text in read if "progress" in text]
        assert (around, rest) == ("[progress]", [])
        assert piece.startswith(f"[progress.{each}]\n")
        read.clear()


def test_what_is_in_other_words_is_read_back_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "home" / "profile.toml"
    profile_file.write(file, profile_of("cs50p", "missing-semester"))
    file.write_text(file.read_text().replace("status", "  status"))
    seen = profile_file.read(file)
    assert seen is not None
    read = _spied(monkeypatch)
    save(store_of(file), doing(seen.profile, done("ddia")), seen)
    assert sum("[progress." in text for text in read) == 3
    assert "  status" not in file.read_text()


@pytest.mark.parametrize("fault", ["torn", "longer", "another"])
def test_a_file_that_was_written_wrongly_never_takes_the_place(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "home" / "profile.toml"
    seen = save(store_of(file), doing(profile_of(), done("ddia"), is_new=True))
    wrong = {"torn": slice(0, -9), "longer": slice(0, None), "another": slice(0, None)}[fault]
    original = durable._write_new

    def write_new(path: Path, content: bytes, like: Any) -> None:
        added = b"\n" if fault == "longer" else b""
        content = content.replace(b"done", b"todo") if fault == "another" else content
        original(path, content[wrong] + added, like)

    monkeypatch.setattr(durable, "_write_new", write_new)
    before = file.read_bytes()
    with pytest.raises(ProfileError, match="does not read back"):
        save(store_of(file), doing(seen.profile, done("pro-git")), seen)
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == ["profile.toml"]


def test_an_entry_that_was_put_into_wrong_words_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "home" / "profile.toml"
    seen = save(store_of(file), doing(profile_of(), done("ddia"), is_new=True))
    monkeypatch.setattr(
        profile_text, "words_of", lambda place, value: words_of(place, value).replace("done", "todo")
    )
    before = file.read_bytes()
    with pytest.raises(ProfileError, match="does not read back"):
        save(store_of(file), doing(seen.profile, done("pro-git")), seen)
    assert file.read_bytes() == before
