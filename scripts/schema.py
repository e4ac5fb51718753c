"""Write the JSON Schemas: of a curriculum beside the curricula, of every JSON document into docs/json."""

import json
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from planner.authoring import schema
from planner.exchange import document as exported
from planner.presentation import key_rows, path_shapes, progress_shapes, shapes, timer_rows

ROOT = Path(__file__).parents[1]
FILE = ROOT / "curricula" / "curriculum.schema.json"
DOCUMENTS = ROOT / "docs" / "json"
MODULES = (shapes, path_shapes, progress_shapes, exported)
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALARS: Mapping[Any, str] = {
    str: "string",
    float: "number",
    int: "integer",
    bool: "boolean",
    NoneType: "null",
}


def text() -> str:
    """Return the schema of a curriculum file as it stands in the repository."""
    return schema()


def documents() -> Mapping[Path, str]:
    """Return the file of every document's schema, and its text."""
    whole = [each for each in _shapes() if "format" in get_type_hints(each)]
    return {DOCUMENTS / f"{_name(each)}.schema.json": _dump(document(each)) for each in whole}


def document(shape: type) -> Mapping[str, Any]:
    """Return the JSON Schema of a document of this shape, the shapes inside it among its definitions."""
    known: dict[str, Any] = {}
    top = _table(shape, known)
    return {"$schema": DIALECT, "title": _name(shape), **top, **({"$defs": known} if known else {})}


def _shapes() -> list[type]:
    found = (
        each
        for module in (shapes, path_shapes, progress_shapes, key_rows, timer_rows, exported)
        for each in vars(module).values()
    )
    return [
        each for each in dict.fromkeys(each for each in found if isinstance(each, type)) if is_typeddict(each)
    ]


def _name(shape: type) -> str:
    return str(shape.__name__).removesuffix("Shape").lower()


def _table(shape: type, known: dict[str, Any]) -> dict[str, Any]:
    hints, required = get_type_hints(shape), vars(shape)["__required_keys__"]
    said = {"description": cleandoc(shape.__doc__)} if shape.__doc__ else {}
    properties = {name: _schema(hint, known) for name, hint in hints.items()}
    return {
        **said,
        "type": "object",
        "properties": properties,
        "required": [name for name in hints if name in required],
        "additionalProperties": False,
    }


def _schema(hint: Any, known: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any form of a type
    """Return the schema of a type; `known` gathers the shapes that it refers to."""
    if hint in SCALARS:
        return {"type": SCALARS[hint]}
    if is_typeddict(hint):
        if _name(hint) not in known:
            known[_name(hint)] = {}
            known[_name(hint)] = _table(hint, known)
        return {"$ref": f"#/$defs/{_name(hint)}"}
    inside = get_args(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(inside)} if len(inside) > 1 else {"const": inside[0]}
    if get_origin(hint) in (UnionType, Union):
        return _union([_schema(each, known) for each in inside])
    if get_origin(hint) is list:
        return {"type": "array", "items": _schema(inside[0], known)}
    return {"type": "object", "additionalProperties": _schema(inside[1], known)}


def _union(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of one of several types, as short as it can be said."""
    if all(each.keys() == {"type"} for each in schemas):
        return {"type": [each["type"] for each in schemas]}
    return {"anyOf": schemas}


def _dump(content: Mapping[str, Any]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    DOCUMENTS.mkdir(parents=True, exist_ok=True)
    for file, content in {FILE: text(), **documents()}.items():
        file.write_text(content, "utf-8")
        print(file.relative_to(ROOT))
