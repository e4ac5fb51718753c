"""A Markdown list of things to learn as a curriculum; what the list does not say is a stated default."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from msgspec import Struct

from planner.core.curriculum import Area
from planner.exchange import toml_text
from planner.exchange.drafts import Draft, drafts_of
from planner.exchange.references import Found, Titles
from planner.exchange.words import id_of

DEFAULT_HOURS = 1.0
DEFAULT_COURSE_HOURS = 40.0
_PRACTICE = 0.3
_MOST_REQUIRED = 50
_MOST_RESOURCES = 5000
_MOST_TITLE, _MOST_PROSE = 200, 1000
_MOST_PARTS, _MOST_HOURS = 1000, 5000.0


class Conversion(Struct, frozen=True):
    """A curriculum out of a list."""

    text: str
    """The file, as TOML with comments."""
    done: tuple[str, ...]
    """Ids of what is ticked in the list."""
    resources: int
    linked: int
    """Resources with a link."""
    timed: int
    """Resources whose hours the list says."""
    required: int
    """Prerequisites found among the titles."""
    unmatched: tuple[str, ...]
    """Prerequisites that are no title before them."""


class Wish(Struct, frozen=True):
    """What the person says about the curriculum that is to be."""

    id: str
    area: Area = "software"
    hours: float = DEFAULT_HOURS
    """Hours of an item of which nothing is said."""
    course_hours: float = DEFAULT_COURSE_HOURS
    """Hours of a course of which nothing is said."""
    base: str = ""
    """The address that relative links start from."""


class _Named(Struct, frozen=True):
    """A draft with its ids."""

    draft: Draft
    id: str
    competency: str
    needs: Found


def convert(text: str, wish: Wish) -> Conversion:
    """Return a Markdown list as a curriculum: headings are competencies, items and rows are resources."""
    title, drafts = drafts_of(text, wish.base)
    named = _named(drafts[:_MOST_RESOURCES], wish.id, title or wish.id)
    competencies = {each.competency: each.draft.group or title or wish.id for each in named}
    blocks = [
        _head(wish, title or wish.id, named),
        *(_competency(name, group) for name, group in competencies.items()),
        *_resources(wish, named),
    ]
    return Conversion(
        text="\n".join(blocks),
        done=tuple(each.id for each in named if each.draft.done),
        resources=len(named),
        linked=sum(bool(each.draft.url) for each in named),
        timed=sum(each.draft.hours is not None for each in named),
        required=sum(len(each.needs.ids) for each in named),
        unmatched=tuple(name for each in named for name in each.needs.unmatched),
    )


def _named(drafts: Sequence[Draft], prefix: str, title: str) -> list[_Named]:
    """Return drafts with their ids; what comes first is looked for above, so nothing goes in circles."""
    titles = Titles()
    taken: set[str] = set()
    groups: dict[str, str] = {}
    named = []
    for draft in drafts:
        group = draft.group or title
        if group not in groups:
            groups[group] = id_of(group, prefix, "", groups.values())
        name = id_of(draft.title, prefix, group, taken)
        taken.add(name)
        named.append(_Named(draft, name, groups[group], titles.find(draft.needs, draft.needed)))
        titles.learn(draft.title, name, group, draft.url)
    return named


def _head(wish: Wish, title: str, named: Sequence[_Named]) -> str:
    silenced = ["rate", *([] if all(each.draft.url for each in named) else ["link"])]
    return f"""\
#:schema ./curriculum.schema.json

# Made by `planner convert` from a Markdown list. What the list does not say has a default:
#   area        {wish.area}: all of it; --area chooses another
#   hours       {toml_text.number(wish.hours)} an item, {toml_text.number(wish.course_hours)} a course
#   teaches     an equal share of the heading that it stands under, so that all of it fills that one
#   practice    {_PRACTICE:g}, since reading alone fills a competency to 70
#   level 1, cost free; kind is article, or exercise where there is no link
# Where a comment stands behind a value, the list's own words are in it.
# Weights are 0: what is added moves nobody's position.
format = 1
id = {toml_text.text(wish.id)}
title = {toml_text.text(title, _MOST_TITLE)}
area = {toml_text.text(wish.area)}
silence = {toml_text.texts(silenced)}  # points are shares, not judgements
"""


def _competency(name: str, title: str) -> str:
    return f"""\
[[competency]]
id = {toml_text.text(name)}
title = {toml_text.text(title, _MOST_TITLE)}
weight = 0
"""


def _resources(wish: Wish, named: Sequence[_Named]) -> Iterator[str]:
    grounds = Counter(group for group, _ in {(each.competency, _ground(each)) for each in named})
    points = {name: min(100.0, ceil(10_000 / amount) / 100) for name, amount in grounds.items()}
    return (_resource(wish, each, points) for each in named)


def _ground(each: _Named) -> str:
    """Return what its points are counted under: those of one choice count once."""
    return f"choice {each.draft.choice}" if each.draft.choice else each.id


def _resource(wish: Wish, each: _Named, points: Mapping[str, float]) -> str:
    draft = each.draft
    lines = [
        "[[resource]]",
        f"id = {toml_text.text(each.id)}",
        f"title = {toml_text.text(draft.title, _MOST_TITLE)}",
    ]
    lines += [f"url = {toml_text.text(draft.url, 2048)}"] if draft.url else []
    lines.append(f"kind = {toml_text.text(draft.kind)}")
    lines.append(_hours(wish, draft))
    lines += _requires(each.needs)
    if 0 < draft.parts <= _MOST_PARTS:
        lines.append(f"parts = {draft.parts}  # weeks")
    if draft.choice:
        lines.append(
            f"choice = {toml_text.text(f'{wish.id}-choice-{draft.choice}')}  # one of them is enough"
        )
    lines.append(f"teaches = {toml_text.numbers({each.competency: points[each.competency]})}")
    lines.append(f"practice = {_PRACTICE:g}")
    lines += [f"why = {toml_text.text(draft.aside, _MOST_PROSE)}"] if draft.aside else []
    return "\n".join([*lines, ""])


def _hours(wish: Wish, draft: Draft) -> str:
    said = f"  {toml_text.comment(draft.effort)}" if draft.effort else ""
    if draft.hours is not None and 0 < draft.hours <= _MOST_HOURS:
        return f"hours = {toml_text.number(draft.hours)}{said}"
    default = wish.course_hours if draft.kind == "course" else wish.hours
    words = f"not said ({draft.effort})" if draft.effort else "not said"
    return f"hours = {toml_text.number(default)}  {toml_text.comment(words)}"


def _requires(needs: Found) -> list[str]:
    """Return what comes first, and as a comment what was named and is no title before it."""
    unmatched = f"not found above: {', '.join(needs.unmatched)}" if needs.unmatched else ""
    if not needs.ids:
        return [toml_text.comment(f"requires, {unmatched}")] if unmatched else []
    lines = [f"requires = {toml_text.texts(needs.ids[:_MOST_REQUIRED])}"]
    return [f"{lines[0]}  {toml_text.comment(unmatched)}"] if unmatched else lines
