from hypothesis import given
from hypothesis import strategies as st

from builders import as_text, bundled, catalogue_of, competency, resource
from planner.core.catalogue import Catalogue
from planner.core.search import Found
from planner.core.standing import Standing
from planner.presentation import chips, listing, order
from planner.presentation.curriculum_rows import Row
from planner.presentation.lines import line_cells, plain
from planner.presentation.listing import Listing, headings_of, resources_of
from planner.presentation.order import ORDERS, Order, in_order, next_order
from planner.presentation.selection import Selection
from planner.presentation.sheet import SheetLine, Target
from standings import TODAY, data_scientist, selected, waiting_for_another

CATALOGUE = bundled()
STANDING = data_scientist("cs50-sql")
EVERY = range(len(CATALOGUE.listed))
DDIA = Row("resource", "ddia")


def _found(each: Listing, standing: Standing = STANDING) -> Found:
    return standing.catalogue.index.find(each.selection.search)


def _rows(each: Listing, standing: Standing = STANDING) -> list[Row]:
    return list(each.rows(standing, each.places(standing, _found(each, standing))))


def _chips(each: Listing, width: int = 120, *, typing: bool = False) -> SheetLine:
    left = len(each.places(STANDING, _found(each)))
    return chips.draw(each, _found(each), left, len(CATALOGUE.listed), width, typing=typing)


def test_what_is_searched_for_stands_without_headings_the_best_first() -> None:
    assert [row.id for row in _rows(Listing().searching("klepman"))][:2] == ["kleppmann-lectures", "ddia"]


def test_filters_search_and_folds_combine() -> None:
    paid = Listing(selected(costs=("paid",), kinds=("book",)))
    rows = _rows(paid)
    assert {row.kind for row in rows} == {"area", "competency", "resource"}
    folded = paid.fold(frozenset({"distributed-systems"}), folded=True)
    assert DDIA in rows
    assert DDIA not in _rows(folded)
    assert len(_rows(folded)) < len(rows)
    found = [row.id for row in _rows(paid.searching("design"))]
    assert "ddia" in found
    assert "system-design-primer" not in found


@given(st.sampled_from([each for each in ORDERS if each != "curriculum"]), st.integers(0, 386))
def test_an_order_leaves_nothing_out_and_adds_nothing(name: Order, first: int) -> None:
    assert sorted(in_order(STANDING, EVERY[first:], name)) == list(EVERY[first:])


def test_each_order_is_what_it_says() -> None:
    def values(name: Order) -> list[object]:
        listed = [CATALOGUE.listed[place] for place in in_order(STANDING, EVERY, name)]
        return [
            {
                "value": -order.per_hour(STANDING, each),
                "hours": STANDING.remaining_hours(each) or each.hours,
                "level": each.level,
                "title": each.title.casefold()[:1],
            }[name]
            for each in listed
        ]

    for name in ("value", "hours", "level"):
        assert values(name) == sorted(values(name))  # type: ignore[type-var]
    letters = [each for each in values("title") if str(each).isascii() and str(each).isalnum()]
    assert letters == sorted(letters)  # type: ignore[type-var]
    assert next_order("level") == "curriculum"
    assert len({next_order(name) for name in ORDERS}) == len(ORDERS)


def test_what_cannot_be_done_is_worth_nothing_for_an_hour() -> None:
    waiting, first = waiting_for_another()
    skipped = data_scientist("pytest-book", progress={first: {"status": "skipped"}})
    assert order.per_hour(skipped, CATALOGUE.resources[waiting]) == 0
    assert order.per_hour(skipped, CATALOGUE.resources["pytest-book"]) == 0
    assert order.per_hour(STANDING, CATALOGUE.resources["ddia"]) > 0


def test_selecting_again_takes_out_what_is_all_selected() -> None:
    one = Listing().choose(["a", "b"])
    assert one.choose(["b"]).chosen == {"a"}
    assert one.choose(["b", "c"]).chosen == {"a", "b", "c"}
    assert one.choose(["a", "b"]).chosen == frozenset()


def test_a_heading_stands_for_what_is_listed_under_it() -> None:
    books = Listing(selected(kinds=("book",)))
    places = books.places(STANDING, _found(books))
    under = resources_of(STANDING, Row("competency", "databases"), places)
    assert under
    assert all(CATALOGUE.resources[each].kind == "book" for each in under)
    area = resources_of(STANDING, Row("area", "software"), places)
    assert set(under) < set(area)
    assert resources_of(STANDING, DDIA, places) == ("ddia",)


def test_showing_a_row_takes_away_what_hides_it_and_nothing_else() -> None:
    folded = Listing(folded=frozenset({"software", "distributed-systems", "testing"}))
    assert folded.showing(STANDING, DDIA).folded == {"testing"}
    free = Listing(selected(costs=("free",)))
    assert free.showing(STANDING, DDIA).selection == Selection()
    books = Listing(selected(kinds=("book",)), order="hours")
    assert books.showing(STANDING, DDIA) == books
    assert books.showing(STANDING, Row("competency", "testing")) == Listing()


@given(
    st.sampled_from(CATALOGUE.listed), st.sampled_from(("", "data", "zzzz")), st.sampled_from(list(ORDERS))
)
def test_every_resource_can_be_shown_from_anywhere(each: object, search: str, name: Order) -> None:
    row = Row("resource", each.id)  # type: ignore[attr-defined]
    headings = frozenset({*CATALOGUE.competencies, "software", "ml", "domain"})
    hidden = Listing(selected(search=search, kinds=("video",)), name, headings)
    assert any(one.is_same(row) for one in _rows(hidden.showing(STANDING, row)))


def test_headings_of_a_row_are_the_nearest_first() -> None:
    assert headings_of(CATALOGUE, DDIA) == ("distributed-systems", "software")
    assert headings_of(CATALOGUE, Row("competency", "testing")) == ("software",)
    assert headings_of(CATALOGUE, Row("area", "ml")) == ()


def test_a_resource_that_teaches_nothing_is_found_all_the_same() -> None:
    bare: Catalogue = catalogue_of(competency("a"), resource("odd", {}), resource("even", {"a": 1}))
    standing = Standing(bare, STANDING.profile, TODAY)
    each = Listing().searching("odd")
    assert [row.id for row in _rows(each, standing)] == ["odd"]
    assert headings_of(bare, Row("resource", "odd")) == ()


def test_a_list_follows_the_marks_only_where_they_decide_what_is_in_it() -> None:
    assert not Listing(selected(kinds=("book",), search="data"), order="title").follows_marks
    assert Listing(selected(states=("ready",))).follows_marks
    assert Listing(selected(ready=True)).follows_marks
    assert Listing(order="value").follows_marks


def test_chips_name_search_filters_order_and_selection_and_say_how_many_are_left() -> None:
    busy = Listing(selected("design", areas=("software",), levels=(2,), ready=True), "hours").choose(["ddia"])
    text = plain(_chips(busy).line)
    for words in ("1 selected ×", "/design ×", "software ×", "level 2 ×", "ready now ×", "shortest first ×"):
        assert words in text
    left = len(busy.places(STANDING, _found(busy)))
    assert text.endswith(f"{left} of 387")
    assert {target.id for _, target in _chips(busy).spots} >= {"areas", "levels", "ready"}
    assert not Listing().has_chips


def test_a_word_that_was_taken_for_another_says_so() -> None:
    close = Listing().searching("klepman")
    assert "/klepman ≈ kleppmann ×" in plain(_chips(close).line)
    typed = plain(_chips(close, typing=True).line)
    assert "×" not in typed
    assert typed.endswith("klepman ≈ kleppmann  2 of 387")


@given(
    st.integers(40, 200),
    st.sets(st.sampled_from(("book", "course", "paper", "docs", "project"))),
    st.sets(st.sampled_from((1, 2, 3))),
    st.text("abcdefghij ", max_size=40),
    st.booleans(),
)
def test_chips_fit_and_each_can_be_clicked(
    width: int, kinds: set[str], levels: set[int], search: str, ready: bool
) -> None:
    selection = selected(search, kinds=tuple(kinds), levels=tuple(levels), ready=ready)
    drawn = _chips(Listing(selection, "title"), width)
    assert line_cells(drawn.line) <= width
    assert all(cells.stop <= width for cells, _ in drawn.spots)
    shown = [target for _, target in drawn.spots]
    everything = len(selection.filters) + 1 + bool(search)
    assert len(shown) == everything or shown[-1] == Target("command", "filter")


def test_where_nothing_fits_it_says_what_to_do() -> None:
    searched = as_text(listing.nothing(Listing().searching("zzzz"), 40))
    assert "zzzz" in searched
    assert "esc" in searched
    filtered = as_text(listing.nothing(Listing(selected(kinds=("video",), levels=(3,))), 40))
    assert "video, level 3" in filtered
    assert "f " in filtered
    both = as_text(listing.nothing(Listing(selected("zzzz", kinds=("video",))), 40))
    assert "zzzz" in both
    assert "video" in both
