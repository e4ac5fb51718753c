from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from builders import bundled, catalogue_of, competency, profile_of, resource
from planner.core.catalogue import Catalogue
from planner.core.marking import checked_off
from planner.core.profile import Profile
from planner.core.text import clean
from planner.exchange.checklist import Ticks, ticks_of
from planner.exchange.markdown import checklist

TODAY = date(2026, 11, 26)
TITLES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
STATES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["todo", "doing", "done", "skipped"]),
        "known": st.booleans(),
        "parts": st.integers(0, 7),
    },
)


def hostile(*titles: str) -> Catalogue:
    """Return a catalogue of resources with these titles, some with parts."""
    more: list[dict[str, Any]] = [
        {"url": f"https://e.org/{index}_(a)?<b>", "parts": 7 * (index % 2)} for index in range(len(titles))
    ]
    plain = [resource(f"r{index}", {"c": 1}, **each) for index, each in enumerate(more)]
    return catalogue_of(
        competency("c", "ml"),
        *(replace(each, title=title) for each, title in zip(plain, titles, strict=True)),
    )


def said(catalogue: Catalogue, profile: Profile) -> Mapping[str, object]:
    """Return what a profile says of each resource, as far as a list can carry it."""
    found = {}
    for each in catalogue.resources.values():
        progress = profile.progress_of(each)
        parts = progress.parts if progress.status in ("todo", "doing") and not progress.known else None
        status = "doing" if parts and progress.status == "todo" else progress.status
        found[each.id] = (status, progress.known, parts)
    return found


@given(st.lists(st.tuples(TITLES, STATES), min_size=1, max_size=6))
def test_export_and_import_restore_all_marks(made: list[tuple[str, dict[str, Any]]]) -> None:
    catalogue = hostile(*(title for title, _ in made))
    profile = profile_of(progress={f"r{index}": state for index, (_, state) in enumerate(made)})
    ticks = ticks_of(checklist(catalogue, profile), catalogue)
    assert not ticks.unmatched
    entries = checked_off(catalogue, Profile("new"), ticks.marks, ticks.parts, TODAY)
    assert said(catalogue, Profile("new").with_entries(entries)) == said(catalogue, profile)
    again = checked_off(catalogue, profile, ticks.marks, ticks.parts, TODAY)
    assert said(catalogue, profile.with_entries(again)) == said(catalogue, profile)


@given(st.lists(TITLES, min_size=1, max_size=6))
def test_a_renderer_shows_every_title_as_it_is(titles: list[str]) -> None:
    catalogue = hostile(*titles)
    tokens = MarkdownIt("gfm-like2", {"linkify": False}).parse(checklist(catalogue, profile_of("r0")))
    items = [token for token in tokens if token.type == "list_item_open"]
    assert [token.meta.get("checked") for token in items] == [True] + [False] * (len(titles) - 1)
    inlines = [tokens[index + 2] for index, token in enumerate(tokens) if token.type == "list_item_open"]
    for inline, each in zip(inlines, catalogue.resources.values(), strict=True):
        children = inline.children or []
        kinds = {child.type for child in children} - {"checkbox_input", "html_inline"}
        assert kinds <= {"text", "link_open", "link_close", "code_inline"}, kinds
        (link,) = (child for child in children if child.type == "link_open")
        assert str(link.attrs["href"]).startswith("https://e.org/")
        start = children.index(link)
        end = next(index for index, child in enumerate(children) if child.type == "link_close")
        shown = "".join(child.content for child in children[start:end])
        assert shown.split() == clean(each.title).split()


def test_all_that_ships_comes_back() -> None:
    done = tuple(bundled().resources)[::3]
    profile = profile_of(*done)
    ticks = ticks_of(checklist(bundled(), profile), bundled())
    assert set(ticks.marks) == set(done)
    assert ticks.ticked == len(done)


def test_what_others_wrote_is_found_by_id_address_and_title() -> None:
    ticks = of(
        "- [x] anything `pro-git`\n"
        "- [X] [DDIA](http://www.oreilly.com/library/view/designing-data-intensive-applications/9781098119058)\n"
        "* [x] software engineering at Google!\n"
        "- [ ] [x] `islp` \n"
        "- [x] A book that nobody knows\n"
        "- `cs50p` without a box\n"
        "1. [ ] `java-mooc`\n"
    )
    assert ticks.marks == {"pro-git": ("done",), "ddia": ("done",), "swe-at-google": ("done",)}
    assert ticks.unmatched == ("A book that nobody knows",)
    assert ticks.ticked == 4


def test_rows_of_tables_count_when_they_bear_a_sign() -> None:
    ticks = of(
        "Courses | Duration\n:-- | :--\n"
        "✅ [Pro Git](https://git-scm.com/book/en/v2) | 2 weeks\n"
        "Software Engineering at Google | ✅\n"
        "Fluent Python, 2nd edition | 3 weeks\n"
    )
    assert set(ticks.marks) == {"pro-git", "swe-at-google"}


def test_a_box_is_right_where_the_words_behind_it_differ() -> None:
    ticks = of(
        "- [x] `ddia` · 60 h · doing\n- [ ] `pro-git` · 20 h · known\n- [ ] `islp` · 3 of 13 parts · doing\n"
    )
    assert ticks.marks == {"ddia": ("done",), "islp": ("doing",)}
    assert ticks.parts == {"islp": 3}


def test_what_could_be_several_is_left_to_the_person() -> None:
    twins = catalogue_of(
        competency("c"),
        resource("one", {"c": 1}, url="https://e.org"),
        resource("two", {"c": 1}, url="https://e.org"),
    )
    ticks = ticks_of("- [x] [either](https://e.org/)\n- [x] [Two](https://e.org)\n- [x] ???\n", twins)
    assert ticks.marks == {"two": ("done",)}
    assert ticks.unmatched == ("either", "???")


@given(st.text(st.sampled_from("-*[]x |#`\n\t(<>)ab:\\&"), max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    of(text)


def of(text: str) -> Ticks:
    return ticks_of(text, bundled())
