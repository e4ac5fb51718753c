"""Draw screenshots/ from the scenes of the tests; name some to draw only those."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "screenshots"


def main(names: list[str]) -> None:
    """Draw the named scenes, or all of them, and remove pictures that no scene draws."""
    sys.path.insert(0, str(ROOT / "tests"))
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    from tui.scenes import SCENES, play

    for scene in SCENES:
        if names and scene.name not in names:
            continue
        with tempfile.TemporaryDirectory() as home:
            os.environ["PLANNER_HOME"] = home
            picture = asyncio.run(play(scene, Path(home)))
        (FOLDER / f"{scene.name}.svg").write_text(picture, "utf-8")
    drawn = {f"{scene.name}.svg" for scene in SCENES}
    for file in FOLDER.glob("*.svg"):
        if file.name not in drawn:
            file.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
