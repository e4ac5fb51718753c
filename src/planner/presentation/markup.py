"""HTML and SVG put together from elements: what is not an element is text, and escaped."""

from html import escape
from typing import Final

from msgspec import Struct

from planner.core.text import clean

Attribute = str | float | bool | None
_EMPTY: Final = frozenset({"meta", "link"})
"""Elements of HTML that have no end."""
_LONGEST: Final = 20_000
"""Characters of an attribute; a way with a stop for every resource there is has that many."""


class Markup(Struct, frozen=True):
    """A piece of a page."""

    text: str


Child = Markup | str


def element(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """Return an element; a string among its children is text.

    Attributes of `None` or `False` are left out, `True` stands without a value; `class_` is `class`,
    `fill_opacity` is `fill-opacity`.
    """
    shown = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(f"<{name}{shown}>")
    return Markup(f"<{name}{shown}>{joined(*children).text}</{name}>")


def joined(*children: Child) -> Markup:
    """Return pieces one after the other."""
    return Markup("".join(each.text if isinstance(each, Markup) else _escaped(each) for each in children))


def link(text: str, url: str) -> Markup:
    """Return a text that leads to an address, or only the text where that is none of the web."""
    is_web = url.lower().startswith(("http://", "https://"))
    return element("a", text, href=url) if is_web else joined(text)


def style(rules: str) -> Markup:
    """Return a stylesheet of our own; nothing from a file belongs into it."""
    return Markup(f"<style>\n{rules}</style>")


def script(code: str) -> Markup:
    """Return a script of our own; nothing from a file belongs into it."""
    return Markup(f"<script>{code}</script>")


def document(head: Markup, body: Markup) -> str:
    """Return a whole page in English."""
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en').text}\n"


def _escaped(text: str) -> str:
    return escape(clean(text), quote=False)


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    shown = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{escape(clean(shown, _LONGEST), quote=True)}"'
