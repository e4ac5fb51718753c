from pathlib import Path

import pytest

from builders import ROOT
from tui.scenes import SCENES, Scene, play


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_scene_looks_like_its_picture(scene: Scene, tmp_path: Path) -> None:
    picture = ROOT / "screenshots" / f"{scene.name}.svg"
    drawn = await play(scene, tmp_path)
    if drawn != picture.read_text("utf-8"):
        (tmp_path / picture.name).write_text(drawn, "utf-8")
        pytest.fail(
            f"{scene.name} looks different: {tmp_path / picture.name}; look at it, then `make screenshots`"
        )
