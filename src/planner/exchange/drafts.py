"""Lists and tables of courses as drafts of resources: what is known of them, and what is not."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urljoin

from msgspec import Struct, field

from planner.core.curriculum import Kind
from planner.core.link import plain_link
from planner.exchange.effort import total_hours, weeks
from planner.exchange.outline import Block, Heading, Item, Paragraph, Passage, Table, read, without_sign

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("course", "courses", "title", "name", "book", "resource", "topic"),
    "duration": ("duration", "length", "weeks", "time"),
    "effort": ("effort", "workload", "hours"),
    "prerequisites": ("prerequisites", "prerequisite", "prereqs", "requires", "requirements"),
}
_ONE_OF_THEM = re.compile(r"\b(?:choose|pick|take)\W+(?:just\W+|only\W+|any\W+)?one\b", re.IGNORECASE)
_KIND_WORDS: tuple[tuple[str, Kind], ...] = (
    ("(video", "video"), ("(playlist", "video"), ("(paper", "paper"), ("(pdf", "paper"), ("(book", "book"),
    ("(course", "course"),
)  # fmt: skip


class Draft(Struct, frozen=True):
    """A resource as far as a list tells."""

    title: str
    group: str
    """Title of the heading that it stands under."""
    kind: Kind
    url: str = ""
    aside: str = ""
    """What else its text says, and further links."""
    hours: float | None = None
    """None where nothing is said."""
    effort: str = ""
    """What is said of duration and effort, in the list's own words."""
    parts: int = 0
    """Weeks, where they are counted."""
    needs: str = ""
    """What is said of prerequisites."""
    needed: Mapping[str, str] = field(default_factory=dict)
    """Where the links in it lead."""
    choice: int = 0
    """Number of the choice that it belongs to; 0 for none."""
    done: bool = False


def drafts_of(text: str, base: str = "") -> tuple[str, tuple[Draft, ...]]:
    """Return the title of a Markdown text, if one heading is above all others, and drafts of what it lists.

    Where there are tables with duration, effort or prerequisites, the courses are their rows and the
    items with a box; else every item of a list that has a box or a link to another place. `base` is
    the address that relative links start from.
    """
    blocks = read(text)
    tops = [each.title.text for each in blocks if isinstance(each, Heading) and each.level == 1]
    title = tops[0] if len(tops) == 1 else ""
    tables = [each for each in blocks if isinstance(each, Table) and _columns(each)]
    return title, tuple(_drafts(blocks, base, boxes_only=bool(tables)))


def _drafts(blocks: Sequence[Block], base: str, *, boxes_only: bool) -> Iterator[Draft]:
    group, before, choices = "", "", 0
    for block in blocks:
        if isinstance(block, Heading):
            group = block.title.text or group
        elif isinstance(block, Item):
            link = _first_link(block.passage, base)
            if block.passage.text and (block.box is not None or (link and not boxes_only)):
                yield _of_item(block, group, base)
        elif isinstance(block, Table) and _columns(block):
            is_choice = bool(_ONE_OF_THEM.search(before))
            choices += is_choice
            yield from _of_table(block, group, base, choices if is_choice else 0)
        before = block.passage.text if isinstance(block, Paragraph) else ""


def _of_item(item: Item, group: str, base: str) -> Draft:
    passage = item.passage
    title, aside = _title_and_aside(passage, base)
    return Draft(
        title=title,
        group=group,
        kind=_kind(passage.text, "article" if _first_link(passage, base) else "exercise"),
        url=_first_link(passage, base),
        aside=aside,
        done=bool(item.box),
    )


def _of_table(table: Table, group: str, base: str, choice: int) -> Iterator[Draft]:
    columns = _columns(table)
    for row in table.rows:
        cells = {name: row[at].text if at < len(row) else "" for name, at in columns.items()}
        passage = row[columns["title"]]
        title, aside = _title_and_aside(passage, base)
        if not title:
            continue
        duration, effort = cells.get("duration", ""), cells.get("effort", "")
        length = weeks(duration)
        is_counted = length is not None and length.least == length.most == round(length.most)
        yield Draft(
            title=title,
            group=group,
            kind="course",
            url=_first_link(passage, base),
            aside=aside,
            hours=total_hours(duration, effort),
            effort=", ".join(each for each in (duration, effort) if each),
            parts=round(length.most) if length and is_counted else 0,
            needs=cells.get("prerequisites", ""),
            needed=_links(row, columns.get("prerequisites"), base),
            choice=choice,
            done=any(without_sign(cell.text)[1] for cell in row),
        )


def _links(row: Sequence[Passage], at: int | None, base: str) -> Mapping[str, str]:
    """Return where the links of a cell lead, by their text."""
    if at is None or at >= len(row):
        return {}
    return {each.text: _absolute(each.url, base) for each in row[at].links}


def _columns(table: Table) -> Mapping[str, int]:
    """Return where the columns of a table of courses stand; nothing for other tables."""
    heads = [cell.text.casefold().strip() for cell in table.header]
    found = {
        name: at
        for name, words in _COLUMNS.items()
        for at in reversed(range(len(heads)))
        if heads[at] in words
    }
    return {"title": 0, **found} if found.keys() - {"title"} else {}


def _title_and_aside(passage: Passage, base: str) -> tuple[str, str]:
    """Return a title, which is the link where the text begins with one, and what else is there."""
    text = without_sign(passage.text)[0]
    first = passage.links[0] if passage.links else None
    title = without_sign(first.text)[0] if first else ""
    rest = text
    if title and text.startswith(title):
        rest = text[len(title) :].strip(" -–—:;,.*")
    else:
        title, rest = text, ""
    others = (_absolute(each.url, base) for each in passage.links[1:])
    more = [each for each in (*_asides(rest), *others) if each]
    return title.strip(" :"), " · ".join(dict.fromkeys(more))


def _asides(rest: str) -> Iterable[str]:
    return [] if rest.strip("()").casefold() in ("", "alternative") else [rest]


def _first_link(passage: Passage, base: str) -> str:
    return next(filter(None, (_absolute(each.url, base) for each in passage.links)), "")


def _absolute(url: str, base: str) -> str:
    """Return an address that leads out of the text; empty for one that does not."""
    try:
        return plain_link(url if not base or url.startswith("#") else urljoin(base, url))
    except ValueError:
        return ""


def _kind(text: str, default: Kind) -> Kind:
    folded = text.casefold()
    return next((kind for word, kind in _KIND_WORDS if word in folded), default)
