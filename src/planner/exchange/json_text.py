"""Documents as JSON that can be read by people and harms no terminal."""

import json
from collections.abc import Mapping

from planner.core.text import escaped


def text(document: Mapping[str, object]) -> str:
    """Return a document as JSON; what a terminal would obey is escaped, all other letters are as they are."""
    return escaped(json.dumps(document, indent=2, ensure_ascii=False), _escape)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
