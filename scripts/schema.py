"""Write the JSON Schema of a curriculum file beside the curricula."""

import json
from pathlib import Path

from planner.storage.curriculum_format import schema

FILE = Path(__file__).parents[1] / "curricula" / "curriculum.schema.json"


def text() -> str:
    """Return the schema as it stands in the repository."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(FILE.name)
