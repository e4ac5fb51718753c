import tomllib
from collections.abc import Iterator
from typing import Any

import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from builders import ROOT
from planner.core.problem import KeyPath
from planner.storage.toml_lines import key_lines, line_of

TEXT = '''\
# a comment with [brackets] = and "quotes"
format = 1
why = """
[[resource]]
id = "not a key"
"""

[[resource]]
id = "a"   # [x]
list = [
  "one", # comment ]
  "two",
]
[resource.teaches]
"quoted.key" = 3

[[resource]]
id = 'b'
[table.sub]
key = { inner = [1, 2] }
'''


def test_finds_the_line_of_every_key() -> None:
    assert key_lines(TEXT) == {
        ("format",): 2,
        ("why",): 3,
        ("resource",): 8,
        ("resource", 0): 8,
        ("resource", 0, "id"): 9,
        ("resource", 0, "list"): 10,
        ("resource", 0, "teaches"): 14,
        ("resource", 0, "teaches", "quoted.key"): 15,
        ("resource", 1): 17,
        ("resource", 1, "id"): 18,
        ("table", "sub"): 19,
        ("table", "sub", "key"): 20,
    }


def test_a_key_that_has_no_line_stands_in_its_table() -> None:
    lines = key_lines(TEXT)
    assert line_of(lines, ("resource", 1, "hours")) == 17
    assert line_of(lines, ("table", "sub", "key", "inner")) == 20
    assert line_of(lines, ("nowhere",)) is None


def test_a_quoted_key_may_have_anything_in_it() -> None:
    text = """'[[a = b]]' = 1\n["x = [y"]\n"\\"c.d" . e = "f"\n"""
    assert key_lines(text) == {
        ("[[a = b]]",): 1,
        ("x = [y",): 2,
        ("x = [y", '"c.d', "e"): 3,
    }


def _leaves(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        for index, each in enumerate(value):
            yield from _leaves(each, (*path, index))
    else:
        yield path


def test_every_key_of_the_shipped_curricula_has_its_line() -> None:
    for file in (ROOT / "curricula").glob("*.toml"):
        text = file.read_text("utf-8")
        lines = key_lines(text)
        for path in _leaves(tomllib.loads(text)):
            line = line_of(lines, path)
            assert line is not None
            if path in lines:
                assert str(path[-1]) in text.splitlines()[line - 1]


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20)
tables = st.dictionaries(texts, st.one_of(texts, st.integers(), st.lists(texts, max_size=3)), max_size=4)


@given(st.dictionaries(texts, st.one_of(tables, st.lists(tables, max_size=3)), max_size=4))
def test_no_valid_document_confuses_it(document: dict[str, Any]) -> None:
    text = tomli_w.dumps(document, multiline_strings=True)
    assert all(1 <= line <= text.count("\n") + 1 for line in key_lines(text).values())
