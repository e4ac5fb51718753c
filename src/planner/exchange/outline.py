"""A Markdown text as headings, list items and tables, in the order in which they stand."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_CHARACTERS = 4 << 20
"""Characters of a text that are read; nobody's list is longer."""
_BOXES = {"[ ]": False, "[]": False, "[x]": True, "[X]": True}
_DONE_SIGNS = ("✅", "✔️", "✔", "☑️", "☑")


class Link(Struct, frozen=True):
    """A link in a text."""

    text: str
    url: str


class Passage(Struct, frozen=True):
    """A stretch of text without its markup."""

    text: str
    links: tuple[Link, ...] = ()
    codes: tuple[str, ...] = ()
    """What is marked as code."""


class Heading(Struct, frozen=True):
    """A heading, in a list or outside."""

    title: Passage
    level: int


class Paragraph(Struct, frozen=True):
    """Text outside of lists and tables."""

    passage: Passage


class Item(Struct, frozen=True):
    """An item of a list."""

    passage: Passage
    """Its text without the box; what stands in lists inside it is not part of it."""
    box: bool | None
    """Whether its box is ticked; None where it has none."""


class Table(Struct, frozen=True):
    """A table."""

    header: tuple[Passage, ...]
    rows: tuple[tuple[Passage, ...], ...]


Block = Heading | Paragraph | Item | Table


def read(text: str) -> tuple[Block, ...]:
    """Return what a Markdown text consists of; code, quotes' marks and HTML are left out."""
    from markdown_it import MarkdownIt  # a command that reads no Markdown does without it

    tokens = MarkdownIt("commonmark").enable("table").parse(text[:MOST_CHARACTERS])
    return tuple(_blocks(tokens))


def without_sign(text: str) -> tuple[str, bool]:
    """Return a text without the signs that people put beside what is done, and whether there was one."""
    bare = text
    for sign in _DONE_SIGNS:
        bare = bare.replace(sign, " ")
    return " ".join(bare.split()), bare != text


def _blocks(tokens: "Sequence[Token]") -> Iterator[Block]:
    item_waits = False
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "table_open":
            end = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close")
            yield _table(tokens[index:end])
            index = end
        elif token.type == "list_item_open":
            item_waits = True
        elif token.type == "list_item_close":
            item_waits = False
        elif token.type == "inline":
            opener = tokens[index - 1]
            if opener.type == "heading_open":
                yield Heading(_passage(token), int(opener.tag[1:]))
            else:
                yield _item(_passage(token)) if item_waits else Paragraph(_passage(token))
            item_waits = False
        index += 1


def _item(passage: Passage) -> Item:
    box, _, rest = passage.text.partition("]")
    ticked = _BOXES.get(f"{box}]")
    if ticked is None:
        return Item(passage, None)
    return Item(Passage(rest.strip(), passage.links, passage.codes), ticked)


def _table(tokens: "Sequence[Token]") -> Table:
    rows: list[list[Passage]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_passage(token))
    header, *body = rows
    return Table(tuple(header), tuple(tuple(row) for row in body))


def _passage(inline: "Token") -> Passage:
    """Return the text of an inline token, and its links with their texts."""
    parts: list[str] = []
    codes: list[str] = []
    links: list[Link] = []
    url, start = "", 0
    for child in inline.children or ():
        if child.type == "link_open":
            url, start = str(child.attrs.get("href", "")), len(parts)
        elif child.type == "link_close":
            links.append(Link(_joined(parts[start:]), url))
        elif child.type == "code_inline":
            codes.append(child.content)
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "text":
            parts.append(child.content)
    return Passage(_joined(parts), tuple(links), tuple(codes))


def _joined(parts: Sequence[str]) -> str:
    return " ".join("".join(parts).split())


def items_and_rows(blocks: Sequence[Block]) -> Iterator[tuple[Passage, bool]]:
    """Go through everything that can be ticked: items with a box, rows of tables; and whether it is."""
    for block in blocks:
        if isinstance(block, Item) and block.box is not None:
            yield block.passage, block.box
        elif isinstance(block, Table):
            for row in block.rows:
                signs = (without_sign(cell.text)[1] for cell in row)
                whole = Passage(row[0].text, tuple(chain.from_iterable(cell.links for cell in row[:1])))
                yield whole, any(signs)
