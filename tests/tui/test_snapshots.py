from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from builders import ROOT
from tui.scenes import SCENES, Scene, opened, play


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_the_scene_looks_like_its_picture(scene: Scene, tmp_path: Path) -> None:
    picture = ROOT / "screenshots" / f"{scene.name}.svg"
    shown = await play(scene, tmp_path)
    if shown != picture.read_text("utf-8"):
        (tmp_path / picture.name).write_text(shown, "utf-8")
        pytest.fail(
            f"{scene.name} looks different: {tmp_path / picture.name}; look at it, then `make screenshots`"
        )


@pytest.mark.parametrize("name", ["map-light-120x40", "curriculum-light-120x40", "progress-ansi-80x24"])
async def test_a_theme_chosen_while_open_looks_like_one_it_was_opened_with(name: str, tmp_path: Path) -> None:
    scene = next(each for each in SCENES if each.name == name)
    async with opened(scene, tmp_path) as pilot:
        from_start = below_the_bar(pilot)
    async with opened(replace(scene, theme="planner-dark"), tmp_path) as pilot:
        assert below_the_bar(pilot) != from_start
        pilot.app.theme = scene.theme
        await pilot.pause()
        assert below_the_bar(pilot) == from_start


def below_the_bar(pilot: Pilot[None]) -> list[Strip]:
    """Return what is on the screen but for its first line, which tells what was saved."""
    return pilot.app.screen._compositor.render_strips()[1:]
