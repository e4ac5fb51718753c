import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.text import REPLACEMENT, clean, escaped


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]52;c;cm0=\x07", f"{REPLACEMENT}]52;c;cm0={REPLACEMENT}"),
        ("\x9b31m", f"{REPLACEMENT}31m"),
        ("a\x00b", f"a{REPLACEMENT}b"),
        ("a\u202eb", f"a{REPLACEMENT}b"),
        ("a\u200bb", f"a{REPLACEMENT}b"),
        ("a\nb\tc", "a b c"),
        ("a\u2028b", "a b"),
        ("[x] done [/] [@click=app.quit]", "[x] done [/] [@click=app.quit]"),
        ("naïve Ångström 機械学習", "naïve Ångström 機械学習"),
    ],
)
def test_shows_what_a_terminal_would_obey(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


def test_stacks_at_most_four_accents() -> None:
    assert clean("e" + "\u0301" * 200) == "e" + "\u0301" * 4


def test_keeps_line_breaks_where_they_are_wanted() -> None:
    assert clean("a\nb\r\x1b", newlines=True) == f"a\nb {REPLACEMENT}"


def test_escapes_what_it_would_not_show() -> None:
    assert escaped('a\n"\x9b\u202e\u2028é水" \u200d', lambda each: f"<{ord(each):x}>") == (
        'a\n"<9b><202e><2028>é水" \u200d'
    )
    assert escaped("e" + "\u0301" * 6, lambda _: "!") == "e" + "\u0301" * 4 + "!!"


@given(st.text())
def test_what_is_escaped_says_the_same_and_is_shown_as_it_stands(text: str) -> None:
    written = escaped(json.dumps(text, ensure_ascii=False), lambda each: json.dumps(each)[1:-1])
    assert clean(written, len(written)) == written
    assert json.loads(written) == text


@given(st.text(), st.integers(1, 50))
def test_is_short_printable_and_stable(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    assert not any(unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn") for each in cleaned)
    assert clean(cleaned, limit) == cleaned
