from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import bundled, profile_of
from planner.core.curriculum import AREAS, KINDS, Resource
from planner.core.marking import Answers, set_up
from planner.core.standing import Standing
from planner.core.states import STATES
from planner.presentation.selection import GROUPS, Group, Selection, Value

PROFILE = profile_of(
    "cs50-sql", progress={"ddia": {"status": "doing"}, "effective-java": {"status": "skipped"}}
)
ENTRIES = set_up(bundled(), PROFILE, Answers("data-scientist", 8, "finance-fraud"))
STANDING = Standing(
    bundled(),
    PROFILE.with_entries({key: {**each, "at": ""} for key, each in ENTRIES.items()}),
    date(2026, 11, 23),
)
CATALOGUE = STANDING.catalogue

SELECTIONS = st.builds(
    Selection,
    search=st.sampled_from(("", "data", "design patterns", "kleppmann", "c")),
    areas=st.sets(st.sampled_from(AREAS)).map(tuple),
    states=st.sets(st.sampled_from(STATES)).map(tuple),
    kinds=st.sets(st.sampled_from(KINDS)).map(tuple),
    costs=st.sets(st.sampled_from(("free", "freemium", "paid"))).map(tuple),
    levels=st.sets(st.sampled_from((1, 2, 3))).map(tuple),
    competency=st.sampled_from(("", "databases")),
    ready=st.booleans(),
    on_path=st.booleans(),
)


def _value_of(resource: Resource, group: Group) -> object:
    return {
        "areas": CATALOGUE.area_of(resource),
        "states": STANDING.state_of(resource),
        "kinds": resource.kind,
        "costs": resource.cost,
        "levels": resource.level,
        "ready": STANDING.state_of(resource) in ("ready", "doing"),
        "on_path": resource.id in STANDING.steps,
    }[group]


def _passes(resource: Resource, selection: Selection, group: Group) -> bool:
    chosen = selection.chosen(group)
    if group == "competency":
        return not chosen or chosen[0] in resource.teaches
    return not chosen or _value_of(resource, group) in chosen


@given(SELECTIONS)
def test_filters_and_search_let_through_what_passes_all_of_them(selection: Selection) -> None:
    found = [CATALOGUE.listed[place] for place in CATALOGUE.index.find(selection.search).places]
    if not selection.search:
        found.sort(key=lambda each: AREAS.index(CATALOGUE.area_of(each)))
    left = [each for each in found if all(_passes(each, selection, group) for group in GROUPS)]
    assert list(selection.of(STANDING)) == left


@given(SELECTIONS, st.sampled_from([each for each in GROUPS if each != "competency"]))
def test_a_count_is_what_is_left_with_that_value_alone(selection: Selection, group: Group) -> None:
    places = CATALOGUE.index.find(selection.search).places
    counts = selection.counts(STANDING, places, group)
    for value, count in counts.items():
        alone = selection
        for each in selection.chosen(group):
            alone = alone.toggled(group, each)
        assert len(alone.toggled(group, value).of(STANDING)) == count


@given(SELECTIONS, st.sampled_from(GROUPS), st.data())
def test_toggling_twice_changes_nothing(selection: Selection, group: Group, data: st.DataObject) -> None:
    values: dict[Group, tuple[Value, ...]] = {
        "areas": AREAS, "states": STATES, "kinds": KINDS, "costs": ("free", "paid"), "levels": (1, 2),
        "competency": (selection.competency or "testing",), "ready": (True,), "on_path": (True,),
    }  # fmt: skip
    value = data.draw(st.sampled_from(values[group]))
    once = selection.toggled(group, value)
    assert (value in once.chosen(group)) != (value in selection.chosen(group))
    twice = once.toggled(group, value)
    assert {each: set(twice.chosen(each)) for each in GROUPS} == {
        each: set(selection.chosen(each)) for each in GROUPS
    }


def test_nothing_set_lets_everything_through_area_by_area_as_the_files_have_it() -> None:
    places = [CATALOGUE.listed.index(each) for each in Selection().of(STANDING)]
    assert sorted(places) == list(range(len(CATALOGUE.listed)))
    areas = [AREAS.index(CATALOGUE.area_of(CATALOGUE.listed[each])) for each in places]
    assert list(zip(areas, places, strict=True)) == sorted(zip(areas, places, strict=True))
    assert Selection().filters == ()
