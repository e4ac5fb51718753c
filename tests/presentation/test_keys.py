import tomllib
from collections.abc import Mapping
from string import printable

import pytest
from textual.binding import Binding
from textual.keys import Keys as ToolkitKeys
from textual.keys import _character_to_key

from builders import as_text
from planner.presentation.commands import COMMANDS, MOVES
from planner.presentation.key_names import key_name, written
from planner.presentation.key_rows import draw, template
from planner.presentation.keys import Keys, keys_of, rebound
from planner.presentation.lines import line_cells

SIGNS = [each for each in printable if not each.isalnum() and not each.isspace()]


@pytest.mark.parametrize("character", [*SIGNS, *"aZ0éß§€"])
def test_a_character_is_the_toolkits_key_and_reads_back_as_itself(character: str) -> None:
    name = key_name(character)
    assert name == _character_to_key(character)
    assert written(name) == character


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("F5", "f5"), ("Space", "space"), (" ", "space"), ("esc", "escape"), ("shift+x", "X"),
        ("ctrl+T", "ctrl+t"), ("ctrl++", "ctrl+plus"), ("shift+alt+up", "alt+shift+up"),
        ("ctrl+i", "tab"), ("ctrl+m", "enter"),
        ("ctrl+[", "escape"), ("question_mark", "question_mark"), ("pgdn", "pagedown"), ("→", "right"),
    ],
)  # fmt: skip
def test_keys_go_by_several_names(text: str, name: str) -> None:
    assert key_name(text) == name


@pytest.mark.parametrize(
    "text", ["", "nope", "ctrl+", "+a", "a,b", "xx", "shift+1", "hyper", "\n", "\x1b", "f99"]
)
def test_what_is_no_key_has_no_name(text: str) -> None:
    assert key_name(text) is None


def test_the_table_uses_names_that_the_toolkit_knows() -> None:
    known = {each.value for each in ToolkitKeys} | {_character_to_key(each) for each in printable}
    for each in Keys().all:
        assert set(each.keys.split(",")) <= known, each.id
        assert [key_name(key) for key in keys_of(each)] == each.keys.split(",")


def test_no_two_commands_share_an_id_or_a_key() -> None:
    every = (*COMMANDS, *MOVES)
    assert len({each.id for each in every}) == len(every)
    keys = [key for each in every for key in each.keys.split(",")]
    assert len(set(keys)) == len(keys)


def test_a_command_gets_other_keys_and_the_rest_stay() -> None:
    keys, faults = rebound({"skip": ["X", "f8"], "down": ["n", "down"], "note": ["N"]})
    assert not faults
    assert dict(keys.changed) == {"skip": "X,f8", "down": "n,down", "note": "N"}
    assert (keys.of("skip"), keys.of("toggle")) == ("X", "space")


def test_two_commands_may_swap_their_keys() -> None:
    keys, faults = rebound({"skip": ["s"], "start": ["x"]})
    assert not faults
    assert dict(keys.changed) == {"skip": "s", "start": "x"}


def test_a_key_that_another_command_has_is_refused_and_the_usual_ones_stay() -> None:
    keys, (fault,) = rebound({"toggle": ["x", "f9"]})
    assert (fault.command, keys.changed) == ("toggle", {})
    assert "x belongs to 'skip'" in fault.reason


def test_of_two_that_want_one_key_the_first_gets_it() -> None:
    keys, (fault,) = rebound({"skip": ["X"], "known": ["X"]})
    assert fault.command == "known"
    assert dict(keys.changed) == {"skip": "X"}


def test_a_refusal_that_takes_a_key_back_is_a_refusal_for_who_wanted_that_key() -> None:
    keys, faults = rebound({"toggle": ["x"], "known": ["X"], "skip": ["X"]})
    assert {each.command for each in faults} == {"skip", "toggle"}
    assert dict(keys.changed) == {"known": "X"}


@pytest.mark.parametrize("wish", [["Q"], ["ctrl+q", "Q"], ["Q", "ctrl+q"]])
def test_quit_gets_another_key_and_keeps_one(wish: list[str]) -> None:
    keys, faults = rebound({"quit": wish, "note": ["q"]})
    assert not faults
    assert dict(keys.changed) == {"quit": "Q,ctrl+q", "note": "q"}


NO_WAY_OUT: list[Mapping[str, list[str]]] = [
    {"skip": ["q"]},
    {"skip": ["ctrl+q"]},
    {"quit": []},
    {"skip": ["ctrl+c"]},
    {"skip": ["escape"]},
]


@pytest.mark.parametrize("wishes", NO_WAY_OUT)
def test_quit_cannot_be_lost(wishes: Mapping[str, list[str]]) -> None:
    keys, faults = rebound(wishes)
    assert len(faults) == 1
    assert not keys.changed


def test_ctrl_q_alone_leaves_q_to_quit() -> None:
    assert rebound({"quit": ["ctrl+q"]})[0].changed == {}


def test_escape_always_leads_back() -> None:
    assert dict(rebound({"back": ["Z"]})[0].changed) == {"back": "Z,escape"}


def test_what_cannot_be_meant_is_said_with_its_remedy() -> None:
    _, faults = rebound({"skp": ["X"], "skip": ["hyper+x"], "zoom": [], "qqqq": ["F"]})
    said = {each.command: each.reason for each in faults}
    assert "did you mean 'skip'?" in said["skp"]
    assert "no key 'hyper+x'" in said["skip"]
    assert "needs a key" in said["zoom"]
    assert "planner keys" in said["qqqq"]


def test_moves_are_shown_in_pairs() -> None:
    assert next(iter(Keys().moves_in_pairs)) == ("↑ ↓ or k j", "Up and down.")
    keys, _ = rebound({"down": ["N", "down"], "up": ["E"]})
    assert next(iter(keys.moves_in_pairs)) == ("E N or ↓", "Up and down.")


@pytest.mark.parametrize("width", [40, 60, 120])
def test_the_table_is_drawn_at_any_width_and_says_what_is_unusual(width: int) -> None:
    drawn = draw(rebound({"skip": ["X"]})[0], width)
    assert max(map(line_cells, drawn)) <= max(width, 60)
    assert "(usually x)" in " ".join(as_text(drawn).split())


def test_the_template_is_a_config_file_that_says_what_is_so() -> None:
    keys, _ = rebound({"skip": ['"', "\\"], "zoom": ["'"]})
    text = template(keys)
    assert tomllib.loads(text.replace("# theme", "theme"))["theme"]
    assert tomllib.loads(text)["keys"] == {"skip": ['"', "\\"], "zoom": ["'"]}
    every = tomllib.loads(text.replace("\n# ", "\n"))["keys"]
    again, faults = rebound(every)
    assert (again.changed, faults) == (keys.changed, ())
    assert {each.id for each in Keys().all} == set(every)


def test_every_key_of_the_table_can_be_bound() -> None:
    for each in rebound({"skip": [","], "zoom": ["§"]})[0].all:
        assert list(Binding.make_bindings([Binding(each.keys, "x")]))
