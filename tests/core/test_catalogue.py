from builders import bundled, catalogue_of, competency, curriculum_of, resource
from planner.core.catalogue import Catalogue
from planner.core.consistency import find_faults
from planner.core.curriculum import Role


def test_prerequisites_come_first_in_the_order() -> None:
    order = {each: index for index, each in enumerate(bundled().order)}
    for each in bundled().resources.values():
        assert all(order[required] < order[each.id] for required in each.requires)


def test_a_resource_belongs_where_most_of_its_points_go() -> None:
    catalogue = catalogue_of(
        competency("a"),
        competency("b", "ml"),
        resource("mostly-b", {"a": 5, "b": 9}),
        resource("even", {"a": 5, "b": 5}),
    )
    assert catalogue.area_of(catalogue.resources["mostly-b"]) == "ml"
    assert catalogue.area_of(catalogue.resources["even"]) == "software"


def test_only_the_chosen_elective_counts() -> None:
    catalogue = catalogue_of(
        competency("x", "domain", 0.5, elective=True), competency("y", "domain", 0.5, elective=True),
        competency("z", "domain", 0.5),
    )  # fmt: skip
    assert set(catalogue.axes("x").weights) == {"x", "z"}
    assert set(catalogue.axes(None).weights) == {"z"}
    assert set(catalogue.axes("no such domain").weights) == {"z"}


def _reasons(*curricula: object) -> list[str]:
    return [f"{fault.curriculum}: {fault.reason}" for fault in find_faults(curricula)]  # type: ignore[arg-type]


def test_unknown_ids_are_found_and_the_nearest_is_named() -> None:
    faulty = curriculum_of(
        competency("databases"),
        resource("book", {"database": 5}, requires=("bok",)),
        Role("role", "Role", 1, 1, essential=("nothing",), typical={"nowhere": 5}),
    )
    found = " | ".join(_reasons(faulty))
    assert "no curriculum has a competency 'database'; did you mean 'databases'?" in found
    assert "no curriculum has a resource 'bok'; did you mean 'book'?" in found
    assert "resource 'nothing'" in found
    assert "competency 'nowhere'" in found


def test_an_id_is_taken_once_and_never_a_word_of_planners_own() -> None:
    first = curriculum_of(competency("a"), resource("book", {"a": 5}))
    second = curriculum_of(resource("book", {"a": 5}), resource("done", {"a": 5}), name="second")
    found = _reasons(first, second)
    assert any("second: 'book' is taken by test.toml" in each for each in found)
    assert any("'done' is a word of planner's own" in each for each in found)


def test_a_former_id_gives_way_to_a_live_one() -> None:
    first = curriculum_of(competency("a"), resource("old", {"a": 5}))
    thief = curriculum_of(resource("new", {"a": 5}, formerly=("old",)), name="thief")
    assert _reasons(thief, first) == ["thief: 'old' is taken by test.toml; ids are unique"]


def test_a_cycle_is_blamed_on_the_file_loaded_last() -> None:
    first = curriculum_of(competency("a"), resource("x", {"a": 5}, requires=("y",)))
    second = curriculum_of(resource("y", {"a": 5}, requires=("x",)), name="second")
    assert _reasons(first, second) == ["second: prerequisites go in a circle: y → x → y; remove one of them"]


def test_a_long_cycle_is_cut_short_in_words() -> None:
    ring = [resource(f"r{index}", {"a": 1}, requires=(f"r{(index + 1) % 3000}",)) for index in range(3000)]
    (reason,) = _reasons(curriculum_of(competency("a"), *ring))
    assert len(reason) < 200


def test_a_sound_set_has_no_faults() -> None:
    assert find_faults(bundled().curricula) == ()
    assert Catalogue(()).axes(None).totals == {"software": 0, "ml": 0, "domain": 0}
