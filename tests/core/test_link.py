from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import bundled
from planner.core.link import MOST_CHARACTERS, plain_link
from planner.core.text import clean

HOSTILE = (
    "--remote-debugging-port=9222",
    "%action--incognito",
    "javascript:alert(1)",
    "JAVASCRIPT://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "file://example.org/share",
    "smb://example.org/share",
    "vbscript:x",
    "ssh://-oProxyCommand=x",
    "//example.org/",
    "https:example.org",
    "https:///etc/passwd",
    "https://",
    "https://me:secret@example.org/",
    "https://example.org@evil.example/",
    "https://example.org\\@evil.example/",
    "https://example.org/\x1b]52;c;cm0=\x07",
    "https://example.org/\u202egnp.exe",
    "https://example.org/a b",
    "https://example.org:99999/",
    "https://-x.example/",
    f"https://example.org/{'x' * MOST_CHARACTERS}",
    " https://example.org/",
    "https://exa\u00admple.org/",
    "https://[::1]:80/",
)
"""Addresses of which nothing may reach a browser."""


@pytest.mark.parametrize("url", HOSTILE)
def test_what_is_no_plain_address_is_none(url: str) -> None:
    assert plain_link(url) == ""


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.ORG:8080/A?b#c", "https://example.org:8080/A?b#c"),
        ("https://müller.example/straße?q=ü", "https://xn--mller-kva.example/stra%C3%9Fe?q=%C3%BC"),
        ("https://\u0430pple.example/", "https://xn--pple-43d.example/"),
        ("https://example.org/%action", "https://example.org/%ACtion"),
        ("https://example.org/%s", "https://example.org/%25s"),
        ('https://example.org/<">|^`{}', "https://example.org/%3C%22%3E%7C%5E%60%7B%7D"),
        ("https://example.org/a_(b)?c=[d]&e='f'", "https://example.org/a_(b)?c=[d]&e='f'"),
    ],
)
def test_an_address_has_one_plain_form(written: str, plain: str) -> None:
    assert plain_link(written) == plain


def test_the_addresses_of_the_shipped_curricula_are_plain() -> None:
    for resource in bundled().resources.values():
        assert plain_link(resource.url) == resource.url


@given(st.text(st.characters(), max_size=40).map("https://{}".format) | st.from_regex(r"https?://\S+"))
def test_whatever_comes_out_is_plain_and_stays_so(url: str) -> None:
    plain = plain_link(url)
    assert plain_link(plain) == plain
    if plain:
        parts = urlsplit(plain)
        assert parts.scheme in ("http", "https")
        assert parts.hostname
        assert parts.username is None
        assert plain.isascii()
        assert clean(plain, len(plain)) == plain
        assert " " not in plain


@given(st.from_regex(r"https?://[a-z0-9.-]{1,20}(/[A-Za-z0-9/._~-]{0,9})?", fullmatch=True))
def test_what_is_plain_at_a_glance_is_what_a_longer_look_finds(url: str) -> None:
    longer = plain_link(f"{url}{'' if url.count('/') > 2 else '/'}?")
    assert bool(plain_link(url)) == bool(longer)
    assert not longer or longer.removesuffix("?").removesuffix("/") == plain_link(url).removesuffix("/")
