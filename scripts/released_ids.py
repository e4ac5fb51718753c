"""Note every id of the bundled curricula beside them, so that none disappears unnoticed after a release."""

from pathlib import Path

from planner.storage import curricula

FOLDER = Path(__file__).parents[1] / "curricula"
_HEAD = "# Ids of the last release, for `planner check`. Written by `make released-ids`.\n"


def text() -> str:
    """Return what the file says: today's ids, and the former ones under which people may have progress."""
    catalogue = curricula.load(FOLDER, None).catalogue
    ids = {*catalogue.resources, *catalogue.competencies, *catalogue.roles, *catalogue.renamed}
    return _HEAD + "".join(f"{each}\n" for each in sorted(ids))


if __name__ == "__main__":
    (FOLDER / curricula.RELEASED).write_text(text(), "utf-8")
    print(curricula.RELEASED)
