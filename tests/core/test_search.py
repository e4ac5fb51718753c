from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import bundled, competency, resource
from planner.core.closeness import closest, distance_to
from planner.core.search import Index, folded

CATALOGUE = bundled()
IDS = list(CATALOGUE.resources)
WORDS = sorted({word for each in CATALOGUE.listed for word in folded(each.title).split()})
QUERIES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


def _find(query: str) -> list[str]:
    return [IDS[place] for place in CATALOGUE.index.find(query).places]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ddia", "ddia"),
        ("klepman", "ddia"),
        ("desgn data", "ddia"),
        ("KLEPPMANN databases", "ddia"),
        ("tlpi", "linux-programming-interface"),
        ("geron", "hands-on-ml"),
        ("pytroch tutorials", "pytorch-tutorials"),
        ("kuberntes hard", "kubernetes-the-hard-way"),
        ("pstgrs", "postgres-docs"),
    ],
)
def test_it_is_found_by_initials_authors_and_with_a_slip(query: str, first: str) -> None:
    assert first in _find(query)[:2]


@pytest.mark.parametrize("query", ["no such thing anywhere", "zzzz", "rust kleppmann"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert not _find(query)


def test_an_empty_query_finds_everything_in_order() -> None:
    assert _find("") == _find(" ,. ") == IDS


def test_whole_words_come_before_beginnings_and_those_before_the_inside_of_words() -> None:
    titles = ("Category theory", "Catalogues", "The cat", "Concatenation", "Theory")
    index = Index([resource(title, {}) for title in titles], {})
    assert [titles[place] for place in index.find("cat").places] == [
        "The cat",
        "Category theory",
        "Catalogues",
        "Concatenation",
    ]


def test_the_title_counts_more_than_the_competency_and_words_in_a_row_more_than_apart() -> None:
    things = [
        resource("a", {"deep learning": 1}),
        resource("learning deep things", {"deep learning": 1}),
        resource("on deep learning", {"deep learning": 1}),
    ]
    deep = competency("deep learning")
    index = Index(things, {deep.id: deep})
    assert index.find("deep learning").places == (2, 1, 0)


@given(QUERIES, st.integers(1, 6))
def test_more_letters_never_find_more_and_an_earlier_search_changes_nothing(query: str, cut: int) -> None:
    shorter = CATALOGUE.index.find(query[:-cut])
    longer = CATALOGUE.index.find(query)
    if not shorter.taken_as:
        assert set(longer.places) <= set(shorter.places)
    assert CATALOGUE.index.find(query, shorter) == longer


@given(QUERIES)
def test_every_word_occurs_in_all_that_is_found(query: str) -> None:
    found = CATALOGUE.index.find(query)
    assert not found.taken_as
    for place in found.places:
        each = CATALOGUE.listed[place]
        taught = [CATALOGUE.competencies[one].title for one in each.teaches]
        initials = "".join(word[0] for word in folded(each.title).split())
        text = folded(" ".join((each.title, each.id, each.kind, *each.authors, *taught))) + initials
        assert all(word in text for word in found.words)


@given(QUERIES.flatmap(lambda query: st.tuples(st.just(query), st.permutations(query.split()))))
def test_the_order_of_the_words_does_not_matter_to_what_is_found(pair: tuple[str, list[str]]) -> None:
    query, shuffled = pair
    assert set(_find(" ".join(shuffled))) == set(_find(query))


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@pytest.mark.parametrize(
    "slip",
    [
        lambda word, at: word[:at] + word[at + 1 :],
        lambda word, at: word[:at] + "q" + word[at:],
        lambda word, at: word[:at] + "q" + word[at + 1 :],
        _swapped,
    ],
    ids=["missing", "too many", "wrong", "swapped"],
)
@given(word=st.sampled_from([word for word in WORDS if len(word) > 5]), data=st.data())
def test_one_slip_is_forgiven(slip: Callable[[str, int], str], data: st.DataObject, word: str) -> None:
    typed = slip(word, data.draw(st.integers(1, len(word) - 2)))
    distance = distance_to(typed, word)
    assert distance is not None
    assert distance <= 1


@given(st.text("abcd", min_size=1, max_size=9), st.text("abcd", min_size=1, max_size=9))
def test_a_word_is_no_distance_from_itself_and_from_what_begins_with_it(word: str, more: str) -> None:
    if len(word) > 4:
        assert distance_to(word, word + more) == 0
    assert distance_to(word, word) in (0, None)


def test_short_words_are_taken_as_they_are() -> None:
    assert closest("sqk", ["sql"]) == ()
    assert closest("sqll", ["sql", "squirrel"]) == ("sql",)


def test_accents_capitals_and_punctuation_make_no_difference() -> None:
    assert folded("Aurélien GÉRON: C++/C#").split() == ["aurelien", "geron", "c++", "c#"]
