import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.text import REPLACEMENT, clean


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


@given(st.text(), st.integers(1, 50))
def test_is_short_printable_and_stable(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    assert not any(unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn") for each in cleaned)
    assert clean(cleaned, limit) == cleaned
